//! Patterns of `regex()`: a common subset of regular expressions, matched without backtracking.
//!
//! Letters stand for themselves; `.`, classes, `\d \w \s \D \W \S` in ASCII, groups, `|`, `* + ? {n} {n,} {n,m}`. A pattern always
//! covers the whole text; `^` first and `$` last are allowed and change nothing. Time is at most states times code points.

/// The most states of a compiled pattern.
const MAX_STATES: usize = 500;
/// How deep groups may stand in each other.
const MAX_GROUPS: usize = 20;
/// The longest text that is matched, in code points; a longer one gives undefined.
const MAX_TEXT: usize = 1_000;

/// First and last code point of each span that a class holds.
type Class = Vec<(u32, u32)>;
/// Where a pattern is wrong, in code points, and how.
type Fault = (usize, &'static str);

const LAST: u32 = 0x0010_FFFF;
const DIGIT: &[(u32, u32)] = &[(0x30, 0x39)];
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
const SPACE: &[(u32, u32)] = &[(0x09, 0x0D), (0x20, 0x20)];
const LINE_END: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x85, 0x85), (0x2028, 0x2029)];

/// A pattern that was read, with its source.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: String,
    states: Vec<State>,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

#[derive(Debug, Clone)]
enum State {
    /// One code point of the class leads to the next state.
    One(Class),
    /// Both of these states, at no cost.
    Either(usize, usize),
    Match,
}

/// A pattern as written.
enum Tree {
    One(Class),
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Repeat(Box<Tree>, usize, Option<usize>),
}

impl Pattern {
    /// As written.
    pub fn source(&self) -> &str {
        &self.source
    }

    pub(super) fn read(source: &str) -> Result<Self, Fault> {
        let chars: Vec<char> = source.chars().collect();
        let mut reader = Reader { chars, at: 0, groups: 0 };
        let tree = reader.any()?;
        if reader.at < reader.chars.len() {
            return Err((reader.at, "this bracket closes nothing"));
        }
        if cost(&tree) >= MAX_STATES {
            return Err((0, "it is too large"));
        }
        let mut states = Vec::new();
        emit(&tree, &mut states);
        states.push(State::Match);
        Ok(Self { source: source.to_owned(), states })
    }

    /// Whether the whole text matches; nothing for a text of more than 1,000 code points.
    pub(super) fn matches(&self, text: &str) -> Option<bool> {
        let mut here = self.reach(vec![0]);
        for (index, c) in text.chars().enumerate() {
            if index >= MAX_TEXT {
                return None;
            }
            let c = u32::from(c);
            let moved = here.into_iter().filter(|at| match self.states.get(*at) {
                Some(State::One(class)) => class.iter().any(|(lo, hi)| (*lo..=*hi).contains(&c)),
                _ => false,
            });
            here = self.reach(moved.map(|at| at + 1).collect());
        }
        Some(here.into_iter().any(|at| matches!(self.states.get(at), Some(State::Match))))
    }

    /// Every state that can be reached from these at no cost.
    fn reach(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut seen = vec![false; self.states.len()];
        let mut found = Vec::new();
        while let Some(at) = open.pop() {
            match seen.get_mut(at) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            match self.states.get(at) {
                Some(State::Either(one, other)) => open.extend([*one, *other]),
                _ => found.push(at),
            }
        }
        found
    }
}

/// An upper bound of the states a tree needs.
fn cost(tree: &Tree) -> usize {
    let all = |parts: &[Tree]| parts.iter().fold(0_usize, |sum, part| sum.saturating_add(cost(part)).saturating_add(2));
    match tree {
        Tree::One(_) => 1,
        Tree::All(parts) | Tree::Any(parts) => all(parts),
        Tree::Repeat(part, least, most) => cost(part).saturating_add(2).saturating_mul(most.unwrap_or(least + 1).max(1)),
    }
}

fn emit(tree: &Tree, states: &mut Vec<State>) {
    match tree {
        Tree::One(class) => states.push(State::One(class.clone())),
        Tree::All(parts) => parts.iter().for_each(|part| emit(part, states)),
        Tree::Any(parts) => {
            let mut leaving = Vec::new();
            for (index, part) in parts.iter().enumerate() {
                let fork = (index + 1 < parts.len()).then(|| hold(states));
                emit(part, states);
                if let Some(fork) = fork {
                    leaving.push(hold(states));
                    fill(states, fork, fork + 1);
                }
            }
            let end = states.len();
            for at in leaving {
                fill(states, at, end);
            }
        }
        Tree::Repeat(part, least, most) => {
            (0..*least).for_each(|_| emit(part, states));
            let Some(most) = most else {
                let fork = hold(states);
                emit(part, states);
                // Back to the fork, and nowhere else.
                states.push(State::Either(fork, fork));
                return fill(states, fork, fork + 1);
            };
            let forks: Vec<usize> = (*least..*most)
                .map(|_| {
                    let fork = hold(states);
                    emit(part, states);
                    fork
                })
                .collect();
            for fork in forks {
                fill(states, fork, fork + 1);
            }
        }
    }
}

/// Keeps a place for a fork whose ends aren't known yet.
fn hold(states: &mut Vec<State>) -> usize {
    states.push(State::Either(0, 0));
    states.len() - 1
}

/// A fork leads to `one`, and past all that was emitted.
fn fill(states: &mut [State], at: usize, one: usize) {
    let end = states.len();
    if let Some(state) = states.get_mut(at) {
        *state = State::Either(one, end);
    }
}

/// What the spans leave out.
fn complement(spans: &[(u32, u32)]) -> Class {
    let mut sorted = spans.to_vec();
    sorted.sort_unstable();
    let (mut left, mut next) = (Vec::new(), 0);
    for (lo, hi) in sorted {
        if lo > next {
            left.push((next, lo - 1));
        }
        next = next.max(hi + 1);
    }
    if next <= LAST {
        left.push((next, LAST));
    }
    left
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    groups: usize,
}

impl Reader {
    fn any(&mut self) -> Result<Tree, Fault> {
        let mut parts = vec![self.all()?];
        while self.take('|') {
            parts.push(self.all()?);
        }
        Ok(Tree::Any(parts))
    }

    fn all(&mut self) -> Result<Tree, Fault> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let edge = (c == '^' && self.at == 0) || (c == '$' && self.at + 1 == self.chars.len());
            if edge {
                self.at += 1;
                continue;
            }
            let part = self.one(c)?;
            parts.push(self.repeated(part)?);
        }
        Ok(Tree::All(parts))
    }

    fn one(&mut self, c: char) -> Result<Tree, Fault> {
        let start = self.at;
        self.at += 1;
        match c {
            '(' => {
                self.groups += 1;
                if self.groups > MAX_GROUPS {
                    return Err((start, "groups stand too deep in each other"));
                }
                if self.take('?') && !self.take(':') {
                    return Err((start, "only (?: may begin a group with ?"));
                }
                let inner = self.any()?;
                if !self.take(')') {
                    return Err((start, "this group is not closed"));
                }
                self.groups -= 1;
                Ok(inner)
            }
            '[' => self.class(start).map(Tree::One),
            '.' => Ok(Tree::One(complement(LINE_END))),
            '\\' => self.escape(start).map(Tree::One),
            '*' | '+' | '?' | '{' => Err((start, "there is nothing to repeat")),
            ']' | '}' | '^' | '$' => Err((start, "this sign can't stand alone here")),
            _ => Ok(Tree::One(vec![(u32::from(c), u32::from(c))])),
        }
    }

    fn repeated(&mut self, part: Tree) -> Result<Tree, Fault> {
        let start = self.at;
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => return self.counted(part, start),
            _ => return Ok(part),
        };
        self.at += 1;
        Ok(Tree::Repeat(Box::new(part), least, most))
    }

    fn counted(&mut self, part: Tree, start: usize) -> Result<Tree, Fault> {
        let wrong = (start, "a count is {n}, {n,} or {n,m}, of 1 to 3 digits each");
        self.at += 1;
        let least = self.count().ok_or(wrong)?;
        let most = match self.take(',') {
            false => Some(least),
            true if self.peek() == Some('}') => None,
            true => Some(self.count().ok_or(wrong)?),
        };
        if !self.take('}') || most.is_some_and(|most| most < least) {
            return Err(wrong);
        }
        Ok(Tree::Repeat(Box::new(part), least, most))
    }

    fn count(&mut self) -> Option<usize> {
        let digits: String = self.chars.iter().skip(self.at).take_while(|c| c.is_ascii_digit()).collect();
        self.at += digits.len();
        if digits.len() <= 3 { digits.parse().ok() } else { None }
    }

    fn class(&mut self, start: usize) -> Result<Class, Fault> {
        let open = (start, "this class is not closed");
        let negated = self.take('^');
        let mut spans = Class::new();
        loop {
            let at = self.at;
            match self.peek().ok_or(open)? {
                ']' if spans.is_empty() => return Err((start, "this class is empty")),
                ']' => break,
                '[' => return Err((at, "put \\ before [ in a class")),
                _ => {}
            }
            let first = self.member()?;
            let ranged = self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']');
            if !ranged {
                spans.extend(first);
                continue;
            }
            self.at += 1;
            let last = self.member()?;
            match (first.as_slice(), last.as_slice()) {
                ([(lo, a)], [(b, hi)]) if lo == a && b == hi && lo <= hi => spans.push((*lo, *hi)),
                _ => return Err((at, "this is no range")),
            }
        }
        self.at += 1;
        Ok(if negated { complement(&spans) } else { spans })
    }

    fn member(&mut self) -> Result<Class, Fault> {
        let start = self.at;
        self.at += 1;
        match self.chars.get(start) {
            Some('\\') => self.escape(start),
            Some(c) => Ok(vec![(u32::from(*c), u32::from(*c))]),
            None => Err((start, "this class is not closed")),
        }
    }

    fn escape(&mut self, start: usize) -> Result<Class, Fault> {
        let c = self.peek();
        self.at += 1;
        let one = |c: char| vec![(u32::from(c), u32::from(c))];
        match c {
            Some('d') => Ok(DIGIT.to_vec()),
            Some('D') => Ok(complement(DIGIT)),
            Some('w') => Ok(WORD.to_vec()),
            Some('W') => Ok(complement(WORD)),
            Some('s') => Ok(SPACE.to_vec()),
            Some('S') => Ok(complement(SPACE)),
            Some('n') => Ok(one('\n')),
            Some('r') => Ok(one('\r')),
            Some('t') => Ok(one('\t')),
            Some(c) if c.is_ascii_punctuation() => Ok(one(c)),
            _ => Err((start, "there is no such sign after \\")),
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }
}
