//! Whether rules can be leaned on: each code once, points in range, and no rule by which a further risk would lower the score.

use crate::degree::Band;
use crate::ruleset::Ruleset;
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;

/// The line of a byte, counting from 1.
pub(crate) fn line_of(text: &str, byte: usize) -> u64 {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count() as u64
}

/// Codes: `ruleset-code-twice`, `ruleset-code-malformed`, `ruleset-points`, `ruleset-unless`, `ruleset-not-monotone`, `ruleset-bands`,
/// `ruleset-tiers`, `ruleset-expiry`, `ruleset-threats`, `ruleset-flag-forces-nothing`, `ruleset-formula`, `ruleset-washington-group`,
/// `ruleset-disparity`, `ruleset-unknown-lowers`.
pub(crate) fn check(rules: &Ruleset, file: &str, text: &str, findings: &mut Findings) {
    let mut say = |at: usize, code: &str, what: String, remedy: &str| {
        findings.push(Finding::error(code, what.as_str(), remedy).at(file, line_of(text, at), "").with("detail", what));
    };
    check_codes(rules, &mut say);
    check_points(rules, &mut say);
    check_unless(rules, &mut say);
    check_washington_group(rules, &mut say);
    check_numbers(rules, text, &mut say);
    check_threats(rules, &mut say);
    for flag in rules.flags.iter().filter(|f| f.at_least == Band::None) {
        let what = format!("the flag '{}' forces no band", flag.code.get_ref());
        say(flag.code.span().start, "ruleset-flag-forces-nothing", what, "name low, medium, high or critical");
    }
}

fn check_codes(rules: &Ruleset, say: &mut impl FnMut(usize, &str, String, &str)) {
    let vulnerabilities = rules.vulnerabilities.iter().map(|v| &v.code);
    let codes: Vec<&Spanned<String>> =
        vulnerabilities.chain(rules.capacities.iter().map(|c| &c.code)).chain(rules.flags.iter().map(|f| &f.code)).collect();
    let mut seen = BTreeSet::new();
    for code in codes {
        let name = code.get_ref();
        if !seen.insert(name) {
            say(
                code.span().start,
                "ruleset-code-twice",
                format!("'{name}' is there twice"),
                "give each item, capacity and flag its own code",
            );
        }
        let sound = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !sound {
            say(
                code.span().start,
                "ruleset-code-malformed",
                format!("'{name}' can't be a code"),
                "use small letters, digits and _, beginning with a letter",
            );
        }
    }
}

fn check_points(rules: &Ruleset, say: &mut impl FnMut(usize, &str, String, &str)) {
    for item in rules.vulnerabilities.iter().filter(|v| v.points == 0 || v.points > rules.formula.vulnerability_cap) {
        let what = format!("'{}' has {} points", item.code.get_ref(), item.points);
        say(item.code.span().start, "ruleset-points", what, "give it at least 1 point and at most vulnerability_cap");
    }
}

/// An item that gives way to another must not cost points: all that give way to one item together weigh at most what it weighs.
fn check_unless(rules: &Ruleset, say: &mut impl FnMut(usize, &str, String, &str)) {
    let mut giving_way: BTreeMap<&str, u32> = BTreeMap::new();
    for item in &rules.vulnerabilities {
        for other in &item.unless {
            let at = item.code.span().start;
            match rules.find_vulnerability(other) {
                Some(target) if target.code.get_ref() != item.code.get_ref() && target.unless.is_empty() => {
                    let sum = giving_way.entry(target.code.get_ref()).or_default();
                    *sum = sum.saturating_add(item.points);
                    if *sum > target.points {
                        let what =
                            format!("with '{other}' the score would fall, because '{}' and others give way to it", item.code.get_ref());
                        say(at, "ruleset-not-monotone", what, "give it at least the points of all that give way to it");
                    }
                }
                Some(_) => say(
                    at,
                    "ruleset-unless",
                    format!("'{}' gives way to '{other}', which gives way itself", item.code.get_ref()),
                    "let items give way to one that always counts",
                ),
                None => say(at, "ruleset-unless", format!("'{other}' is no vulnerability item"), "name an item of this file"),
            }
        }
    }
}

fn check_washington_group(rules: &Ruleset, say: &mut impl FnMut(usize, &str, String, &str)) {
    for item in &rules.vulnerabilities {
        let Some(rule) = &item.washington_group else { continue };
        let in_range = |n: u8| (2..=4).contains(&n);
        if rule.domains.is_empty()
            || !in_range(rule.at_least)
            || rule.at_least_unassisted.is_some_and(|n| !in_range(n) || n > rule.at_least)
        {
            let what = format!("the Washington Group answers of '{}' can't be met or always are", item.code.get_ref());
            say(
                item.code.span().start,
                "ruleset-washington-group",
                what,
                "name domains and difficulties of 2 to 4, unassisted not above assisted",
            );
        }
    }
}

fn check_numbers(rules: &Ruleset, text: &str, say: &mut impl FnMut(usize, &str, String, &str)) {
    let section = |name: &str| text.find(name).unwrap_or(0);
    let formula = &rules.formula;
    let numbers = [formula.per_vulnerability, formula.vulnerability_cap, formula.per_capacity, formula.capacity_cap];
    if numbers.iter().any(|n| *n > 1000) || formula.vulnerability_cap == 0 {
        say(
            section("[formula]"),
            "ruleset-formula",
            "a number of the formula is out of range".into(),
            "use 0 to 1000, and a cap of at least 1",
        );
    }
    if rules.bands.medium < 2 || rules.bands.high <= rules.bands.medium {
        let what = format!("medium from {} and high from {} leave a band empty", rules.bands.medium, rules.bands.high);
        say(section("[bands]"), "ruleset-bands", what, "write medium of 2 or more and a higher high");
    }
    for pair in Band::ALL.windows(2) {
        let [less, more] = pair else { continue };
        if rules.tiers.of(*more) > rules.tiers.of(*less) {
            let what = format!("{} would go before {}", less.word(), more.word());
            say(section("[tiers]"), "ruleset-tiers", what, "a more exposed band needs the same tier or a smaller number");
        }
        if rules.expires_hours.of(*more) > rules.expires_hours.of(*less) || rules.expires_hours.of(*more) == 0 {
            let what = format!("an assessment of {} would hold no time or longer than one of {}", more.word(), less.word());
            say(section("[expires_hours]"), "ruleset-expiry", what, "the more exposed, the sooner someone must look again");
        }
    }
    if rules.unknown.not_assessed < Band::High {
        let what = format!("someone whom nobody has assessed would count as {}", rules.unknown.not_assessed.word());
        say(section("[unknown]"), "ruleset-unknown-lowers", what, "write high or critical: a gap in the data must never put anyone back");
    }
    let rule = &rules.disparity;
    if rule.review_above_percent < 100 || rule.review_below_percent > 100 {
        let what = format!("review above {} % and below {} %", rule.review_above_percent, rule.review_below_percent);
        say(section("[disparity]"), "ruleset-disparity", what, "write a number above 100 and one below");
    }
}

fn check_threats(rules: &Ruleset, say: &mut impl FnMut(usize, &str, String, &str)) {
    let levels: Vec<u8> = rules.threats.iter().map(|t| *t.level.get_ref()).collect();
    if levels != [0, 1, 2, 3, 4] {
        let misplaced = rules.threats.iter().zip(0u8..).find(|(t, level)| t.level.get_ref() != level);
        let at = misplaced.or(rules.threats.last().map(|t| (t, 0))).map_or(0, |(t, _)| t.level.span().start);
        say(at, "ruleset-threats", format!("the levels are {levels:?}"), "describe the levels 0, 1, 2, 3 and 4 in this order");
    }
}
