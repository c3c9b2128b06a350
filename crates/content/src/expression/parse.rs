//! Tokens to a tree, by descent; brackets, calls and signs are counted so that the stack is bounded.

use super::MAX_DEPTH;
use super::pattern::Pattern;
use super::problem::{Code, Problem};
use super::token::{Token, Word, tokens};
use super::tree::{Comparison, Expression, Function, Kind, Node, Step};

/// Reads an expression; or says what is wrong: unknown functions, counts and patterns all at once, a fault of syntax at its place.
pub fn parse(source: &str) -> Result<Expression, Vec<Problem>> {
    let tokens = tokens(source).map_err(|problem| vec![problem])?;
    let mut parser = Parser { tokens, at: 0, depth: 0, problems: Vec::new() };
    match parser.whole() {
        Ok(root) if parser.problems.is_empty() => Ok(Expression { source: source.to_owned(), root }),
        Ok(_) => Err(parser.problems),
        Err(problem) => {
            parser.problems.push(problem);
            Err(parser.problems)
        }
    }
}

/// What ends parsing.
type Parsed = Result<Node, Problem>;

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// What doesn't end parsing.
    problems: Vec<Problem>,
}

impl Parser {
    fn whole(&mut self) -> Parsed {
        let root = self.or()?;
        match self.word() {
            Word::End => Ok(root),
            _ => Err(self.problem(Code::UnexpectedPart, &[])),
        }
    }

    fn or(&mut self) -> Parsed {
        self.chain(Self::and, |word| name(word, "or").then_some(()), |_| Kind::Or)
    }

    fn and(&mut self) -> Parsed {
        self.chain(Self::comparison, |word| name(word, "and").then_some(()), |_| Kind::And)
    }

    fn comparison(&mut self) -> Parsed {
        let left = self.sum()?;
        let Some(comparison) = self.comparison_sign() else { return Ok(left) };
        self.at += 1;
        let right = self.sum()?;
        if self.comparison_sign().is_some() {
            return Err(self.problem(Code::ChainedComparison, &[]));
        }
        Ok(joined(Kind::Compare(comparison), vec![left, right]))
    }

    fn comparison_sign(&self) -> Option<Comparison> {
        if let Word::Sign(sign) = self.word() { Comparison::find(sign) } else { None }
    }

    fn sum(&mut self) -> Parsed {
        let step = |word: &Word| match word {
            Word::Sign("+") => Some(Step::Plus),
            Word::Sign("-") => Some(Step::Minus),
            _ => None,
        };
        self.chain(Self::product, step, Kind::Sum)
    }

    fn product(&mut self) -> Parsed {
        let step = |word: &Word| match word {
            Word::Sign("*") => Some(Step::Times),
            _ if name(word, "div") => Some(Step::Div),
            _ if name(word, "mod") => Some(Step::Mod),
            _ => None,
        };
        self.chain(Self::signed, step, Kind::Product)
    }

    /// One part, or several joined by steps.
    fn chain<S>(&mut self, part: fn(&mut Self) -> Parsed, step: impl Fn(&Word) -> Option<S>, kind: impl Fn(Vec<S>) -> Kind) -> Parsed {
        let first = part(self)?;
        let (mut parts, mut steps) = (vec![first], Vec::new());
        while let Some(next) = step(self.word()) {
            self.at += 1;
            steps.push(next);
            parts.push(part(self)?);
        }
        Ok(if steps.is_empty() { parts.remove(0) } else { joined(kind(steps), parts) })
    }

    fn signed(&mut self) -> Parsed {
        if *self.word() != Word::Sign("-") {
            return self.primary();
        }
        let start = self.token().start;
        self.deeper()?;
        self.at += 1;
        let part = self.signed()?;
        self.depth -= 1;
        let end = part.end;
        Ok(Node { kind: Kind::Negative, parts: vec![part], start, end })
    }

    fn primary(&mut self) -> Parsed {
        let Token { word, start, end } = self.token();
        let kind = match word {
            Word::Number(value) => Kind::Number(value),
            Word::Text(text) => Kind::Text(text),
            Word::Field(name) => Kind::Field(name),
            Word::Sign(".") => Kind::Here,
            Word::Sign("(") => return self.bracketed(start),
            Word::Name(name) if self.next_is("(") => return self.call(&name, (start, end)),
            Word::Name(name) if !["and", "or", "div", "mod"].contains(&name.as_str()) => return Err(self.problem(Code::BareName, &[&name])),
            _ => return Err(self.problem(Code::OperandExpected, &[])),
        };
        self.at += 1;
        Ok(Node { kind, parts: Vec::new(), start, end })
    }

    fn bracketed(&mut self, start: usize) -> Parsed {
        self.deeper()?;
        self.at += 1;
        let inner = self.or()?;
        let end = self.close()?;
        Ok(Node { start, end, ..inner })
    }

    fn call(&mut self, name: &str, (start, name_end): (usize, usize)) -> Parsed {
        self.deeper()?;
        self.at += 2;
        let mut parts = Vec::new();
        if name == Function::Position.name() {
            if *self.word() != Word::Sign("..") {
                return Err(self.problem(Code::DotsExpected, &[]));
            }
            self.at += 1;
        } else if *self.word() != Word::Sign(")") {
            parts.push(self.or()?);
            while *self.word() == Word::Sign(",") {
                self.at += 1;
                parts.push(self.or()?);
            }
        }
        let end = self.close()?;
        let Some((function, _, least, most)) = Function::ALL.iter().find(|(_, text, _, _)| *text == name) else {
            self.problems.push(Problem::new(Code::UnknownFunction, (start, name_end), &[name]));
            // What stands in for it is never evaluated: a source with a problem gives no expression.
            return Ok(Node { kind: Kind::Call(Function::True), parts: Vec::new(), start, end });
        };
        let kind = if (*least..=*most).contains(&parts.len()) {
            self.call_kind(*function, &mut parts)
        } else {
            self.problems.push(Problem::new(Code::WrongCount, (start, end), &[name]));
            Kind::Call(*function)
        };
        Ok(Node { kind, parts, start, end })
    }

    /// The kind of a call whose count is right; says which parts must be written otherwise.
    fn call_kind(&mut self, function: Function, parts: &mut Vec<Node>) -> Kind {
        let names = match function {
            Function::ChoiceName => 1,
            Function::IndexedRepeat => 2,
            _ => 0,
        };
        for part in parts.iter().take(names).filter(|p| !matches!(p.kind, Kind::Field(_))) {
            self.problems.push(Problem::new(Code::ReferenceExpected, (part.start, part.end), &[]));
        }
        if function != Function::Regex {
            return Kind::Call(function);
        }
        if let Some(written) = parts.pop() {
            match &written.kind {
                Kind::Text(text) => match Pattern::read(text) {
                    Ok(pattern) => return Kind::Matches(pattern),
                    Err((offset, why)) => {
                        let at = written.end - 1 - text.chars().count() + offset;
                        self.problems.push(Problem::new(Code::BadPattern, (at, at + 1), &[why]));
                    }
                },
                _ => self.problems.push(Problem::new(Code::LiteralExpected, (written.start, written.end), &[])),
            }
        }
        Kind::Call(function)
    }

    fn close(&mut self) -> Result<usize, Problem> {
        if *self.word() != Word::Sign(")") {
            return Err(self.problem(Code::BracketExpected, &[]));
        }
        let end = self.token().end;
        self.at += 1;
        self.depth -= 1;
        Ok(end)
    }

    fn deeper(&mut self) -> Result<(), Problem> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.problem(Code::TooDeep, &[])) } else { Ok(()) }
    }

    fn word(&self) -> &Word {
        self.tokens.get(self.at).map_or(&Word::End, |t| &t.word)
    }

    fn next_is(&self, sign: &str) -> bool {
        matches!(self.tokens.get(self.at + 1), Some(Token { word: Word::Sign(s), .. }) if *s == sign)
    }

    fn token(&self) -> Token {
        self.tokens.get(self.at).or(self.tokens.last()).cloned().unwrap_or(Token { word: Word::End, start: 0, end: 0 })
    }

    fn problem(&self, code: Code, values: &[&str]) -> Problem {
        let token = self.token();
        Problem::new(code, (token.start, token.end), values)
    }
}

fn name(word: &Word, text: &str) -> bool {
    matches!(word, Word::Name(name) if name == text)
}

fn joined(kind: Kind, parts: Vec<Node>) -> Node {
    let start = parts.first().map_or(0, |p| p.start);
    let end = parts.last().map_or(0, |p| p.end);
    Node { kind, parts, start, end }
}
