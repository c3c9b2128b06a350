//! Our expressions as XPath 1.0, as ODK and Kobo evaluate it, with our meaning of a blank.
//!
//! XPath has two truth values where we have three, so each truth is written as two conditions: when it is surely true, and when it is
//! surely false. On a blank neither holds.

use super::Column;
use crate::expression::{Comparison, Declaration, Function, Kind, Node, Step, Type};
use std::collections::BTreeMap;

/// XPath text, or the function that XPath has nothing for.
pub(super) type Written = Result<String, &'static str>;

/// Writes the rules of one form.
pub(super) struct Writer<'a> {
    pub fields: &'a BTreeMap<String, Declaration>,
}

/// How a yes-or-no question's codes are written.
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

impl Writer<'_> {
    /// What goes into a column.
    pub fn rule(&self, column: Column, node: &Node) -> Written {
        match column {
            Column::Relevance | Column::Required => self.yes(node),
            // Holds unless the rule says no. ODK asks only once there is an answer, so that a rule about nothing else is never blank.
            Column::Constraint if names_a_field(node) => Ok(format!("not({})", self.no(node)?)),
            Column::Constraint => self.yes(node),
            Column::Calculation if self.is_truth(node) => {
                Ok(format!("if({}, '{YES}', if({}, '{NO}', ''))", self.yes(node)?, self.no(node)?))
            }
            Column::Calculation => self.value(node),
        }
    }

    fn yes(&self, node: &Node) -> Written {
        self.truth(node, true)
    }

    fn no(&self, node: &Node) -> Written {
        self.truth(node, false)
    }

    /// A condition that holds when the truth is surely `wanted`.
    fn truth(&self, node: &Node, wanted: bool) -> Written {
        let parts = node.parts.as_slice();
        let joined = |sign: &str| -> Written {
            let parts: Result<Vec<String>, _> = parts.iter().map(|p| self.truth(p, wanted)).collect();
            Ok(format!("({})", parts?.join(sign)))
        };
        match (&node.kind, parts) {
            (Kind::And, _) => joined(if wanted { " and " } else { " or " }),
            // What is blank makes the whole true anyway, and `!= 'x'` is true on a blank in XPath.
            (Kind::Or, [blank, other]) if wanted && is_own_guard(blank, other) => self.bare(other),
            (Kind::Or, _) => joined(if wanted { " or " } else { " and " }),
            (Kind::Field(_) | Kind::Here, _) => Ok(format!("{} = '{}'", self.value(node)?, if wanted { YES } else { NO })),
            (Kind::Compare(Comparison::Equal), [a, b]) if self.is_truth(a) => self.same(a, b, wanted),
            (Kind::Compare(Comparison::Unequal), [a, b]) if self.is_truth(a) => self.same(a, b, !wanted),
            (Kind::Compare(sign), [a, b]) => {
                let sign = if wanted { *sign } else { opposite(*sign) };
                let guard = if sign == Comparison::Unequal { self.guards(&[a, b])? } else { String::new() };
                Ok(format!("({guard}{} {} {})", self.value(a)?, sign.sign(), self.value(b)?))
            }
            (Kind::Matches(_), [text]) => self.simple(node, &[text], wanted),
            (Kind::Call(function), _) => self.called(*function, node, wanted),
            _ => Err("an expression that is no condition"),
        }
    }

    fn called(&self, function: Function, node: &Node, wanted: bool) -> Written {
        let literal = |truth: bool| Ok(if truth == wanted { "true()" } else { "false()" }.to_owned());
        match (function, node.parts.as_slice()) {
            (Function::True, _) => literal(true),
            (Function::False, _) => literal(false),
            (Function::Not, [part]) => self.truth(part, !wanted),
            (Function::IsBlank, [part]) => self.blank(part, wanted),
            (Function::IsKnown, [part]) => self.blank(part, !wanted),
            (Function::If, [condition, a, b]) => Ok(format!(
                "(({} and {}) or ({} and {}))",
                self.yes(condition)?,
                self.truth(a, wanted)?,
                self.no(condition)?,
                self.truth(b, wanted)?
            )),
            (Function::Coalesce, [first, rest @ ..]) => {
                let mut text = self.truth(first, wanted)?;
                let mut open = format!("not({}) and not({})", self.yes(first)?, self.no(first)?);
                for part in rest {
                    text = format!("{text} or ({open} and {})", self.truth(part, wanted)?);
                    open = format!("{open} and not({}) and not({})", self.yes(part)?, self.no(part)?);
                }
                Ok(format!("({text})"))
            }
            (Function::Selected | Function::SelectedAny, [choices, ..]) => self.simple(node, &[choices], wanted),
            (Function::Contains | Function::StartsWith, parts) => self.simple(node, &parts.iter().collect::<Vec<_>>(), wanted),
            _ => Err(function.name()),
        }
    }

    /// A condition that XPath has too and that is false on a blank: its opposite must ask for an answer.
    fn simple(&self, node: &Node, about: &[&Node], wanted: bool) -> Written {
        let text = self.value(node)?;
        if wanted { Ok(text) } else { Ok(format!("({}not({text}))", self.guards(about)?)) }
    }

    fn blank(&self, part: &Node, wanted: bool) -> Written {
        if self.is_truth(part) && !matches!(part.kind, Kind::Field(_) | Kind::Here) {
            let (yes, no) = (self.yes(part)?, self.no(part)?);
            return Ok(if wanted { format!("(not({yes}) and not({no}))") } else { format!("({yes} or {no})") });
        }
        Ok(format!("{} {} ''", self.value(part)?, if wanted { "=" } else { "!=" }))
    }

    fn same(&self, a: &Node, b: &Node, wanted: bool) -> Written {
        let both = |first: bool, second: bool| -> Written { Ok(format!("({} and {})", self.truth(a, first)?, self.truth(b, second)?)) };
        Ok(format!("({} or {})", both(true, wanted)?, both(false, !wanted)?))
    }

    /// A comparison without the question whether there is an answer.
    fn bare(&self, node: &Node) -> Written {
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Compare(sign), [a, b]) => Ok(format!("{} {} {}", self.value(a)?, sign.sign(), self.value(b)?)),
            _ => self.yes(node),
        }
    }

    /// `${a} != '' and `: for everything whose blank would make XPath say true.
    fn guards(&self, nodes: &[&Node]) -> Written {
        let mut text = String::new();
        for node in nodes {
            match &node.kind {
                Kind::Number(_) | Kind::Text(_) | Kind::Here => {}
                Kind::Field(_) | Kind::Call(Function::Coalesce | Function::If | Function::IndexedRepeat) => {
                    text.push_str(&format!("{} != '' and ", self.value(node)?));
                }
                Kind::Call(Function::Count | Function::Sum) => {}
                _ => text.push_str(&self.guards(&node.parts.iter().collect::<Vec<_>>())?),
            }
        }
        Ok(text)
    }

    /// What isn't a condition.
    fn value(&self, node: &Node) -> Written {
        let parts = node.parts.as_slice();
        let at = |index: usize| parts.get(index).map_or(Err("a missing value"), |part| self.value(part));
        let listed = |name: &str| -> Written {
            let parts: Result<Vec<String>, _> = parts.iter().map(|p| self.value(p)).collect();
            Ok(format!("{name}({})", parts?.join(", ")))
        };
        match &node.kind {
            Kind::Number(number) => Ok(number.to_string()),
            Kind::Text(text) => Ok(quoted(text)),
            Kind::Field(name) => Ok(format!("${{{name}}}")),
            Kind::Here => Ok(".".to_owned()),
            Kind::Negative => Ok(format!("-{}", at(0)?)),
            Kind::Sum(steps) | Kind::Product(steps) => {
                let mut text = at(0)?;
                for (index, step) in steps.iter().enumerate() {
                    text = format!("{text} {} {}", Step::sign(*step), at(index + 1)?);
                }
                Ok(format!("({text})"))
            }
            Kind::Matches(pattern) => Ok(format!("regex({}, {})", at(0)?, quoted(pattern.source()))),
            Kind::Or | Kind::And | Kind::Compare(_) => self.yes(node),
            Kind::Call(function) => match (function, parts) {
                (Function::If, [condition, a, b]) => {
                    let (yes, no) = (self.yes(condition)?, self.no(condition)?);
                    Ok(format!("if({yes}, {}, if({no}, {}, ''))", self.value(a)?, self.value(b)?))
                }
                (Function::Coalesce, [first, rest @ ..]) => {
                    let mut text = self.value(rest.last().unwrap_or(first))?;
                    for part in rest.iter().rev().skip(1).chain([first]) {
                        text = format!("coalesce({}, {text})", self.value(part)?);
                    }
                    Ok(text)
                }
                (Function::SelectedAny, [choices, codes @ ..]) => {
                    let choices = self.value(choices)?;
                    let each: Result<Vec<String>, _> =
                        codes.iter().map(|code| Ok(format!("selected({choices}, {})", self.value(code)?))).collect();
                    Ok(format!("({})", each?.join(" or ")))
                }
                (Function::AgeYears, [birth, on @ ..]) => {
                    let day = |text: String| format!("number(format-date({text}, '%Y%m%d'))");
                    let on = on.first().map_or(Ok("today()".to_owned()), |on| self.value(on))?;
                    Ok(format!("int(({} - {}) div 10000)", day(on), day(self.value(birth)?)))
                }
                (Function::DaysBetween, _) => Ok(format!("(int(decimal-date-time({})) - int(decimal-date-time({})))", at(1)?, at(0)?)),
                (Function::HoursBetween, _) => Ok(format!("((decimal-date-time({}) - decimal-date-time({})) * 24)", at(1)?, at(0)?)),
                (Function::ChoiceName, [field, ..]) => Ok(format!("jr:choice-name({0}, '{0}')", self.value(field)?)),
                (Function::Position, _) => Ok("position(..)".to_owned()),
                (Function::Reason, _) => Err("reason()"),
                (Function::Floor | Function::Ceiling, _) => Err("floor() and ceiling()"),
                (function, _) if self.is_truth(node) && !is_simple(*function) => self.yes(node),
                (function, _) => listed(function.name()),
            },
        }
    }

    fn is_truth(&self, node: &Node) -> bool {
        match (&node.kind, node.parts.as_slice()) {
            (Kind::Or | Kind::And | Kind::Compare(_) | Kind::Matches(_), _) => true,
            (Kind::Field(name), _) => self.fields.get(name).is_some_and(|d| d.ty == Type::Truth),
            (Kind::Call(Function::If), [_, a, _]) => self.is_truth(a),
            (Kind::Call(Function::Coalesce), [a, ..]) => self.is_truth(a),
            (Kind::Call(function), _) => is_simple(*function) || matches!(function, Function::Not | Function::IsBlank | Function::IsKnown),
            _ => false,
        }
    }
}

/// A function of truth that XPath has under the same name.
fn is_simple(function: Function) -> bool {
    use Function::{Contains, False, Selected, SelectedAny, StartsWith, True};
    matches!(function, True | False | Selected | SelectedAny | Contains | StartsWith)
}

/// `is-blank(${x}) or ${x} != 'no'`: what an import makes of `${x} != 'no'`.
fn is_own_guard(blank: &Node, other: &Node) -> bool {
    let text = |node: &Node| matches!(&node.kind, Kind::Text(text) if !text.is_empty());
    matches!(blank.kind, Kind::Call(Function::IsBlank))
        && matches!(other.kind, Kind::Compare(Comparison::Unequal))
        && blank.parts.first() == other.parts.first()
        && other.parts.get(1).is_some_and(text)
}

fn names_a_field(node: &Node) -> bool {
    matches!(node.kind, Kind::Field(_)) || node.parts.iter().any(names_a_field)
}

fn opposite(sign: Comparison) -> Comparison {
    match sign {
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::More,
        Comparison::More => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
