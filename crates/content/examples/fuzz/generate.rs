//! Random sources: mostly well typed, some not, some damaged, with odd spacing and needless brackets.

use crate::record::{TEXTS, pick};
use content::expression::Type;
use rand::RngExt;
use rand_pcg::Pcg64Mcg;

/// The types that an expression can be asked for.
pub const TYPES: [Type; 6] = [Type::Truth, Type::Number, Type::Text, Type::Date, Type::Instant, Type::Choice];

const NUMBERS: [&str; 18] = [
    "0",
    "1",
    "2",
    "3",
    "18",
    "0.5",
    ".5",
    "12.",
    "007",
    "0.1",
    "1.005",
    "4503599627370497",
    "0.49999999999999994",
    "100000000000000000000000",
    "0.0000001",
    "15",
    "365",
    "60",
];
const DATES: [&str; 6] = ["2008", "2008-02", "2008-02-29", "2026-11-24", "0001-01-01", "9999-12"];
const PATTERNS: [&str; 16] = [
    "",
    "a",
    "a*",
    "[ab]+",
    "(a|ab)(b|)",
    "\\\\d+",
    ".*",
    "[^a]*",
    "-?\\\\d+\\\\.\\\\d",
    "(a*)*b?",
    "[a-é]{1,2}",
    "\\\\w+\\\\s?",
    "\\\\S*",
    "^a|b$",
    "😀?.",
    "(((a)))?b{0,2}",
];
const BROKEN: [&str; 8] = ["(", "a{2", "[z-a]", "*", "a**", "\\\\b", "(?=a)", "[]"];

/// Writes sources for one place in a form.
pub struct Generator<'a> {
    pub rng: &'a mut Pcg64Mcg,
    pub scope: Option<&'static str>,
    pub here: Option<Type>,
}

impl Generator<'_> {
    /// A source that should give this type.
    pub fn source(&mut self, ty: Type) -> String {
        let depth = self.rng.random_range(1..6);
        let source = if self.rng.random_bool(0.05) { self.leaf(ty) } else { self.branch(ty, depth) };
        if self.rng.random_bool(0.12) { self.damaged(&source) } else { source }
    }

    fn damaged(&mut self, source: &str) -> String {
        let mut chars: Vec<char> = source.chars().collect();
        for _ in 0..self.rng.random_range(1..4) {
            let at = self.rng.random_range(0..=chars.len());
            let sign =
                pick(self.rng, &['(', ')', ',', '\'', '"', '$', '{', '}', '.', '=', '<', '!', '-', '*', '9', 'a', ' ', '😀', '‘', '&']);
            match self.rng.random_range(0..3) {
                0 if at < chars.len() => drop(chars.remove(at)),
                1 if at < chars.len() => chars[at] = sign,
                _ => chars.insert(at, sign),
            }
        }
        chars.into_iter().collect()
    }

    /// A part that fits anywhere a primary does.
    fn part(&mut self, ty: Type, depth: u32) -> String {
        // One in fifty is of another type.
        let ty = if self.rng.random_bool(0.02) {
            pick(self.rng, &[Type::Truth, Type::Number, Type::Text, Type::Date, Type::Choices, Type::Present])
        } else {
            ty
        };
        let inner = if depth == 0 || self.rng.random_bool(0.2) { self.leaf(ty) } else { self.branch(ty, depth - 1) };
        if self.rng.random_bool(0.05) { format!("( {inner})") } else { inner }
    }

    /// A part of a chain, in brackets more often than not: what stands in it may bind less tightly.
    fn link(&mut self, ty: Type, depth: u32) -> String {
        let inner = self.part(ty, depth);
        if self.rng.random_bool(0.6) { format!("({inner})") } else { inner }
    }

    fn leaf(&mut self, ty: Type) -> String {
        if self.here.is_some_and(|here| here == ty) && self.rng.random_bool(0.2) {
            return ".".into();
        }
        let field = |g: &mut Self, names: &[&str]| format!("${{{}}}", pick(g.rng, names));
        let inside = self.scope.is_some();
        match ty {
            Type::Truth if self.rng.random_bool(0.3) => pick(self.rng, &["true()", "false( )"]).into(),
            Type::Truth => field(self, &["consent", "agreed"]),
            Type::Number if self.rng.random_bool(0.4) => pick(self.rng, &NUMBERS).into(),
            Type::Number if inside && self.rng.random_bool(0.3) => pick(self.rng, &["${member_age}", "position(..)"]).into(),
            Type::Number => field(self, &["age", "n", "m", "k"]),
            Type::Text if self.rng.random_bool(0.4) => self.quoted(),
            Type::Text => field(self, &["name", "note", "sex"]),
            Type::Date if self.rng.random_bool(0.2) => "today()".into(),
            Type::Date if self.rng.random_bool(0.3) => format!("date('{}')", pick(self.rng, &DATES)),
            Type::Date => field(self, &["dob", "seen"]),
            Type::Instant if self.rng.random_bool(0.2) => "now()".into(),
            Type::Instant => field(self, &["arrived", "left"]),
            Type::Choice => field(self, &["sex", "sex", "member_sex"]),
            Type::Choices => field(self, &["needs"]),
            Type::Present | Type::Repeat => field(self, &["photo", "members", "nowhere"]),
        }
    }

    fn quoted(&mut self) -> String {
        let text = pick(self.rng, &TEXTS);
        if self.rng.random_bool(0.2) { format!("\"{text}\"") } else { format!("'{text}'") }
    }

    fn branch(&mut self, ty: Type, d: u32) -> String {
        match (ty, self.rng.random_range(0..10)) {
            (_, 0) if ty != Type::Present => format!("if({}, {}, {})", self.part(Type::Truth, d), self.part(ty, d), self.part(ty, d)),
            (_, 1) if ty != Type::Present => format!("coalesce({},{})", self.part(ty, d), self.part(ty, d)),
            (Type::Truth, _) => self.truth(d),
            (Type::Number, _) => self.number(d),
            (Type::Text, _) => self.text(d),
            (Type::Date, 2..4) => format!("date({})", self.part(Type::Text, d)),
            (Type::Date, 4) => format!("date({})", self.part(Type::Instant, d)),
            (Type::Date, 5) => format!("{}({}, {})", pick(self.rng, &["min", "max"]), self.part(Type::Date, d), self.part(Type::Date, d)),
            (Type::Date, 6) => pick(self.rng, &["min(${member_dob})", "max(${member_dob})"]).into(),
            (Type::Choice, 2) => format!("selected-at({}, {})", self.part(Type::Choices, d), self.part(Type::Number, d)),
            (Type::Choice, 3) => format!("indexed-repeat(${{member_sex}}, ${{members}}, {})", self.part(Type::Number, d)),
            _ => self.leaf(ty),
        }
    }

    fn truth(&mut self, d: u32) -> String {
        let any = pick(self.rng, &TYPES);
        match self.rng.random_range(0..14) {
            0..3 => self.chain(&["and"], Type::Truth, d),
            3..5 => self.chain(&["or"], Type::Truth, d),
            5 => format!("not ({})", self.part(Type::Truth, d)),
            6..9 => {
                let ty = pick(self.rng, &[Type::Number, Type::Number, Type::Date, Type::Instant]);
                format!("{}{}{}", self.link(ty, d), pick(self.rng, &["<", " <= ", ">", " >=", "=", " != "]), self.link(ty, d))
            }
            9 => format!("{} {} {}", self.link(any, d), pick(self.rng, &["=", "!="]), self.link(any, d)),
            10 => format!("{}({})", pick(self.rng, &["is-blank", "is-known"]), self.part(any, d)),
            11 => {
                let codes =
                    pick(self.rng, &["selected(X, Y)", "selected-any(X, 'escort', Y)", "selected-any(X,Y)", "selected(${sex}, 'male')"]);
                codes.replace('X', &self.part(Type::Choices, 0)).replace('Y', &self.part(Type::Text, d))
            }
            12 => {
                let pattern = if self.rng.random_bool(0.1) { pick(self.rng, &BROKEN) } else { pick(self.rng, &PATTERNS) };
                format!("regex({}, '{}')", self.part(Type::Text, d), pattern.replace("\\\\", "\\"))
            }
            _ => format!("{}({}, {})", pick(self.rng, &["contains", "starts-with"]), self.part(Type::Text, d), self.part(Type::Text, d)),
        }
    }

    fn number(&mut self, d: u32) -> String {
        match self.rng.random_range(0..16) {
            0..3 => self.chain(&[" + ", "-", " - ", "+"], Type::Number, d),
            3..6 => self.chain(&["*", " div ", " mod "], Type::Number, d),
            6 => format!("-{}", self.link(Type::Number, d)),
            7 => format!("round({})", self.part(Type::Number, d)),
            8 => format!("round({}, {})", self.part(Type::Number, d), pick(self.rng, &["1", "2", "-1", "15", "16", "${n}", "0"])),
            9 => format!("{}({})", pick(self.rng, &["int", "floor", "ceiling"]), self.part(Type::Number, d)),
            10 => {
                let from = pick(self.rng, &[Type::Text, Type::Truth, Type::Number]);
                format!("number({})", self.part(from, d))
            }
            11 => format!("string-length({})", self.part(Type::Text, d)),
            12 => format!("days-between({}, {})", self.part(Type::Date, d), self.part(Type::Date, d)),
            13 => {
                let form = pick(self.rng, &["age-years(X)", "age-years(X, Y)", "hours-between(Z, W)"]);
                let form = form.replace('X', &self.part(Type::Date, d)).replace('Y', &self.part(Type::Date, d));
                form.replace('Z', &self.part(Type::Instant, d)).replace('W', &self.part(Type::Instant, d))
            }
            14 => format!("{}({}, {})", pick(self.rng, &["min", "max"]), self.part(Type::Number, d), self.part(Type::Number, d)),
            _ => {
                let form = pick(
                    self.rng,
                    &[
                        "sum(${member_age})",
                        "min(${member_age})",
                        "max(${member_age}, N)",
                        "count(${members})",
                        "count(${member_age})",
                        "sum(${doc_fee})",
                        "indexed-repeat(${member_age}, ${members}, N)",
                        "count-selected(${needs})",
                        "count(${docs})",
                        "indexed-repeat(${doc_fee}, ${docs}, N)",
                    ],
                );
                form.replace('N', &self.part(Type::Number, d))
            }
        }
    }

    fn text(&mut self, d: u32) -> String {
        let any = pick(self.rng, &[Type::Number, Type::Text, Type::Truth, Type::Date, Type::Instant, Type::Choices]);
        match self.rng.random_range(0..6) {
            0 => format!("string({})", self.part(any, d)),
            1..3 => format!("concat({}, {})", self.part(any, d), self.part(Type::Text, d)),
            3 => format!("reason({})", self.part(any, d)),
            4 => format!("choice-name(${{sex}}, {})", pick(self.rng, &["'en'", "'fr'", "'xx'", "${note}"])),
            _ => self.part(Type::Choice, d),
        }
    }

    fn chain(&mut self, signs: &[&str], ty: Type, d: u32) -> String {
        let mut whole = self.link(ty, d);
        for _ in 0..self.rng.random_range(1..4) {
            let sign = pick(self.rng, signs);
            let word = if sign.len() < 4 && sign.starts_with(char::is_alphabetic) { format!(" {sign} ") } else { sign.to_owned() };
            whole = whole + &word + &self.link(ty, d);
        }
        whole
    }
}
