//! Cases along the shipped procedure: deadlines, guards, approvals, closing and opening again.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::RecordId;
use casework::procedure::{self, Progress};
use office::{NADIA, OMAR, Office, SUPERVISOR};
use serde_json::{Value as Json, json};

/// A case with consent, intake filled in and not yet registered.
fn identified(office: &mut Office, risk: &str) -> (RecordId, RecordId) {
    let person = office.person("Zara", "1990-05-01");
    let case = office.open("case", Some(person));
    let opened = office.zone.civil(office.now).date().to_string();
    let mut intake = json!({
        "person": person, "risk": risk, "opened_on": opened, "case_source": "self", "protection_risks": [],
        "risk_reason": "threatened twice", "safe_to_contact": true, "contact_instructions": "mornings",
    });
    let question = |name: &str| office.content.find_current_form("case_intake").unwrap().find_question(name).unwrap().clone();
    for field in ["case_source", "protection_risks"] {
        let list = question(field).answer.choices().unwrap().list.clone();
        let code = json!(office.content.find_codelist(&list).unwrap().current().next().unwrap().code);
        intake[field] = if field == "protection_risks" { json!([code]) } else { code };
    }
    if ["critical", "high"].contains(&risk) {
        intake["urgent_action"] = json!("moved to a safe house");
    }
    office.fill(case, "case_intake", intake);
    (person, case)
}

fn due(office: &Office, case: RecordId) -> Vec<(String, String, bool)> {
    office.act(case, NADIA, &[], |around| {
        let due = procedure::deadlines(around).into_iter();
        due.map(|due| (due.deadline.name.clone(), office.local(due.at), due.met.is_some())).collect()
    })
}

fn close_form(reason: &str, office: &Office) -> Json {
    let date = office.zone.civil(office.now).date();
    json!({
        "closure_reason": reason, "closure_summary": "done", "informed_reentry": true, "informed_complaint": true, "feedback_asked": true,
        "safety_plan_reviewed": true, "retain_until": date.saturating_add(jiff::Span::new().years(5)).to_string(),
    })
}

#[test]
fn a_case_begins_with_consent_or_not_at_all() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "medium");
    let refusal = office.take(case, NADIA, "register").unwrap_err();
    assert!(refusal.has("step-guard") && refusal.0[0].message.as_ref().unwrap().show("en").contains("no consent"), "{refusal:?}");
    office.consent(person, "case_management", json!({}));
    assert_eq!(office.take(case, NADIA, "register"), Ok(()));
    assert_eq!(office.get(case).standing().state, "registered");
    let refusal = office.take(case, NADIA, "register").unwrap_err();
    assert!(refusal.has("step-not-from-here"));
    assert!(office.take(case, NADIA, "fly").unwrap_err().has("step-unknown"));
}

/// L-CP-DL-1, and EX-C4 for a plan.
#[test]
fn deadlines_run_from_registration_in_local_time() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "high");
    office.consent(person, "case_management", json!({}));
    assert_eq!(due(&office, case), [], "no clock runs before it is registered");
    office.take(case, NADIA, "register").unwrap();
    let open = |name: &str, at: &str| (name.to_owned(), at.to_owned(), false);
    assert_eq!(due(&office, case), [open("first_action_high", "2026-11-03 10:00"), open("assessment", "2026-11-09 10:00")]);
    office.act(case, NADIA, &[], |around| {
        let steps = procedure::steps(around);
        let assess = steps.iter().find(|next| next.step.name == "assess").unwrap();
        assert!(assess.allowed && assess.due.map(|at| office.local(at)).as_deref() == Some("2026-11-03 10:00"));
        let late = procedure::deadlines(around).iter().filter(|due| due.is_late(due.at.plus_seconds(1))).count();
        assert_eq!(late, 2);
    });
    office.go_to("2026-11-06T15:00");
    office.take(case, NADIA, "assess").unwrap();
    let now = due(&office, case);
    assert_eq!(now.iter().filter(|(_, _, met)| *met).count(), 2);
    assert_eq!(now.last(), Some(&open("plan", "2026-11-20 15:00")));
    assert_eq!(office.act(case, NADIA, &[], procedure::next_due).map(|at| office.local(at)).as_deref(), Some("2026-11-20 15:00"));
}

#[test]
fn nobody_agrees_to_their_own_step() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "low");
    office.consent(person, "case_management", json!({}));
    office.take(case, NADIA, "register").unwrap();
    office.take(case, NADIA, "assess").unwrap();
    office.take(case, NADIA, "agree_plan").unwrap();
    assert_eq!(office.get(case).standing().state, "assessed", "asked for, not taken");
    assert!(office.take(case, NADIA, "close").unwrap_err().has("step-awaits-approval"));
    // L-CLOSE-2 holds for every approval: Nadia is also a supervisor, and still can't.
    let own = office.act(case, NADIA, &["supervisor"], procedure::agree).unwrap_err();
    assert!(own.has("approval-own"));
    assert!(office.act(case, OMAR, &["caseworker"], procedure::agree).unwrap_err().has("step-not-your-role"));
    assert!(office.act(case, OMAR, &["supervisor"], |a| procedure::turn_down(a, " ")).unwrap_err().has("step-needs-reason"));
    let down = office.act(case, SUPERVISOR, &["supervisor"], |around| procedure::turn_down(around, "the goals are not hers"));
    office.done(SUPERVISOR, down);
    assert_eq!((office.get(case).standing().state.as_str(), Progress::of(office.get(case)).asked), ("assessed", None));
    assert!(office.act(case, SUPERVISOR, &["supervisor"], procedure::agree).unwrap_err().has("approval-not-asked"));
    office.take(case, NADIA, "agree_plan").unwrap();
    let agreed = office.act(case, SUPERVISOR, &["supervisor"], procedure::agree);
    office.done(SUPERVISOR, agreed);
    assert_eq!(office.get(case).standing().state, "in_service");
}

/// L-CLOSE-1, EX-J2: an open referral is named; the person's own wish closes all the same.
#[test]
fn closing_is_guarded_and_can_be_taken_back() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "high");
    office.consent(person, "case_management", json!({}));
    office.consent(person, "store_personal_data", json!({}));
    office.take(case, NADIA, "register").unwrap();
    let referral = office.open("referral", Some(case));
    let called = office.get(referral).find(&"code".parse().unwrap()).one().cloned();
    assert!(office.take(case, NADIA, "close").unwrap_err().has("step-form-incomplete"));

    office.fill(case, "case_closure", close_form("needs_met", &office));
    let refusal = office.take(case, NADIA, "close").unwrap_err();
    let messages: Vec<&str> = refusal.0.iter().map(|o| o.message.as_ref().unwrap().show("en")).collect();
    assert!(messages.len() == 2 && messages[0].starts_with("The risk is still high"), "{messages:?}");
    assert_eq!(refusal.0[1].reason.args.get("about").map(|code| json!(code)), called, "the referral is named");

    office.fill(case, "case_closure", close_form("person_request", &office));
    office.take(case, NADIA, "close").unwrap();
    let agreed = office.act(case, SUPERVISOR, &["supervisor"], procedure::agree);
    office.done(SUPERVISOR, agreed);
    assert_eq!(office.get(case).standing().state, "closed");
    assert!(due(&office, case).iter().all(|(_, _, met)| *met), "nothing is due any more");

    let again = office.act(case, NADIA, &[], |around| procedure::take(around, "reopen", None));
    assert!(again.unwrap_err().has("step-needs-reason"));
    office.act(case, NADIA, &[], |around| {
        let steps = procedure::steps(around);
        assert!(steps.len() == 1 && steps[0].allowed && steps[0].reasons.contains(&"new_event"), "{steps:?}");
    });
    let again = office.act(case, NADIA, &[], |around| procedure::take(around, "reopen", Some("new_event")));
    office.done(NADIA, again);
    assert_eq!(office.get(case).standing().state, "registered");
}

/// What stands against a step while it waits stands against agreeing to it.
#[test]
fn the_world_is_asked_again_when_someone_agrees() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "low");
    office.consent(person, "case_management", json!({}));
    office.consent(person, "store_personal_data", json!({}));
    office.take(case, NADIA, "register").unwrap();
    office.fill(case, "case_closure", close_form("needs_met", &office));
    office.take(case, NADIA, "close").unwrap();
    office.open("referral", Some(case));
    assert!(office.act(case, SUPERVISOR, &["supervisor"], procedure::agree).unwrap_err().has("step-guard"));
}

/// Answers in conflict are a blank to a guard, and a blank refuses.
#[test]
fn a_conflict_refuses_until_it_is_settled() {
    let mut office = Office::at("2026-11-02T10:00");
    let (person, case) = identified(&mut office, "low");
    office.consent(person, "case_management", json!({}));
    office.consent(person, "store_personal_data", json!({}));
    office.take(case, NADIA, "register").unwrap();
    office.fill(case, "case_closure", close_form("needs_met", &office));
    let apart = office.get(case).clone();
    for risk in ["low", "high"] {
        let draft =
            apart.write(&"card".parse().unwrap(), office.now).set(&"risk".parse().unwrap(), if risk == "low" { "medium" } else { risk });
        office.append(OMAR, vec![draft.done()]);
    }
    assert!(office.take(case, NADIA, "close").unwrap_err().has("step-guard"));
    let settle = office.get(case).write(&"card".parse().unwrap(), office.now).set(&"risk".parse().unwrap(), "low").done();
    office.append(NADIA, vec![settle]);
    assert_eq!(office.take(case, NADIA, "close"), Ok(()));
}

#[test]
fn shipped_procedures_ask_only_for_facts_that_are_known() {
    let office = Office::at("2026-11-02T10:00");
    for procedure in office.content.procedures() {
        for fact in &procedure.facts {
            let known = procedure::FACTS
                .iter()
                .any(|(name, ty)| *ty == fact.answer && (*name == fact.name || name.ends_with('_') && fact.name.starts_with(name)));
            assert!(known, "{} asks for {}", procedure.id, fact.name);
        }
    }
}
