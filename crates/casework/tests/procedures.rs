//! Procedures of an operation's own, and what holds for any.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod office;

use base::RecordId;
use casework::{Around, procedure};
use office::{NADIA, Office, SUPERVISOR};
use proptest::prelude::*;
use serde_json::json;

const PROCEDURE: &str = r#"
id = "office_case"
version = 1
kind = "case"
area = "general"
title = { en = "Calls", fr = "Appels", es = "Llamadas", ar = "مكالمات" }
basis = "default: set locally"

[[state]]
name = "open"
label = { en = "Open", fr = "Ouvert", es = "Abierto", ar = "مفتوح" }

[[state]]
name = "done"
label = { en = "Done", fr = "Fini", es = "Hecho", ar = "منتهٍ" }
ends = true

[[step]]
name = "call"
label = { en = "Call", fr = "Appeler", es = "Llamar", ar = "اتصل" }
from = ["open"]
to = "open"

[[step]]
name = "finish"
label = { en = "Finish", fr = "Finir", es = "Terminar", ar = "أنهِ" }
from = ["open"]
to = "done"

[[deadline]]
name = "first"
label = { en = "First call", fr = "Premier appel", es = "Primera llamada", ar = "أول اتصال" }
after_field = "opened_on"
within = "2wd"
when = "${risk} = 'high'"
met_by = ["call"]

[[deadline]]
name = "next"
label = { en = "Next call", fr = "Prochain appel", es = "Llamada siguiente", ar = "الاتصال التالي" }
after_state = "open"
within = "24h"
met_by = ["finish"]
"#;

const CALENDAR: &str = r#"
weekend = ["friday", "saturday"]
holidays = ["2026-11-23"]
"#;

fn due(office: &Office, case: RecordId) -> Vec<(String, String)> {
    let due = |around: &Around<'_>| {
        let open = procedure::deadlines(around).into_iter().filter(|due| due.met.is_none());
        open.map(|due| (due.deadline.name.clone(), office.local(due.at))).collect()
    };
    office.act(case, NADIA, &[], due)
}

#[test]
fn working_days_fields_and_clocks_that_start_anew() {
    let own = [("procedures/office_case.toml", PROCEDURE), ("calendar.toml", CALENDAR)];
    let mut office = Office::with("2026-11-19T08:00", &own);
    let case = office.open("case", None);
    let told = |name: &str, at: &str| (name.to_owned(), at.to_owned());
    assert_eq!(due(&office, case), [told("next", "2026-11-20 08:00")], "the other clock starts with a date that is not there yet");
    // Thursday; Friday and Saturday are free, Monday is a holiday. The risk is blank: a deadline is never hidden by that.
    office.fill(case, "case_intake", json!({"opened_on": "2026-11-19"}));
    assert_eq!(due(&office, case)[1], told("first", "2026-11-24 00:00"));
    office.fill(case, "case_intake", json!({"opened_on": "2026-11-19", "risk": "low"}));
    assert_eq!(due(&office, case).len(), 1);
    office.go_to("2026-11-19T20:00");
    office.take(case, NADIA, "call").unwrap();
    assert_eq!(due(&office, case), [told("next", "2026-11-20 20:00")]);
    // A later date starts the clock anew: the call before it doesn't meet it, and the end of the case ends it.
    office.fill(case, "case_intake", json!({"opened_on": "2026-11-19", "risk": "high"}));
    assert_eq!(due(&office, case).len(), 1);
    office.go_to("2026-11-22T08:00");
    office.fill(case, "case_intake", json!({"opened_on": "2026-11-22", "risk": "high"}));
    assert_eq!(due(&office, case)[1], told("first", "2026-11-25 00:00"));
    office.take(case, NADIA, "finish").unwrap();
    assert_eq!(due(&office, case), []);
    assert_eq!(office.act(case, NADIA, &[], procedure::next_due), None);
}

/// Roles, reasons, forms and guards differ along the way: whoever acts, what `steps` allows `take` does, and nothing else.
fn agrees(office: &Office, record: RecordId, by: u128, roles: &[&str]) -> Vec<(String, Option<String>)> {
    office.act(record, by, roles, |around| {
        let next = procedure::steps(around);
        let all = around.find_procedure().map(|procedure| procedure.steps.as_slice()).unwrap_or_default();
        let mut possible = Vec::new();
        for step in all {
            let list = step.reasons.as_ref().and_then(|list| around.content.find_codelist(list));
            let codes = list.into_iter().flat_map(|list| &list.codes).map(|code| code.code.clone());
            for reason in [None, Some("no-such-reason".to_owned())].into_iter().chain(codes.map(Some)) {
                let listed = next.iter().find(|next| next.step.name == step.name);
                let allowed = listed.is_some_and(|next| {
                    next.allowed && reason.as_deref().map_or(step.reasons.is_none(), |reason| next.reasons.contains(&reason))
                });
                let taken = procedure::take(around, &step.name, reason.as_deref());
                let needs_leave = taken.as_ref().is_err_and(|refusal| refusal.has("referral-needs-leave"));
                assert!(needs_leave || taken.is_ok() == allowed, "{} for {reason:?}: {taken:?}", step.name);
                assert!(allowed || listed.is_none_or(|next| !next.why_not.is_empty() || next.allowed), "{} says nothing", step.name);
                if taken.is_ok() {
                    possible.push((step.name.clone(), reason));
                }
            }
        }
        possible
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_to_be_allowed_can_be_done(
        kind in prop::sample::select(vec!["person", "case", "inquiry", "service", "referral", "incident"]),
        walk in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), 1i64..200), 1..12),
        consents in any::<bool>(),
    ) {
        let mut office = Office::at("2026-11-23T10:00");
        let person = office.person("Zara", "1990-05-01");
        if consents {
            for purpose in ["case_management", "store_personal_data", "tracing"] {
                office.consent(person, purpose, json!({}));
            }
        }
        let record = if kind == "person" { person } else { office.open(kind, Some(person)) };
        for (pick, supervisor, hours) in walk {
            office.now = office.now.plus_seconds(hours * 3600);
            let (by, roles): (u128, &[&str]) = if supervisor { (SUPERVISOR, &["supervisor"]) } else { (NADIA, &["caseworker"]) };
            let possible = agrees(&office, record, by, roles);
            let asked = procedure::Progress::of(office.get(record)).asked;
            prop_assert!(asked.is_none() || possible.is_empty());
            let drafts = if asked.is_some() {
                office.act(record, by, roles, procedure::agree)
            } else if possible.is_empty() {
                break;
            } else {
                let (step, reason) = pick.get(&possible);
                office.act(record, by, roles, |around| procedure::take(around, step, reason.as_deref()))
            };
            if let Ok(drafts) = drafts {
                office.append(by, drafts);
            }
            let state = office.get(record).standing().state;
            let known = office.act(record, by, roles, |around| around.find_procedure().is_some_and(|p| p.find_state(&state).is_some()));
            prop_assert!(known, "'{}' is no state", state);
        }
    }
}
