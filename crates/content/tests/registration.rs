//! Answers against the shipped forms: the rules of domain A.3 and A.4, silences, hidden answers, repeats.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use base::{Finding, Instant, LocalZone};
use content::expression::{Day, Environment, Value};
use content::{
    Answer, Answers, Checked, Content, Form, Moment, Payload, SHIPPED, Silence, Stage, Standing, birthday, days, validate, value,
};
use serde_json::{Value as Json, json};

const PERSON: &str = "0190163d-8694-739b-aea5-966c26f8ad91";

/// Shipped content, and 23 November 2026 in Bangui.
struct Desk {
    content: Content,
    zone: LocalZone,
    now: Instant,
}

impl Desk {
    fn new() -> Self {
        let zone = LocalZone::find("Africa/Bangui").unwrap();
        Self { content: Content::load(SHIPPED, &[]).0, now: zone.parse("2026-11-23T09:00").unwrap(), zone }
    }

    fn moment(&self) -> Moment<'_> {
        Moment { now: self.now, zone: &self.zone }
    }

    fn form(&self, id: &str) -> &Form {
        self.content.find_current_form(id).unwrap()
    }

    fn check(&self, form: &str, answers: &Json, stage: Stage) -> Checked {
        let payload = payload(answers);
        validate(&self.content, self.form(form), &payload, self.moment(), stage)
    }
}

/// `"unknown"` and `"refused"` after a `?` are silences, lists of objects are rows, everything else is a value.
fn payload(answers: &Json) -> Payload {
    let answer = |value: &Json| match value {
        Json::String(text) if text == "?unknown" => Answer::Silent(Silence::Unknown),
        Json::String(text) if text == "?refused" => Answer::Silent(Silence::Refused),
        Json::Array(rows) if rows.first().is_some_and(Json::is_object) => Answer::Rows(rows.iter().map(payload).collect()),
        value => Answer::Set(value.clone()),
    };
    answers.as_object().unwrap().iter().map(|(field, value)| (field.parse().unwrap(), answer(value))).collect()
}

fn merged(base: &Json, over: &Json) -> Json {
    let mut all = base.as_object().unwrap().clone();
    for (key, value) in over.as_object().unwrap() {
        if value.is_null() {
            all.remove(key);
        } else {
            all.insert(key.clone(), value.clone());
        }
    }
    Json::Object(all)
}

/// Code and field of each finding.
fn found(checked: &Checked) -> Vec<String> {
    let name = |f: &Finding| format!("{} {}{}", f.code, f.column.as_deref().unwrap(), f.row.map(|r| format!("#{r}")).unwrap_or_default());
    checked.findings.iter().map(name).collect()
}

fn amina() -> Json {
    json!({
        "name": "أمينة", "sex": "female", "birth_date": "2012-03-05", "preferred_language": "arb",
        "place": {"pcode": "CF11", "parent": "CF1"}, "displacement_status": "idp",
    })
}

#[test]
fn a_registration_that_is_complete_passes_and_gets_its_age() {
    let desk = Desk::new();
    let amina = merged(&amina(), &json!({"preferred_language": "ara"}));
    let checked = desk.check("person_registration", &amina, Stage::Complete);
    assert_eq!(found(&checked), [""; 0]);
    assert_eq!(checked.kept.len(), amina.as_object().unwrap().len() + 1);
    assert_eq!(checked.kept[&"age".parse().unwrap()], Answer::Set(json!(14)));
}

#[test]
fn each_fault_is_found_and_named_once() {
    let desk = Desk::new();
    let base = merged(&amina(), &json!({"preferred_language": "ara"}));
    for (change, expected) in [
        (json!({"sex": null}), "answer-missing sex"),
        (json!({"sex": "girl"}), "answer-not-a-choice sex"),
        (json!({"sex": 1}), "answer-wrong-type sex"),
        (json!({"name": "  "}), "answer-wrong-type name"),
        (json!({"name": "x".repeat(1001)}), "answer-wrong-type name"),
        (json!({"birth_date": "2027-01-01"}), "answer-constraint birth_date"),
        (json!({"birth_date": "2026-02-30"}), "answer-wrong-type birth_date"),
        (json!({"birth_date": null}), "answer-missing birth_date"),
        (json!({"nationalities": ["CAF", "CAF"]}), "answer-choice-twice nationalities"),
        (json!({"nationalities": "CAF"}), "answer-wrong-type nationalities"),
        (json!({"specific_needs": ["CR-NE", "SV-VF"]}), "answer-choice-hidden specific_needs"),
        (json!({"phone": "call me", "safe_to_call": false}), "answer-constraint phone"),
        (json!({"phone": "+236 72 00 00 00"}), "answer-missing safe_to_call"),
        (json!({"place": "?refused"}), "answer-silence place"),
        (json!({"place": {"pcode": "CF11"}}), "answer-wrong-type place"),
        (json!({"place": {"pcode": "CF11", "parent": "CF11"}}), "answer-wrong-type place"),
        (json!({"position": {"lat": 91, "lon": 18}}), "answer-wrong-type position"),
        (json!({"position": {"lat": 4, "lon": 18, "name": "home"}}), "answer-wrong-type position"),
        (json!({"photo": {"digest": "00", "media_type": "image/png", "bytes": 1}}), "answer-wrong-type photo"),
        (json!({"shoe_size": 42}), "answer-unknown-field shoe_size"),
        (json!({"other_names": [{"name_text": "Amina", "name_kind": "full"}, {"name_kind": "alias"}]}), "answer-missing name_text#2"),
        (json!({"other_names": "Amina"}), "answer-wrong-type other_names"),
        (json!({"age": 15}), "answer-calculation-differs age"),
    ] {
        assert_eq!(found(&desk.check("person_registration", &merged(&base, &change), Stage::Complete)), [expected], "{change}");
    }
}

#[test]
fn a_silence_is_an_answer_and_a_draft_asks_for_nothing() {
    let desk = Desk::new();
    let silent = json!({"sex": "?refused", "name": "?unknown", "birth_date": "?unknown", "age_reported": "?unknown"});
    let silent = merged(&merged(&amina(), &json!({"preferred_language": "ara"})), &silent);
    assert_eq!(found(&desk.check("person_registration", &silent, Stage::Complete)), [""; 0]);
    assert_eq!(found(&desk.check("person_registration", &json!({}), Stage::Draft)), [""; 0]);
}

#[test]
fn what_is_hidden_is_dropped_with_a_warning_and_counts_as_not_asked() {
    let desk = Desk::new();
    let answers = merged(
        &amina(),
        &json!({"preferred_language": "ara", "age_reported": {"years": 14, "on": "2026-11-01"}, "safe_to_call": true, "safe_hours": "noon"}),
    );
    let checked = desk.check("person_registration", &answers, Stage::Complete);
    assert_eq!(found(&checked), ["answer-hidden age_reported", "answer-hidden safe_to_call", "answer-hidden safe_hours"]);
    assert!(!checked.findings.has_errors());
    for field in ["age_reported", "safe_to_call", "safe_hours"] {
        assert!(!checked.kept.contains_key(&field.parse().unwrap()), "{field}");
    }
}

#[test]
fn no_finding_repeats_what_someone_answered() {
    let desk = Desk::new();
    let secret = "Zzyzx";
    let answers = json!({"name": [secret], "sex": secret, "birth_date": secret, "nationalities": [secret], "phone": secret, "place": secret, "other_names": [{"name_kind": secret}]});
    let checked = desk.check("person_registration", &answers, Stage::Complete);
    assert!(checked.findings.len() > 6);
    assert!(!serde_json::to_string(&checked.findings).unwrap().contains(secret));
}

#[test]
fn names_are_kept_in_one_form_of_unicode() {
    let desk = Desk::new();
    let checked = desk.check("person_registration", &json!({"name": " Ame\u{301}lie "}), Stage::Draft);
    assert_eq!(checked.kept[&"name".parse().unwrap()], Answer::Set(json!("Am\u{e9}lie")));
}

/// EX-A2 and L-AGE-1 to 4: date of birth, completed years, child, band.
#[test]
fn ages_and_bands() {
    let desk = Desk::new();
    let bands = desk.content.find_codelist("age_bands_unhcr").unwrap();
    for (birth, least, most, child, band) in [
        ("2012-03-05", 14, 14, true, Some("12-17")),
        ("2008-11-24", 17, 17, true, Some("12-17")),
        ("2008-11-23", 18, 18, false, Some("18-59")),
        ("2008", 17, 18, true, None),
        ("1966-11-23", 60, 60, false, Some("60+")),
        ("2012~", 12, 15, true, Some("12-17")),
        ("2010/2012", 13, 16, true, Some("12-17")),
        ("2012-03~", 14, 14, true, Some("12-17")),
    ] {
        let born = days(birth).unwrap();
        let standing = Standing::on(born, Day::from_civil(2026, 11, 23).unwrap());
        assert_eq!(standing, Standing { least, most }, "{birth}");
        assert_eq!((standing.treat_as_child(), standing.band(bands).map(|c| c.code.as_str())), (child, band), "{birth}");
        // R-A1: no birthday is known unless the day is.
        assert_eq!(birthday(born, 18).is_some(), birth.len() == 10, "{birth}");
    }
    assert_eq!(birthday(days("2008-02-29").unwrap(), 18), Day::from_civil(2026, 3, 1));
}

/// R-A1 and R-A2: a date is a range of days, and no precision is invented.
#[test]
fn dates_are_ranges() {
    let range = |text| days(text).map(|d| format!("{} {}", d.lo, d.hi));
    for (text, expected) in [
        ("2012-03-05", "2012-03-05 2012-03-05"),
        ("2012-02", "2012-02-01 2012-02-29"),
        ("2012", "2012-01-01 2012-12-31"),
        ("2012~", "2011-01-01 2013-12-31"),
        ("2012-01~", "2011-12-01 2012-02-29"),
        ("2008/2010-06", "2008-01-01 2010-06-30"),
    ] {
        assert_eq!(range(text).as_deref(), Some(expected), "{text}");
    }
    for bad in ["2012-03-05~", "2012-13", "12", "2010/2008", "2008/", "~2008", "2012~/2013", "0001~", "9999-12~", "", "2012-3-5", "٢٠١٢"]
    {
        assert_eq!(range(bad), None, "{bad}");
    }
}

/// R-A4: a change of birth across 18 or a band needs a supervisor.
#[test]
fn a_birth_that_moves_across_a_band_needs_approval() {
    let desk = Desk::new();
    let bands = desk.content.find_codelist("age_bands_unhcr").unwrap();
    let standing = |birth| Standing::on(days(birth).unwrap(), Day::from_civil(2026, 11, 23).unwrap());
    for (before, after, needed) in [
        ("2012-03-05", "2013-03-05", false),
        ("2012-03-05", "2015-03-05", true),
        ("2008-11-23", "2008-11-24", true),
        ("2008-11-23", "2008", true),
        ("1990", "1980", false),
    ] {
        assert_eq!(standing(before).needs_approval(standing(after), bands), needed, "{before} {after}");
    }
}

#[test]
fn an_age_has_its_own_date() {
    let desk = Desk::new();
    let form = desk.form("person_registration");
    let answer = &form.find_question("age_reported").unwrap().answer;
    for (age, expected) in [
        (json!({"years": 7, "on": "2026-11-23"}), Some((7, 7))),
        (json!({"years": 7, "on": "2025-11-23"}), Some((8, 8))),
        (json!({"years": 7, "on": "2025-12-23"}), Some((7, 8))),
        (json!({"years": [6, 8], "on": "2026-11-23"}), Some((6, 8))),
        (json!({"years": 7, "on": "2026-11-23", "estimated": true}), Some((6, 8))),
        (json!({"years": 0, "on": "2026-11-23", "estimated": true}), Some((0, 1))),
        (json!({"years": 17, "on": "2024-02-29"}), Some((19, 20))),
        (json!({"years": 7}), None),
        (json!({"years": 7, "on": "2026"}), None),
        (json!({"years": 7.5, "on": "2026-11-23"}), None),
        (json!({"years": -1, "on": "2026-11-23"}), None),
        (json!({"years": [8, 6], "on": "2026-11-23"}), None),
        (json!({"years": 7, "on": "2026-11-23", "months": 3}), None),
        (json!(7), None),
    ] {
        let seen = value(answer, &age, desk.moment()).and_then(|v| Standing::of(&v)).map(|s| (s.least, s.most));
        assert_eq!(seen, expected, "{age}");
    }
}

/// EX-A1 and L-WG-1 to 5: answers in the order of the questions, 7 refused, 9 not known; what is concluded.
#[test]
fn washington_group() {
    let desk = Desk::new();
    let form = desk.form("washington_group");
    let questions: Vec<&str> = form
        .questions()
        .map(|q| q.name.as_str())
        .filter(|n| n.starts_with("wg_") && form.find_question(n).unwrap().answer.choices().is_some_and(|c| c.list == "wg_difficulty"))
        .collect();
    assert_eq!(questions.len(), 6);
    for (answers, age, disability, complete) in [
        ("111111", 30, Some(false), true),
        ("222222", 30, Some(false), true),
        ("111114", 30, Some(true), true),
        ("171111", 30, Some(false), false),
        ("179111", 30, Some(false), false),
        ("171311", 30, Some(true), false),
        ("123121", 34, Some(true), true),
        ("122121", 34, Some(false), true),
        ("114111", 4, None, false),
    ] {
        let mut given = json!({"person": PERSON, "wg_age": {"years": age, "on": "2026-11-23"}, "wg_respondent": "self"});
        for (question, digit) in questions.iter().zip(answers.chars()) {
            given[question] = match digit {
                '7' => json!("?refused"),
                '9' => json!("?unknown"),
                digit => json!(digit.to_string()),
            };
        }
        let given = payload(&given);
        let checked = validate(&desk.content, form, &given, desk.moment(), Stage::Complete);
        let kept = |name: &str| match checked.kept.get(&name.parse().unwrap()) {
            Some(Answer::Set(json)) => json.as_bool(),
            _ => None,
        };
        assert_eq!((kept("wg_disability"), kept("wg_complete")), (disability, disability.map(|_| complete)), "{answers} at {age}");
        let refused = checked.findings.has("answer-hidden");
        assert_eq!(refused, age < 5, "{answers} at {age}");
        let answers = Answers::new(&desk.content, form, &given, desk.moment());
        assert_eq!(answers.is_asked("wg_under_five"), age < 5, "a note says to use CFM 2-4");
    }
}

#[test]
fn a_case_keeps_hidden_needs_and_asks_more_at_high_risk() {
    let desk = Desk::new();
    let case = json!({
        "person": PERSON, "risk": "low", "opened_on": "2026-11-20", "case_source": "self", "protection_risks": ["GPC08"],
        "safe_to_contact": true, "specific_needs": ["SV-VF"],
    });
    assert_eq!(found(&desk.check("case_intake", &case, Stage::Complete)), [""; 0]);
    let high = merged(&case, &json!({"risk": "high", "safe_to_contact": false}));
    let expected = ["answer-missing risk_reason", "answer-missing urgent_action", "answer-missing contact_instructions"];
    assert_eq!(found(&desk.check("case_intake", &high, Stage::Complete)), expected);
}

#[test]
fn a_kind_of_incident_belongs_under_its_type() {
    let desk = Desk::new();
    for (subtype, expected) in [("killing", &[][..]), ("theft", &["answer-choice-not-under incident_subtype"][..])] {
        let incident = json!({"incident_type": "life", "incident_subtype": subtype, "occurrence": "at_risk_of", "actions_taken": ["information"], "alleged_near": false});
        assert_eq!(found(&desk.check("incident", &incident, Stage::Complete)), expected, "{subtype}");
    }
}

#[test]
fn a_household_counts_its_rows_and_shows_who_is_missing() {
    let desk = Desk::new();
    let form = desk.form("household_registration");
    for (members, missing) in [(2, true), (3, false)] {
        let rows: Vec<Json> = (0..members).map(|_| json!({"member": PERSON, "relationship": "daughter"})).collect();
        let given =
            payload(&json!({"head_type": "adult_female", "size_declared": 3, "members": rows, "place": {"pcode": "CF", "parent": null}}));
        let checked = validate(&desk.content, form, &given, desk.moment(), Stage::Complete);
        assert_eq!(found(&checked), [""; 0]);
        assert_eq!(checked.kept[&"members_listed".parse().unwrap()], Answer::Set(json!(members)));
        let answers = Answers::new(&desk.content, form, &given, desk.moment());
        assert_eq!(answers.is_asked("size_note"), missing);
        assert_eq!(answers.environment().value("members"), Value::Rows(members));
    }
}

#[test]
fn too_many_and_too_few_rows() {
    let desk = Desk::new();
    let row = json!({"name_text": "A", "name_kind": "alias"});
    let many = merged(&amina(), &json!({"preferred_language": "ara", "other_names": vec![row; 21]}));
    assert_eq!(found(&desk.check("person_registration", &many, Stage::Complete)), ["answer-too-many-rows other_names"]);
    let threat = json!({
        "person": PERSON, "assessed_at": "2026-11-23T07:00:00Z", "threat": "4", "red_flags": [], "vulnerabilities": [], "capacities": [],
    });
    assert_eq!(found(&desk.check("exposure_assessment", &threat, Stage::Complete)), ["answer-too-few-rows evidence"]);
    assert_eq!(found(&desk.check("exposure_assessment", &threat, Stage::Draft)), [""; 0]);
    assert_eq!(found(&desk.check("exposure_assessment", &merged(&threat, &json!({"threat": "2"})), Stage::Complete)), [""; 0]);
}
