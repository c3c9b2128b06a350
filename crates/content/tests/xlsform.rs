//! XLSForm in and out: what is asked stays the same, above all where nothing was answered.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod xpath;

use base::{Findings, Instant};
use content::expression::{Blank, Day, Environment, Value, evaluate, parse};
use content::xlsform::{Intake, Workbook, export, import};
use content::{Content, Form, SHIPPED, Sensitivity};
use std::collections::BTreeMap;

fn intake() -> Intake {
    Intake { area: None, kind: "visit".parse().unwrap(), group: "narrative".parse().unwrap(), sensitivity: Sensitivity::High }
}

/// A workbook from lines with cells parted by `|`; the first line of a sheet is its name.
fn workbook(text: &str) -> Workbook {
    let sheets = text.trim().split("\n\n").map(|sheet| {
        let mut lines = sheet.trim().lines().map(str::trim);
        let name = lines.next().unwrap().to_owned();
        (name, lines.map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).collect())
    });
    Workbook(sheets.collect())
}

/// What is imported, loaded over what is there.
fn load(book: &Workbook, below: &[(&str, &str)]) -> (Content, Findings, Findings) {
    let imported = import("visit", book, &intake(), &Content::load(below, &[]).0);
    let files: Vec<(&str, &str)> = imported.files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (content, findings) = Content::load(below, &files);
    (content, imported.findings, findings)
}

const FIELD_FORM: &str = "
survey
type | name | label::English (en) | label::French (fr) | hint::French (fr) | relevant | constraint | constraint_message::French (fr) | required | calculation | choice_filter | default
start | start | | | | | | | | | |
select_one yn | Consent | Do you agree? | Êtes-vous d’accord ? | | | | | yes | | |
begin group | G1 | Household | Ménage | | ${Consent} = 'yes' | | | | | |
integer | hh-size | How many? | Combien ? | Tout le monde | | . > 0 and . <= 40 | Entre 1 et 40 | true | | | 1
select_one region | region | Region | Région | | | | | | | |
select_one town | town | Town | Ville | | ${region} != '' | | | | | region=${region} |
begin repeat | member | Member | Membre | | ${hh-size} > 1 | | | | | |
text | Member Name | Name | Nom | | | | | | | |
integer | age | Age | Âge | | | . < 120 | | | | |
select_multiple needs | needs | Needs | Besoins | | ${age} != 5 | | | | | |
end repeat | | | | | | | | | | |
calculate | children | | | | | | | | count(${member}) - 1 | |
calculate | is_large | | | | | | | | ${hh-size} > 6 | |
text | why_not | Why not? | Pourquoi ? | | not(selected(${Consent}, 'yes')) | | | | | |
calculate | id | | | | | | | | uuid() | |
text | other | Other | Autre | | pulldata('x', 'a', 'b', ${hh-size}) = 'y' | | | | | |
note | thanks | Thank you | Merci | | | | | | | |
end group | | | | | | | | | | |

choices
list_name | name | label::English (en) | label::French (fr) | region
yn | yes | Yes | Oui |
yn | no | No | Non |
region | north | North | Nord |
region | south | South | Sud |
town | bria | Bria | Bria | north
town | paoua | Paoua | Paoua | south
needs | 1 | Food | Vivres |
needs | 2 | Shelter | Abri |

settings
form_title | form_id | version | default_language
Home visit | Home-Visit | 2026 | English (en)
";

#[test]
fn a_form_made_for_kobo_comes_in_whole() {
    let (content, imported, loaded) = load(&workbook(FIELD_FORM), &[]);
    assert!(!imported.has_errors() && !loaded.has_errors(), "{imported:?}\n{loaded:?}");
    let form = content.find_current_form("home_visit").unwrap();
    assert_eq!(form.title.show("en"), "Home visit");
    let question = |name: &str| form.find_question(name).unwrap();
    let relevance = |name: &str| question(name).relevance.as_ref().map(|r| r.expression.source().to_owned());
    assert_eq!(question("hh_size").label.show("fr"), "Combien ?");
    assert_eq!(question("hh_size").hint.show("fr"), "Tout le monde");
    assert_eq!(question("hh_size").constraint.as_ref().unwrap().message.show("fr"), "Entre 1 et 40");
    assert_eq!(relevance("town").as_deref(), Some("is-known(${region})"));
    assert_eq!(relevance("needs").as_deref(), Some("(is-blank(${age}) or ${age} != 5)"));
    assert_eq!(relevance("why_not").as_deref(), Some("(is-blank(${consent}) or not(selected(${consent}, 'yes')))"));
    assert_eq!(question("is_large").calculation.as_ref().unwrap().expression.source(), "coalesce(${hh_size} > 6, false())");
    assert_eq!(question("town").answer.choices().unwrap().under.as_ref().map(|f| f.as_str()), Some("region"));
    assert_eq!(question("other").unread, ["relevant: pulldata('x', 'a', 'b', ${hh_size}) = 'y'"]);
    let member = form.places().into_iter().find(|p| p.question.name.as_str() == "member_name").unwrap();
    assert_eq!(member.repeats().map(|(name, repeat)| (name.as_str(), repeat.kind.as_str())).collect::<Vec<_>>(), [("member", "member")]);
    let codes: Vec<&str> = imported.iter().map(|f| f.code.as_str()).collect();
    let count = |code: &str| codes.iter().filter(|c| **c == code).count();
    let expected = [
        ("xlsform-rewritten", 4),
        ("xlsform-expression-unread", 2),
        ("xlsform-metadata", 1),
        ("xlsform-renamed", 4),
        ("xlsform-column-left-out", 1),
    ];
    for (code, times) in expected {
        assert_eq!(count(code), times, "{code}: {codes:?}");
    }
    let shown = imported.iter().find(|f| f.code == "xlsform-rewritten" && f.row == Some(14)).unwrap_or_else(|| panic!("{imported:?}"));
    assert_eq!((shown.file.as_deref(), shown.column.as_deref()), (Some("visit survey"), Some("calculation")));
}

#[test]
fn what_is_no_form_and_what_is_broken_are_findings() {
    let none = import("x", &Workbook::default(), &intake(), &Content::default());
    assert!(none.files.is_empty() && none.findings.has("xlsform-no-survey"));
    let broken = workbook(
        "survey\ntype | name | label\nbegin group | a | A\nselect_one gone | b | B\ngeoshape | c | C\nend group | |\nend group | |\nbegin repeat | d | D",
    );
    let (content, imported, loaded) = load(&broken, &[]);
    for code in ["xlsform-choices-missing", "xlsform-type-unknown", "xlsform-groups-unmatched"] {
        assert!(imported.has(code), "{code}");
    }
    assert!(!loaded.has_errors(), "{loaded:?}");
    assert_eq!(content.find_current_form("visit").unwrap().questions().count(), 2);
}

/// Going out and coming back leaves a form as it was, rule for rule; going out again gives the same workbook.
#[test]
fn every_shipped_form_comes_back_as_it_went() {
    let shipped = Content::load(SHIPPED, &[]).0;
    for form in shipped.forms() {
        let (book, findings) = export(&shipped, form);
        assert!(!findings.has("xlsform-rule-left-out"), "{}: {findings:?}", form.id);
        let (content, imported, loaded) = load(&book, SHIPPED);
        assert!(!loaded.has_errors(), "{}: {loaded:?}", form.id);
        let rules: Vec<&str> = imported.iter().map(|f| f.code.as_str()).filter(|c| c.starts_with("xlsform-")).collect();
        assert_eq!(rules, [""; 0], "{}: {imported:?}", form.id);
        let back = content.find_current_form(&form.id).unwrap();
        assert_eq!(described(back), described(form), "{}", form.id);
        assert_eq!(export(&content, back).0, book, "{}", form.id);
    }
}

/// Everything that a form says, without where it stands in its file.
fn described(form: &Form) -> Vec<String> {
    let head = format!("{} {} {:?} {} {:?} {:?}", form.id, form.version, form.area, form.kind, form.title, form.basis);
    let questions = form.places().into_iter().map(|place| {
        let q = place.question;
        let within: Vec<_> =
            place.within.iter().map(|s| (&s.name, &s.label, &s.repeat, s.relevance.as_ref().map(|r| r.expression.source()))).collect();
        let rules = [q.relevance.as_ref(), q.constraint.as_ref().map(|c| &c.rule), q.calculation.as_ref()]
            .map(|r| r.map(|r| r.expression.source().to_owned()));
        let required = match &q.required {
            content::Required::When(rule) => rule.expression.source().to_owned(),
            other => format!("{other:?}"),
        };
        let message = q.constraint.as_ref().map(|c| &c.message);
        format!(
            "{within:?} {} {:?} {:?} {:?} {:?} {:?} {rules:?} {message:?} {required} {:?} {} {}",
            q.name, q.label, q.hint, q.answer, q.group, q.sensitivity, q.hxl, q.may_be_unknown, q.may_be_refused
        )
    });
    std::iter::once(head).chain(questions).collect()
}

/// The answers of a record as ODK keeps them: text, blank where there is none.
struct Record(BTreeMap<&'static str, &'static str>);

impl Environment for Record {
    fn value(&self, field: &str) -> Value {
        match (field, self.0.get(field).copied().unwrap_or_default()) {
            (_, "") => Value::Blank(Blank::NotAsked),
            ("age" | "size", number) => Value::number(number.parse().unwrap()),
            ("needs", codes) => Value::Choices(codes.split(' ').map(str::to_owned).collect()),
            (_, text) => Value::Text(text.to_owned()),
        }
    }
    fn rows(&self, _: &str) -> Vec<Value> {
        Vec::new()
    }
    fn now(&self) -> Instant {
        Instant(0)
    }
    fn local_date(&self, _: Instant) -> Day {
        Day::FIRST
    }
    fn choice_name(&self, _: &str, _: &str, _: &str) -> Option<String> {
        None
    }
}

/// Every combination of answers, blanks included.
fn records() -> Vec<Record> {
    let mut records = Vec::new();
    for age in ["", "0", "17", "18"] {
        for size in ["", "0", "5"] {
            for sex in ["", "f", "m"] {
                for needs in ["", "a", "b a"] {
                    records.push(Record([("age", age), ("size", size), ("sex", sex), ("needs", needs)].into()));
                }
            }
        }
    }
    records
}

const FIELDS: &str = "survey
type | name | label | relevant | calculation
integer | age | Age | |
integer | size | Size | |
select_one sex | sex | Sex | |
select_multiple needs | needs | Needs | |
text | asked | Asked | RULE |
";
const LISTS: &str = "
choices
list_name | name | label
sex | f | F
sex | m | M
needs | a | A
needs | b | B
";

/// What XPath says of an imported rule is what ours says, for all answers and blanks.
#[test]
fn an_imported_rule_means_what_it_meant() {
    for rule in [
        "${age} < 18",
        "${age} != 18",
        "not(${age} < 18)",
        "not(${age} != 18)",
        "${sex} != 'f'",
        "not(${sex} = 'f')",
        "${sex} = ''",
        "${sex} != ''",
        "not(${sex} = '')",
        "not(selected(${needs}, 'a'))",
        "selected(${needs}, 'a') and not(selected(${needs}, 'b'))",
        "not(selected(${needs}, 'a') or ${age} < 18)",
        "not(selected(${needs}, 'a') and not(${age} >= 18))",
        "${age} != 18 and ${sex} != 'f'",
        "not(not(${age} < 18))",
        "count-selected(${needs}) = 0",
        "count-selected(${needs}) < 2 or ${age} > 17",
        "${age} + ${size} > 17",
        "not(${age} + ${size} > 17)",
        "${age} < ${size}",
        "not(${age} < ${size})",
        "string-length(${sex}) = 0",
        "if(${age} < 18, ${sex} = 'f', ${sex} != 'f')",
        "not(if(${age} < 18, ${sex} = 'f', true()))",
        "coalesce(${age}, ${size}) != 5",
        "not(coalesce(${age}, 20) < 18)",
        "${age} >= '18'",
        "number(${age}) < 18",
    ] {
        let (content, imported, loaded) = load(&workbook(&format!("{}\n{LISTS}", FIELDS.replace("RULE", rule))), &[]);
        assert!(!loaded.has_errors() && !imported.has("xlsform-expression-unread"), "{rule}: {imported:?} {loaded:?}");
        let ours = content.find_current_form("visit").unwrap().find_question("asked").unwrap().relevance.clone().unwrap();
        let theirs = parse(rule).unwrap();
        for record in records() {
            let shown = evaluate(&ours.expression, &record) == Value::Truth(true);
            assert_eq!(shown, xpath::truth(theirs.root(), &record.0), "{rule}  as  {}  of {:?}", ours.expression.source(), record.0);
        }
    }
}

/// What goes out says in XPath what ours says, for all answers and blanks.
#[test]
fn an_exported_rule_means_what_it_meant() {
    let rules = [
        "${age} < 18",
        "${age} != 18",
        "not(${age} < 18)",
        "not(${age} != 18)",
        "is-blank(${sex}) or ${sex} != 'f'",
        "is-blank(${sex})",
        "not(is-known(${age}))",
        "not(selected(${needs}, 'a'))",
        "not(selected-any(${needs}, 'a', 'b') or ${age} < 18)",
        "not(${age} + ${size} > 17)",
        "${age} + ${size} != 22",
        "if(${age} < 18, ${sex} = 'f', ${sex} != 'f')",
        "coalesce(${age} < 18, false())",
        "not(coalesce(${age} < 18, ${size} < 3))",
        "(${age} < 18) = (${sex} = 'f')",
        "(${age} < 18) != (${sex} = 'f')",
        "is-blank(${age} < 18)",
        "coalesce(${age}, ${size}) != 5",
        "not(${sex} != 'f' and ${age} >= 18)",
    ];
    for rule in rules {
        let unread = format!(
            "survey\ntype | name | label | relevant | amana_relevance\ninteger | age | A | | \ninteger | size | S | |\nselect_one sex | sex | S | |\nselect_multiple needs | needs | N | |\ntext | asked | Q | {rule} | \n\n{LISTS}"
        );
        let mut files = import("visit", &workbook(&unread), &intake(), &Content::default()).files;
        // The rule as it stands, whatever the import makes of it.
        let at = files[0].1.rfind("relevance = ").unwrap();
        files[0].1.replace_range(at.., &format!("relevance = {rule:?}\n"));
        let files: Vec<(&str, &str)> = files.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        let (content, findings) = Content::load(&files, &[]);
        assert!(!findings.has_errors(), "{rule}: {findings:?}");
        let form = content.find_current_form("visit").unwrap();
        let (book, _) = export(&content, form);
        let survey = &book.0["survey"];
        let column = survey[0].iter().position(|c| c == "relevant").unwrap();
        let theirs = &survey.iter().find(|row| row.iter().any(|c| c == "asked")).unwrap()[column];
        let (ours, theirs) = (parse(rule).unwrap(), parse(theirs).unwrap_or_else(|p| panic!("{theirs}: {p:?}")));
        for record in records() {
            let shown = evaluate(&ours, &record) == Value::Truth(true);
            assert_eq!(shown, xpath::truth(theirs.root(), &record.0), "{rule}  as  {}  of {:?}", theirs.source(), record.0);
        }
    }
}

#[cfg(feature = "xlsform")]
#[test]
fn excel_keeps_every_cell() {
    use content::xlsform::{read_xlsx, write_xlsx};
    let shipped = Content::load(SHIPPED, &[]).0;
    let (book, _) = export(&shipped, shipped.find_current_form("person_registration").unwrap());
    let read = read_xlsx("person.xlsx", &write_xlsx(&book).unwrap()).unwrap();
    assert_eq!(read, book);
    for bytes in [&b"PK\x03\x04 no workbook"[..], b"", b"type,name\n"] {
        assert!(read_xlsx("x.xlsx", bytes).unwrap_err().has("xlsform-unreadable"));
    }
}
