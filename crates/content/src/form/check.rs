//! A form against itself and the code lists: names, types, order of rules; and forms of one kind against each other.

use super::{AnswerType, Form, GROUPS, Place, Question, Required, Rule, Section};
use crate::codelist::CodeList;
use crate::expression::{self, Declaration, Declared, Type};
use base::{Field, Finding, Findings, Kind};
use std::collections::{BTreeMap, BTreeSet};

impl AnswerType {
    /// What a rule sees of an answer; nothing where there is no answer to see.
    pub(crate) fn ty(&self) -> Option<Type> {
        Some(match self {
            Self::Text | Self::LongText | Self::Place => Type::Text,
            Self::Integer | Self::Decimal | Self::Age => Type::Number,
            Self::YesNo => Type::Truth,
            Self::Date => Type::Date,
            Self::Instant => Type::Instant,
            Self::Choice(_) => Type::Choice,
            Self::Choices(_) => Type::Choices,
            Self::Point | Self::Record(_) | Self::Attachment => Type::Present,
            Self::Note => return None,
        })
    }

    fn declaration(&self, repeat: Option<&Field>, lists: &BTreeMap<String, CodeList>) -> Option<Declaration> {
        let list = self.choices().and_then(|choices| lists.get(&choices.list));
        let codes = list.map(|list| list.codes.iter().map(|c| c.code.clone()).collect());
        Some(Declaration { ty: self.ty()?, repeat: repeat.map(Field::to_string), codes })
    }
}

/// Every field and repeat of a form, as its rules may name them.
pub(crate) fn declarations(form: &Form, lists: &BTreeMap<String, CodeList>) -> BTreeMap<String, Declaration> {
    let mut fields = BTreeMap::new();
    for Place { question, within } in form.places() {
        let repeat = innermost_repeat(&within);
        if let Some(declaration) = question.answer.declaration(repeat, lists) {
            fields.insert(question.name.to_string(), declaration);
        }
    }
    for (section, within) in form.all_sections().into_iter().filter(|(section, _)| section.repeat.is_some()) {
        let repeat = innermost_repeat(&within).map(Field::to_string);
        fields.insert(section.name.to_string(), Declaration { ty: Type::Repeat, repeat, codes: None });
    }
    fields
}

fn innermost_repeat<'a>(within: &[&'a Section]) -> Option<&'a Field> {
    within.iter().rev().find(|s| s.repeat.is_some()).map(|s| &s.name)
}

/// Checks a form and puts its questions in the order in which they can be decided.
pub(crate) fn check(form: &mut Form, lists: &BTreeMap<String, CodeList>) -> Findings {
    let mut checker = Checker { form, lists, fields: declarations(form, lists), findings: Findings::default() };
    checker.names();
    checker.rules();
    for Place { question, .. } in form.places() {
        checker.question(question);
    }
    let (order, findings) = (checker.order(), checker.findings);
    form.order = order;
    findings
}

struct Checker<'a> {
    form: &'a Form,
    lists: &'a BTreeMap<String, CodeList>,
    fields: BTreeMap<String, Declaration>,
    findings: Findings,
}

impl Checker<'_> {
    fn push(&mut self, line: u64, key: &str, finding: Finding) {
        self.findings.push(finding.at(&self.form.file, line, key));
    }

    fn names(&mut self) {
        let questions = self.form.places().into_iter().map(|p| (p.question.name.clone(), p.question.line));
        let sections = self.form.all_sections().into_iter().map(|(s, _)| (s.name.clone(), s.line));
        let mut seen: BTreeMap<Field, u64> = BTreeMap::new();
        for (name, line) in questions.chain(sections).collect::<Vec<_>>() {
            if let Some(first) = seen.insert(name.clone(), line) {
                let text = format!("'{name}' is also the name of what begins in line {first}");
                self.push(
                    line,
                    "name",
                    Finding::error("form-name-twice", text, "give each question and section a name of its own").with("value", name),
                );
            }
        }
    }

    fn rules(&mut self) {
        let form = self.form;
        for (section, within) in form.all_sections() {
            let scope = innermost_repeat(&within);
            self.rule(section.relevance.as_ref(), "relevance", None, scope, Type::Truth);
            if let Some(repeat) = section.repeat.as_ref().filter(|r| r.at_least > r.at_most) {
                let text = format!("at least {} and at most {} rows can't both be", repeat.at_least, repeat.at_most);
                self.push(section.line, "at_least", Finding::error("form-rows-swapped", text, "exchange them"));
            }
        }
        for Place { question, within } in form.places() {
            let scope = innermost_repeat(&within);
            let here = Some(question.name.as_str());
            self.rule(question.relevance.as_ref(), "relevance", None, scope, Type::Truth);
            self.rule(question.constraint.as_ref().map(|c| &c.rule), "constraint", here, scope, Type::Truth);
            if let Required::When(rule) = &question.required {
                self.rule(Some(rule), "required", None, scope, Type::Truth);
            }
            if let Some(ty) = question.answer.ty() {
                self.rule(question.calculation.as_ref(), "calculation", None, scope, ty);
            }
        }
    }

    fn rule(&mut self, rule: Option<&Rule>, key: &str, here: Option<&str>, scope: Option<&Field>, expected: Type) {
        let Some(rule) = rule else { return };
        let declared = Declared { fields: &self.fields, here, scope: scope.map(Field::as_str) };
        for problem in expression::check(&rule.expression, &declared, expected) {
            self.push(rule.line, key, problem.finding());
        }
    }

    fn question(&mut self, question: &Question) {
        let line = question.line;
        if !GROUPS.contains(&question.group.as_str()) {
            let text = format!("there is no field group '{}'", question.group);
            self.push(line, "group", Finding::error("form-group-unknown", text, format!("use one of {}", GROUPS.join(", "))));
        }
        if question.calculation.is_some() {
            if matches!(question.answer.ty(), None | Some(Type::Present)) || question.answer == AnswerType::Age {
                let text = format!("a {} can't be calculated", question.answer.word());
                self.push(line, "calculation", Finding::error("form-not-calculable", text, "ask it, or choose another type"));
            }
            if question.required != Required::No {
                let text = "what is calculated can't be required";
                self.push(
                    line,
                    "required",
                    Finding::error("form-calculation-required", text, "require the fields that it is calculated from"),
                );
            }
        }
        let Some(choices) = question.answer.choices() else { return };
        let Some(list) = self.lists.get(&choices.list) else {
            let text = format!("there is no code list '{}'", choices.list);
            self.push(
                line,
                "codelist",
                Finding::error("codelist-unknown", text, "add the list, or correct the name").with("value", &choices.list),
            );
            return;
        };
        let Some(under) = &choices.under else { return };
        let above = self.form.find_question(under.as_str()).and_then(|question| match &question.answer {
            AnswerType::Choice(above) => Some(&above.list),
            _ => None,
        });
        if above != Some(list.parents.as_ref().unwrap_or(&list.id)) {
            let text = format!("'{under}' is not a choice among the parents of the codes of '{}'", choices.list);
            self.push(
                line,
                "under",
                Finding::error("form-under-unfit", text, "name a choice question whose codes are the parents").with("value", under),
            );
        }
    }

    /// Names such that each comes after those that decide it; those in a circle are findings.
    fn order(&mut self) -> Vec<Field> {
        let form = self.form;
        let mut needs: BTreeMap<Field, (BTreeSet<Field>, u64)> = BTreeMap::new();
        let named = |rule: Option<&Rule>| {
            let names = rule.map(|r| expression::references(&r.expression)).unwrap_or_default();
            names.into_iter().filter_map(|name| name.parse::<Field>().ok()).collect::<BTreeSet<Field>>()
        };
        for (section, within) in form.all_sections() {
            let mut before = named(section.relevance.as_ref());
            before.extend(within.last().map(|s| s.name.clone()));
            needs.insert(section.name.clone(), (before, section.line));
        }
        for Place { question, within } in form.places() {
            let mut before = named(question.relevance.as_ref());
            before.extend(named(question.calculation.as_ref()));
            before.extend(within.last().map(|s| s.name.clone()));
            needs.insert(question.name.clone(), (before, question.line));
        }
        let mut order = Vec::with_capacity(needs.len());
        let mut decided: BTreeSet<Field> = BTreeSet::new();
        while !needs.is_empty() {
            let ready: Vec<Field> = needs
                .iter()
                .filter(|(_, (before, _))| before.iter().all(|b| decided.contains(b) || !needs.contains_key(b)))
                .map(|(n, _)| n.clone())
                .collect();
            if ready.is_empty() {
                break;
            }
            for name in ready {
                needs.remove(&name);
                decided.insert(name.clone());
                order.push(name);
            }
        }
        if let Some((_, line)) = needs.values().min_by_key(|(_, line)| *line) {
            let names = needs.keys().map(Field::as_str).collect::<Vec<_>>().join(" ");
            let text = format!("the rules of these decide each other in a circle, or wait for one: {names}");
            self.push(
                *line,
                "relevance",
                Finding::error("form-rules-in-circle", text, "let no rule depend on its own answer").with("value", &names),
            );
        }
        order
    }
}

/// What each field of each kind of record is, over all forms and versions: one field means one thing.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    fields: BTreeMap<Kind, BTreeMap<Field, Meaning>>,
}

#[derive(Debug)]
struct Meaning {
    answer: AnswerType,
    group: String,
    file: String,
    line: u64,
}

impl Dictionary {
    /// Adds a form; a field that another form of the kind gives another type, list or group is a finding.
    pub fn add(&mut self, form: &Form) -> Findings {
        let mut findings = Findings::default();
        for place in form.places() {
            let question = place.question;
            let kind = place.repeats().last().map_or(&form.kind, |(_, repeat)| &repeat.kind);
            let fields = self.fields.entry(kind.clone()).or_default();
            let Some(known) = fields.get(&question.name) else {
                let (answer, group) = (question.answer.clone(), question.group.to_string());
                fields.insert(question.name.clone(), Meaning { answer, group, file: form.file.clone(), line: question.line });
                continue;
            };
            let list = |answer: &AnswerType| answer.choices().map(|c| c.list.clone());
            let differs = if known.answer.word() != question.answer.word() {
                format!("a {} there and a {} here", known.answer.word(), question.answer.word())
            } else if list(&known.answer) != list(&question.answer) {
                "taken from another code list there".to_owned()
            } else if known.group != question.group.as_str() {
                format!("in the group {} there and in {} here", known.group, question.group)
            } else {
                continue;
            };
            let text = format!("'{}' of a {kind} is also in {} line {}, and it is {differs}", question.name, known.file, known.line);
            let remedy = "give it a new name: old records keep the old one";
            findings.push(
                Finding::error("form-field-means-two-things", text, remedy)
                    .at(&form.file, question.line, "name")
                    .with("value", &question.name),
            );
        }
        findings
    }

    /// Every field of a kind, as guards may name them.
    pub fn declarations(&self, kind: &Kind, lists: &BTreeMap<String, CodeList>) -> BTreeMap<String, Declaration> {
        let fields = self.fields.get(kind).into_iter().flatten();
        fields.filter_map(|(name, meaning)| Some((name.to_string(), meaning.answer.declaration(None, lists)?))).collect()
    }
}
