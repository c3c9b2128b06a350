//! `docs/policy-matrix.md`: the table of roles as a protection officer reads it. Run with `UPDATE=1` to write it anew.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use access::{Action, Policy, RoleTable, Row, Secrecy};
use base::{Area, Group, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const ROLES: &str = include_str!("../../../content/access/roles.toml");
const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/policy-matrix.md");
const HEAD: &str = "# Who may do what

Made from `content/access/roles.toml` by a test (`UPDATE=1 cargo test -p access --test matrix` writes it anew); a change of the table shows here.

What isn't in a cell is not permitted. Letters: **L** list, **R** read, **W** write, **C** create, **A** advance a procedure, **T** transfer,
**Y** approve, **S** share outside, **X** export, **M** merge, **E** erase, **G** give grants, **D** administer, **!** open in an emergency by breaking
the glass (to list and read, for a time, with a reason; someone looks at it afterwards). After them how far: *own* what the person is assigned to,
*team*, *site*, *agency* what belongs to theirs, *all* every agency. A grant can narrow each of these for one person and a time.
";

fn letter(action: Action) -> char {
    match action {
        Action::List => 'L',
        Action::Read => 'R',
        Action::Write => 'W',
        Action::Create => 'C',
        Action::Advance => 'A',
        Action::Transfer => 'T',
        Action::Approve => 'Y',
        Action::Share => 'S',
        Action::Export => 'X',
        Action::Merge => 'M',
        Action::Erase => 'E',
        Action::BreakGlass => '!',
        Action::Grant => 'G',
        Action::Administer => 'D',
    }
}

/// `LRW own; X agency`, or a dash.
fn cell<'a>(rows: impl Iterator<Item = &'a Row>) -> String {
    let mut by_scope: BTreeMap<_, BTreeSet<Action>> = BTreeMap::new();
    for row in rows {
        by_scope.entry(row.scope).or_default().extend(&row.actions);
    }
    let parts: Vec<String> =
        by_scope.iter().map(|(scope, actions)| format!("{} {scope}", actions.iter().map(|a| letter(*a)).collect::<String>())).collect();
    if parts.is_empty() { "–".into() } else { parts.join("; ") }
}

fn list<T: ToString>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|i| i.to_string().replace('_', " ")).collect::<Vec<_>>().join(", ")
}

/// The first page: for each role and area, whatever it may do there with anything.
fn overview(out: &mut String, policy: &Policy) {
    out.push_str("\n## Roles and areas of work\n\n| |");
    for (area, secrecy) in &policy.areas {
        let mark = match secrecy {
            Secrecy::Open => "",
            Secrecy::Strict => " (strict)",
            Secrecy::Hidden => " (hidden)",
        };
        write!(out, " {}{mark} |", list([area])).unwrap();
    }
    writeln!(out, "\n|---|{}", "---|".repeat(policy.areas.len())).unwrap();
    for (name, role) in &policy.roles {
        write!(out, "| {} |", list([name])).unwrap();
        for area in policy.areas.keys() {
            write!(out, " {} |", cell(role.rows.iter().filter(|row| row.areas.contains(area)))).unwrap();
        }
        out.push('\n');
    }
}

/// One role in one area: kinds down, field groups across; kinds that read alike share a line, groups that read alike a column.
fn section(out: &mut String, role: &RoleTable, area: &Area) {
    let rows: Vec<&Row> = role.rows.iter().filter(|row| row.areas.contains(area)).collect();
    let kinds: BTreeSet<&Kind> = rows.iter().flat_map(|row| &row.kinds).collect();
    let groups: BTreeSet<&Group> = rows.iter().flat_map(|row| &row.groups).collect();
    let at = |kind: &Kind, group: &Group| cell(rows.iter().copied().filter(|row| row.kinds.contains(kind) && row.groups.contains(group)));
    let mut columns: BTreeMap<Vec<String>, Vec<&Group>> = BTreeMap::new();
    for group in groups {
        columns.entry(kinds.iter().map(|kind| at(kind, group)).collect()).or_default().push(group);
    }
    let mut columns: Vec<(&Group, String)> = columns.values().map(|alike| (alike[0], list(alike))).collect();
    columns.sort();
    let mut lines: BTreeMap<Vec<String>, Vec<&Kind>> = BTreeMap::new();
    for kind in &kinds {
        lines.entry(columns.iter().map(|(group, _)| at(kind, group)).collect()).or_default().push(kind);
    }
    let purposes: BTreeSet<_> = rows.iter().flat_map(|row| &row.purposes).collect();
    writeln!(out, "\n**{}**, for {}:\n", list([area]), list(purposes)).unwrap();
    writeln!(out, "| | {} |", columns.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(" | ")).unwrap();
    writeln!(out, "|---|{}", "---|".repeat(columns.len())).unwrap();
    let mut lines: Vec<(String, Vec<String>)> = lines.into_iter().map(|(cells, alike)| (list(alike), cells)).collect();
    lines.sort();
    for (title, cells) in lines {
        writeln!(out, "| {title} | {} |", cells.join(" | ")).unwrap();
    }
}

fn matrix(policy: &Policy) -> String {
    let mut out = HEAD.to_owned();
    overview(&mut out, policy);
    let glass = &policy.break_glass;
    writeln!(
        out,
        "\nA broken glass stays open for at most {} hours and needs a reason of {} characters or more; {} are told at once, and another person looks\nat it within {} hours. It can't be broken in a hidden area. A grant in a strict or hidden area needs a second person's yes.",
        glass.longest_hours,
        glass.shortest_reason,
        list(&glass.notify),
        glass.second_look_hours
    )
    .unwrap();
    for (name, role) in &policy.roles {
        writeln!(out, "\n## {}\n\n{}", list([name]), role.about).unwrap();
        for area in policy.areas.keys().filter(|area| role.rows.iter().any(|row| row.areas.contains(area))) {
            section(&mut out, role, area);
        }
    }
    out
}

#[test]
fn the_matrix_is_as_committed() {
    let (policy, findings) = Policy::read("content/access/roles.toml", ROLES);
    let now = matrix(&policy.unwrap_or_else(|| panic!("{findings:?}")));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(SNAPSHOT, &now).unwrap();
    }
    let committed = std::fs::read_to_string(SNAPSHOT).unwrap_or_default();
    let different = now.lines().zip(committed.lines()).find(|(a, b)| a != b);
    assert!(
        now == committed,
        "docs/policy-matrix.md is not what the table says; write it anew with UPDATE=1 and read the difference: {different:?}"
    );
}
