//! Reading the table of roles: every mistake at once, each with its line.

use crate::policy::{Action, GlassRules, Policy, RoleTable, Row, Secrecy, Width};
use base::{Area, Finding, Findings, Kind, Role};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::str::FromStr;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPolicy {
    version: String,
    kinds: Vec<Spanned<String>>,
    groups: Vec<Spanned<String>>,
    purposes: Vec<Spanned<String>>,
    /// By a kind, the kinds of the rows that belong to its records.
    #[serde(default)]
    parts: BTreeMap<String, Vec<Spanned<String>>>,
    area: Vec<RawArea>,
    break_glass: RawGlass,
    role: Vec<RawRole>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawArea {
    name: Spanned<String>,
    secrecy: Secrecy,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGlass {
    longest_hours: Spanned<u32>,
    second_look_hours: Spanned<u32>,
    shortest_reason: Spanned<u32>,
    notify: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRole {
    name: Spanned<String>,
    about: String,
    may: Vec<RawRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRow {
    areas: Spanned<Vec<Spanned<String>>>,
    kinds: Spanned<Vec<Spanned<String>>>,
    groups: Spanned<Vec<Spanned<String>>>,
    actions: Spanned<Vec<Spanned<String>>>,
    scope: Spanned<String>,
    purposes: Spanned<Vec<Spanned<String>>>,
}

impl Policy {
    /// Reads `roles.toml`; `file` names it in findings. With any error there is no policy: a table that is half understood permits nothing.
    pub fn read(file: &str, text: &str) -> (Option<Self>, Findings) {
        let mut reader = Reader { file, text, findings: Findings::default() };
        let policy = match toml::from_str::<RawPolicy>(text) {
            Ok(raw) => Some(reader.policy(raw)),
            Err(error) => {
                let remedy = "correct the file; every row has areas, kinds, groups, actions, scope and purposes";
                reader.find("access-syntax", error.span().unwrap_or(0..0), "", error.message(), remedy);
                None
            }
        };
        (policy.filter(|_| !reader.findings.has_errors()), reader.findings)
    }
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    findings: Findings,
}

impl Reader<'_> {
    fn find(&mut self, code: &str, span: Range<usize>, column: &str, text: impl Into<String>, remedy: &str) {
        let line = self.text.as_bytes().iter().take(span.start).filter(|byte| **byte == b'\n').count() as u64 + 1;
        self.findings.push(Finding::error(code, text, remedy).at(self.file, line, column));
    }

    fn policy(&mut self, raw: RawPolicy) -> Policy {
        let mut kinds = self.declared("kinds", &raw.kinds);
        let mut parts: BTreeMap<Kind, BTreeSet<Kind>> = BTreeMap::new();
        for (kind, rows) in &raw.parts {
            let rows = self.declared("parts", rows);
            match kind.parse::<Kind>() {
                Ok(kind) if kinds.contains(&kind) => drop(parts.insert(kind, rows)),
                _ => self.find("access-unknown", 0..0, "parts", format!("'{kind}' is not a kind of this table"), "name a kind of the list"),
            }
        }
        kinds.extend(parts.values().flatten().cloned());
        let groups = self.declared("groups", &raw.groups);
        let purposes = self.declared("purposes", &raw.purposes);
        let names: Vec<Spanned<String>> = raw.area.iter().map(|area| area.name.clone()).collect();
        self.declared::<Area>("area", &names);
        let secrecy = |area: &RawArea| Some((area.name.as_ref().parse().ok()?, area.secrecy));
        let areas: BTreeMap<Area, Secrecy> = raw.area.iter().filter_map(secrecy).collect();
        let names: Vec<Spanned<String>> = raw.role.iter().map(|role| role.name.clone()).collect();
        let role_names = self.declared::<Role>("role", &names);
        let break_glass = self.glass(&raw.break_glass, &role_names);
        let mut policy = Policy { version: raw.version, areas, kinds, groups, purposes, roles: BTreeMap::new(), break_glass };
        for role in &raw.role {
            let mut rows: Vec<Row> = role.may.iter().map(|row| self.row(&policy, row)).collect();
            for row in &mut rows {
                let seen_with: Vec<Kind> = row.kinds.iter().filter_map(|kind| parts.get(kind)).flatten().cloned().collect();
                row.kinds.extend(seen_with);
            }
            if role.may.is_empty() {
                self.find(
                    "access-empty",
                    role.name.span(),
                    "may",
                    "the role may do nothing",
                    "give it a row that is right, or take it out",
                );
            }
            self.no_administrator_reads(&role.name, &rows);
            if let Ok(name) = role.name.as_ref().parse() {
                policy.roles.insert(name, RoleTable { about: role.about.clone(), rows });
            }
        }
        policy
    }

    fn glass(&mut self, raw: &RawGlass, roles: &BTreeSet<Role>) -> GlassRules {
        for (column, value, allowed) in [
            ("longest_hours", &raw.longest_hours, 1..=72),
            ("second_look_hours", &raw.second_look_hours, 1..=72),
            ("shortest_reason", &raw.shortest_reason, 10..=200),
        ] {
            if !allowed.contains(value.as_ref()) {
                let text = format!("{} is not from {} to {}", value.as_ref(), allowed.start(), allowed.end());
                self.find("access-glass-range", value.span(), column, text, "choose a number in that range");
            }
        }
        GlassRules {
            longest_hours: *raw.longest_hours.as_ref(),
            second_look_hours: *raw.second_look_hours.as_ref(),
            shortest_reason: *raw.shortest_reason.as_ref() as usize,
            notify: self.known("notify", &raw.notify, |role| roles.contains(role)),
        }
    }

    fn row(&mut self, policy: &Policy, raw: &RawRow) -> Row {
        for (column, list) in
            [("areas", &raw.areas), ("kinds", &raw.kinds), ("groups", &raw.groups), ("actions", &raw.actions), ("purposes", &raw.purposes)]
        {
            if list.as_ref().is_empty() {
                self.find("access-empty", list.span(), column, "an empty list permits nothing", "name at least one, or take the row out");
            }
        }
        let scope = raw.scope.as_ref().parse().unwrap_or_else(|text: String| {
            self.find("access-unknown", raw.scope.span(), "scope", text, "use own, team, site, agency or all");
            Width::Own
        });
        let read = Row {
            areas: self.known("areas", raw.areas.as_ref(), |area| policy.areas.contains_key(area)),
            kinds: self.known("kinds", raw.kinds.as_ref(), |kind| policy.kinds.contains(kind)),
            groups: self.known("groups", raw.groups.as_ref(), |group| policy.groups.contains(group)),
            actions: self.known("actions", raw.actions.as_ref(), |_: &Action| true),
            scope,
            purposes: self.known("purposes", raw.purposes.as_ref(), |purpose| policy.purposes.contains(purpose)),
        };
        if read.actions.contains(&Action::List) && !read.groups.iter().any(|group| group.as_str() == "card") {
            self.find(
                "access-list-without-card",
                raw.groups.span(),
                "groups",
                "a list shows the group 'card', which isn't here",
                "add 'card', or take 'list' out",
            );
        }
        if read.actions.contains(&Action::BreakGlass) {
            if read.actions.len() > 1 {
                let text = "a row that lets the glass be broken permits other things too";
                self.find("access-glass-mixed", raw.actions.span(), "actions", text, "give break_glass a row of its own");
            }
            if let Some(area) = read.areas.iter().find(|area| policy.secrecy(area) == Secrecy::Hidden) {
                let text = format!("the glass must not be broken where existence is secret: {area}");
                self.find("access-glass-hidden", raw.areas.span(), "areas", text, "take the hidden areas out of this row");
            }
        }
        read
    }

    /// Who runs the system must not be able to read records: separation of duties within one role.
    fn no_administrator_reads(&mut self, name: &Spanned<String>, rows: &[Row]) {
        let areas = |action: &[Action]| -> BTreeSet<&Area> {
            rows.iter().filter(|row| action.iter().any(|a| row.actions.contains(a))).flat_map(|row| &row.areas).collect()
        };
        let administered = areas(&[Action::Administer]);
        let others = areas(&[Action::List, Action::Read, Action::Export, Action::Share, Action::BreakGlass]);
        if let Some(area) = others.difference(&administered).next().filter(|_| !administered.is_empty()) {
            let text = format!("a role that administers may not read records: {area}");
            self.find("access-administrator-reads", name.span(), "name", text, "make two roles of it");
        }
    }

    /// Names that are declared here, each well formed and once.
    fn declared<T: FromStr<Err = String> + Ord>(&mut self, column: &str, list: &[Spanned<String>]) -> BTreeSet<T> {
        let mut names = BTreeSet::new();
        for name in list {
            match name.as_ref().parse() {
                Ok(parsed) => {
                    if !names.insert(parsed) {
                        self.find("access-twice", name.span(), column, format!("'{}' is declared twice", name.as_ref()), "take one out");
                    }
                }
                Err(text) => self.find("access-name", name.span(), column, text, "choose another name"),
            }
        }
        names
    }

    /// Names that must have been declared.
    fn known<T: FromStr<Err = String> + Ord>(
        &mut self,
        column: &str,
        list: &[Spanned<String>],
        is_known: impl Fn(&T) -> bool,
    ) -> BTreeSet<T> {
        let mut names = BTreeSet::new();
        for name in list {
            match name.as_ref().parse() {
                Ok(parsed) if is_known(&parsed) => {
                    names.insert(parsed);
                }
                _ => {
                    let text = format!("'{}' is not declared", name.as_ref());
                    self.find("access-unknown", name.span(), column, text, "correct the spelling, or declare it at the head of the file");
                }
            }
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = r#"version = "1"
kinds = ["person", "grant"]
groups = ["card", "identity"]
purposes = ["care"]
[[area]]
name = "general"
secrecy = "open"
[[area]]
name = "gbv"
secrecy = "hidden"
[[area]]
name = "office"
secrecy = "open"
[break_glass]
longest_hours = 24
second_look_hours = 72
shortest_reason = 20
notify = ["worker"]
[[role]]
name = "worker"
about = "Works."
[[role.may]]
areas = ["general", "gbv"]
kinds = ["person"]
groups = ["card", "identity"]
actions = ["list", "read"]
scope = "own"
purposes = ["care"]
"#;

    #[test]
    fn a_right_table_is_read() {
        let (policy, findings) = Policy::read("roles.toml", TABLE);
        let policy = policy.unwrap();
        assert!(findings.is_empty());
        assert_eq!(policy.roles[&"worker".parse().unwrap()].rows[0].actions, BTreeSet::from([Action::List, Action::Read]));
        assert_eq!(policy.secrecy(&"gbv".parse().unwrap()), Secrecy::Hidden);
        assert_eq!(policy.secrecy(&"unheard_of".parse().unwrap()), Secrecy::Hidden);
    }

    #[test]
    fn each_mistake_is_found_in_its_line() {
        for (right, wrong, code, line) in [
            ("version = \"1\"", "version = ", "access-syntax", 1),
            ("scope = \"own\"\n", "", "access-syntax", 22),
            ("scope =", "scop =", "access-syntax", 27),
            ("\"list\", \"read\"", "\"list\", \"reed\"", "access-unknown", 26),
            ("\"own\"", "\"mine\"", "access-unknown", 27),
            ("areas = [\"general\", \"gbv\"]", "areas = [\"general\",\n\"Gbv\"]", "access-unknown", 24),
            ("kinds = [\"person\"]", "kinds = [\"animal\"]", "access-unknown", 24),
            ("groups = [\"card\", \"identity\"]\nactions", "groups = [\"card\", \"secret\"]\nactions", "access-unknown", 25),
            ("purposes = [\"care\"]\n[[area]]", "purposes = [\"love\"]\n[[area]]", "access-unknown", 28),
            ("notify = [\"worker\"]", "notify = [\"nobody\"]", "access-unknown", 18),
            ("actions = [\"list\", \"read\"]", "actions = []", "access-empty", 26),
            ("name = \"gbv\"", "name = \"general\"", "access-twice", 9),
            ("name = \"gbv\"", "name = \"Gender\"", "access-name", 9),
            ("groups = [\"card\", \"identity\"]\nactions", "groups = [\"identity\"]\nactions", "access-list-without-card", 25),
            ("\"list\", \"read\"", "\"break_glass\"", "access-glass-hidden", 23),
            ("\"list\", \"read\"", "\"read\", \"break_glass\"", "access-glass-mixed", 26),
            ("longest_hours = 24", "longest_hours = 720", "access-glass-range", 15),
            ("second_look_hours = 72", "second_look_hours = 0", "access-glass-range", 16),
            ("shortest_reason = 20", "shortest_reason = 1", "access-glass-range", 17),
        ] {
            assert!(TABLE.contains(right), "{right}");
            let (policy, findings) = Policy::read("roles.toml", &TABLE.replacen(right, wrong, 1));
            assert!(policy.is_none(), "{wrong}");
            let found: Vec<(&str, Option<u64>)> = findings.iter().map(|f| (f.code.as_str(), f.row)).collect();
            assert!(found.contains(&(code, Some(line))), "{wrong}: {found:?}");
            assert!(findings.iter().all(|f| f.file.as_deref() == Some("roles.toml")));
        }
    }

    #[test]
    fn who_administers_may_not_read_records() {
        let row = |area: &str, action: &str| {
            format!(
                "[[role.may]]\nareas = [\"{area}\"]\nkinds = [\"grant\"]\ngroups = [\"card\"]\nactions = [\"{action}\"]\nscope = \"all\"\npurposes = [\"care\"]\n"
            )
        };
        let admin =
            format!("{TABLE}[[role]]\nname = \"admin\"\nabout = \"Runs it.\"\n{}{}", row("office", "administer"), row("office", "read"));
        assert!(Policy::read("roles.toml", &admin).0.is_some());
        for action in ["list", "read", "export", "share", "break_glass"] {
            let (policy, findings) = Policy::read("roles.toml", &format!("{admin}{}", row("general", action)));
            assert!(policy.is_none() && findings.has("access-administrator-reads"), "{action}");
        }
    }

    #[test]
    fn all_mistakes_are_found_at_once() {
        let text = TABLE.replace("\"own\"", "\"mine\"").replace("longest_hours = 24", "longest_hours = 0").replace("\"gbv\"]", "\"gvb\"]");
        assert_eq!(Policy::read("roles.toml", &text).1.len(), 3);
    }
}
