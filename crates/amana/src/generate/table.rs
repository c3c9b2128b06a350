//! Rows of text as CSV: a header, a row of HXL hashtags, quotes where they are needed.

use super::person::{Household, Person, Sex};
use std::borrow::Cow;

/// Column and hashtag of `people.csv`, in order.
const PEOPLE: [(&str, &str); 32] = [
    ("person_id", "#meta+id+person"),
    ("household_id", "#meta+id+household"),
    ("name", "#contact+name"),
    ("generated", "#meta+generated"),
    ("site", "#loc+name"),
    ("sex", "#indicator+sex"),
    ("birth_year", "#date+birth"),
    ("age_estimated", "#meta+estimated"),
    ("exposure_tier", "#severity+tier"),
    ("tier_reason", "#description+tier"),
    ("assessed_at", "#date+assessed"),
    ("threat", "#severity+threat"),
    ("threat_risk", "#indicator+risk"),
    ("evidence", "#meta+evidence"),
    ("vulnerabilities", "#indicator+vulnerability"),
    ("capacities", "#indicator+capacity"),
    ("red_flags", "#indicator+flag"),
    ("unknown_items", "#indicator+unknown"),
    ("wg", "#indicator+wgss"),
    ("wg_assistant", "#indicator+assistant"),
    ("needs", "#indicator+needs"),
    ("consent", "#status+consent"),
    ("fit_to_travel", "#status+fit"),
    ("chaperone_of", "#meta+chaperone"),
    ("carer_of", "#meta+carer"),
    ("not_with", "#meta+apart"),
    ("not_safe_for", "#loc+unsafe"),
    ("destination_wish", "#loc+dest"),
    ("requested_at", "#date+requested"),
    ("nationality", "#indicator+nationality"),
    ("ethnicity", "#indicator+ethnicity"),
    ("religion", "#indicator+religion"),
];

/// `people.csv`, by household.
pub(super) fn people(households: &[Household]) -> Vec<u8> {
    let (header, tags): (Vec<&str>, Vec<&str>) = PEOPLE.into_iter().unzip();
    csv(&header, &tags, households.iter().flat_map(|household| household.people.iter().map(|person| row(household, person))))
}

fn row(household: &Household, person: &Person) -> Vec<String> {
    let a = &person.assessment;
    let yes = |yes: bool| if yes { "yes".to_owned() } else { "no".to_owned() };
    vec![
        person.id.clone(),
        household.id.clone(),
        person.name.clone(),
        yes(true),
        household.site.clone(),
        if person.sex == Sex::Female { "female".into() } else { "male".into() },
        person.birth_year.to_string(),
        yes(person.age_estimated),
        a.tier.clone(),
        a.tier_reason.clone(),
        a.at.clone(),
        a.threat.clone(),
        a.risk.clone(),
        a.evidence.clone(),
        a.vulnerabilities.join(";"),
        a.capacities.join(";"),
        a.flags.join(";"),
        a.unknown.join(";"),
        a.washington_group.clone(),
        a.assistant.into(),
        person.needs.join(";"),
        person.consent.into(),
        person.fit.clone(),
        person.chaperone_of.join(";"),
        person.carer_of.join(";"),
        person.not_with.join(";"),
        household.not_safe_for.join(";"),
        household.wishes.join(";"),
        household.requested_at.clone(),
        household.nationality.into(),
        household.ethnicity.into(),
        household.religion.into(),
    ]
}

/// Bytes of a table.
pub(super) fn csv(header: &[&str], tags: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = String::new();
    write(&mut text, header.iter().copied());
    write(&mut text, tags.iter().copied());
    for row in rows {
        write(&mut text, row.iter().map(String::as_str));
    }
    text.into_bytes()
}

fn write<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&quoted(cell));
    }
    text.push('\n');
}

fn quoted(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")).into() } else { cell.into() }
}
