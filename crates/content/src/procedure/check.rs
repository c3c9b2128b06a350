//! A procedure against itself, the fields of its kind, the forms and the code lists.

use super::{Event, Procedure};
use crate::codelist::CodeList;
use crate::expression::{self, Declaration, Declared, Type};
use crate::form::Rule;
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with a procedure. `fields` are those of its kind; `forms` the identifiers of all forms.
pub(crate) fn check(
    procedure: &Procedure,
    fields: &BTreeMap<String, Declaration>,
    forms: &BTreeSet<&str>,
    lists: &BTreeMap<String, CodeList>,
) -> Findings {
    let mut checker = Checker { procedure, findings: Findings::default() };
    checker.names();
    checker.ways();
    checker.references(forms, lists);
    let mut declared = fields.clone();
    for fact in &procedure.facts {
        let declaration = Declaration { ty: fact.answer, repeat: None, codes: None };
        if declared.insert(fact.name.clone(), declaration).is_some() {
            let text = format!("'{}' is also a field of a {}", fact.name, procedure.kind);
            checker.push(fact.line, "name", Finding::error("procedure-name-twice", text, "give the fact another name"));
        }
    }
    for guard in procedure.steps.iter().flat_map(|s| &s.guards) {
        checker.rule(&guard.rule, "rule", &declared);
    }
    for deadline in &procedure.deadlines {
        if let Some(when) = &deadline.when {
            checker.rule(when, "when", &declared);
        }
        if let Event::Field(field) = &deadline.after
            && !declared.get(field.as_str()).is_some_and(|d| matches!(d.ty, Type::Date | Type::Instant))
        {
            let text = format!("'{field}' is not a date or moment of a {}", procedure.kind);
            checker.push(
                deadline.line,
                "after_field",
                Finding::error("procedure-unknown-name", text, "name one that is").with("value", field),
            );
        }
    }
    checker.findings
}

struct Checker<'a> {
    procedure: &'a Procedure,
    findings: Findings,
}

impl Checker<'_> {
    fn push(&mut self, line: u64, key: &str, finding: Finding) {
        self.findings.push(finding.at(&self.procedure.file, line, key));
    }

    fn rule(&mut self, rule: &Rule, key: &str, fields: &BTreeMap<String, Declaration>) {
        let declared = Declared { fields, here: None, scope: None };
        for problem in expression::check(&rule.expression, &declared, Type::Truth) {
            self.push(rule.line, key, problem.finding());
        }
    }

    fn names(&mut self) {
        let p = self.procedure;
        let states: Vec<_> = p.states.iter().map(|s| (s.name.as_str(), s.line)).collect();
        let steps: Vec<_> = p.steps.iter().map(|s| (s.name.as_str(), s.line)).collect();
        let deadlines: Vec<_> = p.deadlines.iter().map(|d| (d.name.as_str(), d.line)).collect();
        for (what, names) in [("state", states), ("step", steps), ("deadline", deadlines)] {
            let mut seen = BTreeSet::new();
            for (name, line) in names {
                if !seen.insert(name) {
                    let text = format!("there are two {what}s '{name}'");
                    self.push(
                        line,
                        "name",
                        Finding::error("procedure-name-twice", text, "give each a name of its own").with("value", name),
                    );
                }
            }
        }
    }

    /// States that can't be reached, and states that are no end and can't be left.
    fn ways(&mut self) {
        let p = self.procedure;
        let Some(first) = p.states.first() else { return };
        let mut reached = BTreeSet::from([first.name.as_str()]);
        loop {
            let before = reached.len();
            for step in &p.steps {
                if step.from.iter().any(|f| reached.contains(f.as_str())) {
                    reached.insert(&step.to);
                }
            }
            if reached.len() == before {
                break;
            }
        }
        for state in &p.states {
            let name = &state.name;
            if !reached.contains(name.as_str()) {
                let finding =
                    Finding::error("procedure-state-unreachable", format!("no step leads to '{name}'"), "add a step, or take it out");
                self.push(state.line, "name", finding.with("value", name));
            }
            if !state.ends && p.steps_from(name).next().is_none() {
                let finding =
                    Finding::error("procedure-dead-end", format!("no step leads out of '{name}'"), "add a step, or say ends = true");
                self.push(state.line, "name", finding.with("value", name));
            }
        }
    }

    fn references(&mut self, forms: &BTreeSet<&str>, lists: &BTreeMap<String, CodeList>) {
        let p = self.procedure;
        let mut unknown: Vec<(u64, &str, &str, &str)> = Vec::new();
        for step in &p.steps {
            let states = step.from.iter().map(|f| ("from", f)).chain([("to", &step.to)]);
            unknown.extend(states.filter(|(_, s)| p.find_state(s).is_none()).map(|(key, s)| (step.line, key, "state", s.as_str())));
            unknown.extend(step.form.iter().filter(|f| !forms.contains(f.as_str())).map(|f| (step.line, "form", "form", f.as_str())));
            unknown
                .extend(step.reasons.iter().filter(|r| !lists.contains_key(*r)).map(|r| (step.line, "reasons", "code list", r.as_str())));
        }
        for deadline in &p.deadlines {
            let steps = deadline.met_by.iter().filter(|m| p.find_step(m).is_none());
            unknown.extend(steps.map(|m| (deadline.line, "met_by", "step", m.as_str())));
            match &deadline.after {
                Event::State(s) if p.find_state(s).is_none() => unknown.push((deadline.line, "after_state", "state", s)),
                Event::Step(s) if p.find_step(s).is_none() => unknown.push((deadline.line, "after_step", "step", s)),
                _ => {}
            }
        }
        for (line, key, what, name) in unknown {
            let finding = Finding::error("procedure-unknown-name", format!("there is no {what} '{name}'"), "add it, or correct the name");
            self.push(line, key, finding.with("value", name));
        }
    }
}
