//! Content with faults: each is found with file and line, all at once; an operation's own content over the shipped.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use base::{Area, Finding, Kind};
use content::{Content, Event, SHIPPED};

const FORM: &str = r#"id = "visit"
version = 1
kind = "visit"
basis = "default: set locally"
title = { en = "Visit", fr = "Visite", es = "Visita", ar = "زيارة" }

[[section]]
name = "main"
group = "narrative"
sensitivity = "high"
label = { en = "Main", fr = "Principal", es = "Principal", ar = "رئيسي" }

[[section.field]]
name = "how_many"
type = "integer"
label = { en = "How many?", fr = "Combien ?", es = "¿Cuántas?", ar = "كم؟" }

[[section.field]]
name = "wishes"
type = "choices"
codelist = "wish"
label = { en = "Wishes", fr = "Souhaits", es = "Deseos", ar = "رغبات" }
relevance = "${how_many} > 0"
"#;

const LIST: &str = r#"id = "wish"
version = 1
title = { en = "Wish", fr = "Souhait", es = "Deseo", ar = "رغبة" }
basis = "default: set locally"
code = [
  { code = "go", label = { en = "Go", fr = "Partir", es = "Irse", ar = "الذهاب" } },
  { code = "stay", label = { en = "Stay", fr = "Rester", es = "Quedarse", ar = "البقاء" } },
]
"#;

const PROCEDURE: &str = r#"id = "visit"
version = 1
kind = "visit"
basis = "default: set locally"
title = { en = "Visit", fr = "Visite", es = "Visita", ar = "زيارة" }

[[state]]
name = "open"
label = { en = "Open", fr = "Ouverte", es = "Abierta", ar = "مفتوحة" }

[[state]]
name = "done"
label = { en = "Done", fr = "Faite", es = "Hecha", ar = "منجزة" }
ends = true

[[step]]
name = "finish"
label = { en = "Finish", fr = "Finir", es = "Terminar", ar = "إنهاء" }
from = ["open"]
to = "done"
form = "visit"

[[step.guard]]
rule = "${how_many} > 0"
message = { en = "Nobody was there.", fr = "Personne.", es = "No había nadie.", ar = "لم يكن أحد." }

[[deadline]]
name = "finish"
label = { en = "Finish", fr = "Finir", es = "Terminar", ar = "إنهاء" }
after_state = "open"
within = "3wd"
met_by = ["finish"]
"#;

fn load(files: &[(&str, &str)]) -> (Content, Vec<String>) {
    let (content, findings) = Content::load(files, &[]);
    let place =
        |f: &Finding| format!("{} {}:{} {}", f.code, f.file.as_deref().unwrap(), f.row.unwrap_or(0), f.column.as_deref().unwrap_or(""));
    (content, findings.iter().map(|f| place(f).trim_end().to_owned()).collect())
}

fn whole<'a>(form: &'a str, list: &'a str, procedure: &'a str) -> [(&'a str, &'a str); 3] {
    [("forms/visit.toml", form), ("codelists/wish.toml", list), ("procedures/visit.toml", procedure)]
}

#[test]
fn sound_content_has_no_findings() {
    let (content, found) = load(&whole(FORM, LIST, PROCEDURE));
    assert_eq!(found, [""; 0]);
    let procedure = content.find_procedure("visit", 1).unwrap();
    assert_eq!(procedure.deadlines[0].after, Event::State("open".into()));
    assert_eq!(procedure.steps_from("open").count(), 1);
}

#[test]
fn each_fault_of_a_form_has_its_line() {
    for (from, to, expected) in [
        ("type = \"integer\"", "type = \"number\"", "form-unknown-type forms/visit.toml:15 type"),
        ("version = 1\n", "version = 0\n", "content-wrong-type forms/visit.toml:2 version"),
        ("kind = \"visit\"\n", "", "content-missing-key forms/visit.toml:1 kind"),
        ("type = \"integer\"", "type = \"integer\"\nrequred = true", "content-unknown-key forms/visit.toml:16 requred"),
        ("${how_many} > 0", "${how_many} >", "expression-operand-expected forms/visit.toml:23 relevance"),
        ("${how_many} > 0", "${how_often} > 0", "expression-unknown-field forms/visit.toml:23 relevance"),
        ("${how_many} > 0", "${how_many} + 1", "expression-wrong-type forms/visit.toml:23 relevance"),
        ("${how_many} > 0", "selected(${wishes}, 'go')", "form-rules-in-circle forms/visit.toml:18 relevance"),
        ("codelist = \"wish\"", "codelist = \"wishes\"", "codelist-unknown forms/visit.toml:18 codelist"),
        ("name = \"wishes\"", "name = \"how_many\"", "form-name-twice forms/visit.toml:18 name"),
        ("name = \"wishes\"", "name = \"Wishes\"", "content-value-unreadable forms/visit.toml:19 name"),
        ("group = \"narrative\"", "group = \"story\"", "form-group-unknown forms/visit.toml:13 group"),
        ("sensitivity = \"high\"", "sensitivity = \"secret\"", "content-value-unreadable forms/visit.toml:10 sensitivity"),
        (", es = \"¿Cuántas?\"", "", "content-untranslated forms/visit.toml:16 es"),
        (", ar = \"كم؟\"", "", "content-untranslated forms/visit.toml:16 ar"),
        ("type = \"integer\"", "type = \"integer\"\nhxl = \"affected\"", "content-value-unreadable forms/visit.toml:16 hxl"),
        ("type = \"integer\"", "type = \"integer\"\nconstraint = \". > 0\"", "content-missing-key forms/visit.toml:16 constraint_message"),
        (
            "type = \"integer\"",
            "type = \"integer\"\ncalculation = \"1 + 1\"\nrequired = true",
            "form-calculation-required forms/visit.toml:13 required",
        ),
        ("basis = \"default: set locally\"", "basis = \"standard\"", "content-value-unreadable forms/visit.toml:4 basis"),
        ("kind = \"visit\"", "kind = \"visit\"\narea = \"moon\"", "content-area-unknown forms/visit.toml:1 area"),
        ("[[section]]", "[[section]", "content-unreadable forms/visit.toml:7"),
    ] {
        let form = FORM.replacen(from, to, 1);
        assert_ne!(form, FORM, "{from}");
        let (content, found) = load(&whole(&form, LIST, PROCEDURE));
        assert!(found.iter().any(|f| f == expected), "{to}: {found:?}");
        assert_eq!(
            content.find_form("visit", 1).is_some(),
            expected.starts_with("content-untranslated"),
            "{to}: a form with an error is left out"
        );
    }
}

#[test]
fn each_fault_of_a_list_or_procedure_has_its_line() {
    for (from, to, expected) in [
        ("code = \"stay\"", "code = \"go\"", "codelist-code-twice codelists/wish.toml:7 code"),
        ("code = \"stay\"", "code = \"stay here\"", "content-value-unreadable codelists/wish.toml:7 code"),
        ("code = \"stay\"", "code = \"stay\", parent = \"come\"", "codelist-code-unknown codelists/wish.toml:7 parent"),
        ("code = \"stay\"", "code = \"stay\", parent = \"stay\"", "codelist-parent-circle codelists/wish.toml:7 parent"),
        ("version = 1\ntitle", "version = 1\nparents = \"none\"\ntitle", "codelist-unknown codelists/wish.toml:1 parents"),
        ("from = [\"open\"]", "from = [\"opened\"]", "procedure-unknown-name procedures/visit.toml:16 from"),
        ("from = [\"open\"]", "from = [\"done\"]", "procedure-state-unreachable procedures/visit.toml:11 name"),
        ("from = [\"open\"]", "from = [\"done\"]", "procedure-dead-end procedures/visit.toml:7 name"),
        ("form = \"visit\"", "form = \"call\"", "procedure-unknown-name procedures/visit.toml:16 form"),
        ("form = \"visit\"", "reasons = \"why\"", "procedure-unknown-name procedures/visit.toml:16 reasons"),
        ("rule = \"${how_many} > 0\"", "rule = \"${open} > 0\"", "expression-unknown-field procedures/visit.toml:24 rule"),
        ("within = \"3wd\"", "within = \"soon\"", "content-value-unreadable procedures/visit.toml:31 within"),
        ("met_by = [\"finish\"]", "met_by = [\"end\"]", "procedure-unknown-name procedures/visit.toml:27 met_by"),
        (
            "after_state = \"open\"",
            "after_state = \"open\"\nafter_step = \"finish\"",
            "procedure-deadline-start procedures/visit.toml:27 after_state",
        ),
        ("after_state = \"open\"", "after_field = \"how_many\"", "procedure-unknown-name procedures/visit.toml:27 after_field"),
    ] {
        let (list, procedure) = (LIST.replacen(from, to, 1), PROCEDURE.replacen(from, to, 1));
        assert!(list != LIST || procedure != PROCEDURE, "{from}");
        let (_, found) = load(&whole(FORM, &list, &procedure));
        assert!(found.iter().any(|f| f == expected), "{to}: {found:?}");
    }
}

#[test]
fn everything_wrong_is_found_at_once() {
    let form = FORM.replacen("integer", "number", 1).replacen("codelist = \"wish\"", "", 1).replacen("basis", "bases", 1);
    let (_, found) = load(&whole(&form, LIST, PROCEDURE));
    let expected = [
        "content-missing-key forms/visit.toml:1 basis",
        "form-unknown-type forms/visit.toml:15 type",
        "content-missing-key forms/visit.toml:18 codelist",
        "content-unknown-key forms/visit.toml:4 bases",
    ];
    assert!(expected.iter().all(|e| found.iter().any(|f| f == e)), "{found:?}");
}

#[test]
fn one_field_of_a_kind_means_one_thing_over_forms_and_versions() {
    let second = FORM.replacen("version = 1", "version = 2", 1);
    let wider = second.replacen("type = \"integer\"", "type = \"decimal\"", 1);
    let moved = second.replacen("group = \"narrative\"", "group = \"card\"", 1);
    for (text, expected) in [(&second, 0), (&wider, 1), (&moved, 2)] {
        let [form, list, procedure] = whole(FORM, LIST, PROCEDURE);
        let (content, found) = load(&[form, list, procedure, ("forms/visit-2.toml", text)]);
        assert_eq!(found.iter().filter(|f| f.starts_with("form-field-means-two-things forms/visit-2.toml")).count(), expected);
        assert!(content.find_form("visit", 1).is_some(), "what old records were written under stays readable");
        assert_eq!(content.find_current_form("visit").map(|f| f.version), Some(if expected == 0 { 2 } else { 1 }));
    }
}

#[test]
fn an_operation_puts_its_own_over_what_is_shipped() {
    let own_form = FORM.replace("How many?", "How many people?");
    let own_list = LIST.replace("code = \"go\"", "code = \"leave\"").replace("version = 1", "version = 2");
    let own = [("own/forms/visit.toml", own_form.as_str()), ("own/codelists/wish.toml", own_list.as_str())];
    let (content, findings) = Content::load(&whole(FORM, LIST, PROCEDURE), &own);
    assert!(findings.has("content-hides-version") && findings.has("content-overridden") && !findings.has_errors());
    assert_eq!(content.find_form("visit", 1).unwrap().find_question("how_many").unwrap().label.show("en"), "How many people?");
    let list = content.find_codelist("wish").unwrap();
    assert_eq!(list.current().map(|c| c.code.as_str()).collect::<Vec<_>>(), ["leave", "stay"]);
    assert_eq!(list.find("go").unwrap().label.show("fr"), "Partir", "an old answer keeps its label");
}

#[test]
fn an_own_version_is_in_use_even_when_the_program_ships_a_newer_one() {
    let newer = FORM.replacen("version = 1", "version = 3", 1);
    let own = FORM.replacen("version = 1", "version = 2", 1);
    let (content, _) = Content::load(&whole(&newer, LIST, PROCEDURE), &[("forms/visit.toml", &own)]);
    assert_eq!(content.find_current_form("visit").map(|f| f.version), Some(2));
    assert_eq!(content.find_form("visit", 3).map(|f| f.version), Some(3));
}

#[test]
fn a_broken_override_leaves_the_shipped_in_use() {
    for broken in
        [FORM.replacen("version = 1", "version = 2\nextra = 1", 1), FORM.replacen("version = 1", "version = 2", 1).replace("> 0", "> 'x'")]
    {
        let (content, findings) = Content::load(&whole(FORM, LIST, PROCEDURE), &[("forms/visit.toml", &broken)]);
        assert!(findings.has_errors());
        assert_eq!(content.find_current_form("visit").map(|f| f.version), Some(1));
    }
}

#[test]
fn a_file_that_nothing_reads_and_a_thing_that_is_there_twice_are_findings() {
    let [form, list, procedure] = whole(FORM, LIST, PROCEDURE);
    let (_, found) = load(&[form, list, procedure, ("forms/again.toml", FORM), ("people.csv", "")]);
    assert_eq!(found, ["content-twice forms/again.toml:1 id", "content-unknown-file people.csv:0"]);
}

#[test]
fn calendars_are_the_operations_own() {
    let calendar = "weekend = [\"friday\", \"saturday\"]\nholidays = [\"2026-12-01\"]\n";
    let (content, findings) = Content::load(SHIPPED, &[("calendar.toml", calendar)]);
    assert!(findings.is_empty());
    let works = |text: &str| content.calendar().works_on(base::parse_date(text).unwrap());
    assert_eq!([works("2026-11-27"), works("2026-11-29"), works("2026-12-01")], [false, true, false]);
    let all = "weekend = [\"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\"]";
    assert!(Content::load(&[("calendar.toml", all)], &[]).1.has("calendar-without-work"));
}

#[test]
fn the_areas_own_procedure_comes_before_the_one_for_every_area() {
    let area = "id = \"gbv\"\ntitle = { en = \"GBV\", fr = \"VBG\", es = \"VG\", ar = \"العنف\" }";
    let own = PROCEDURE.replacen("id = \"visit\"", "id = \"gbv_visit\"", 1).replacen("kind", "area = \"gbv\"\nkind", 1);
    let [form, list, procedure] = whole(FORM, LIST, PROCEDURE);
    let (content, found) = load(&[form, list, procedure, ("areas/gbv/procedures/visit.toml", &own), ("areas/gbv/area.toml", area)]);
    assert_eq!(found, [""; 0]);
    let visit: Kind = "visit".parse().unwrap();
    let find = |area: &str| content.find_procedure_for(&visit, &area.parse::<Area>().unwrap()).map(|p| p.id.as_str());
    assert_eq!([find("gbv"), find("general")], [Some("gbv_visit"), Some("visit")]);
}
