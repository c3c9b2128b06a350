//! The alphabet in which names of all scripts are compared: Latin letters and pairs of letters, and the letters of other scripts that no
//! single Latin letter stands for.

/// One sound or letter of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub(crate) u8);

/// How many symbols there are.
pub const SYMBOLS: usize = NAMES.len();

macro_rules! symbols {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// What each symbol is called in tables.
        const NAMES: [&str; [$($text),*].len()] = [$($text),*];
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Order { $($name),* }
        #[allow(missing_docs)]
        impl Symbol { $(pub(crate) const $name: Symbol = Symbol(Order::$name as u8);)* }
    };
}

symbols! {
    A = "a", B = "b", C = "c", D = "d", E = "e", F = "f", G = "g", H = "h", I = "i", J = "j", K = "k", L = "l", M = "m", N = "n", O = "o",
    P = "p", Q = "q", R = "r", S = "s", T = "t", U = "u", V = "v", W = "w", X = "x", Y = "y", Z = "z",
    // Written with two or more letters, or a letter and a mark, in Latin.
    SH = "sh", CH = "ch", KH = "kh", GH = "gh", TH = "th", DH = "dh", ZH = "zh", TS = "ts", SOFT_G = "ģ", SZ = "sz", CZ = "cz", SCH = "sch",
    // Arabic.
    ALEF = "ا", HAMZA = "ء", AYN = "ع", HEAVY_H = "ح", HEAVY_S = "ص", HEAVY_D = "ض", HEAVY_T = "ط", HEAVY_Z = "ظ", MARBUTA = "ة",
    WAW = "و", YA = "ي", JIM = "ج",
    // Hebrew.
    H_ALEF = "א", BET = "ב", HE = "ה", VAV = "ו", HET = "ח", YOD = "י", KAF = "כ", PE = "פ", SHIN = "ש", H_AYIN = "ע",
    // Cyrillic.
    C_YE = "е", C_GE = "г", C_YERY = "ы", C_I_SHORT = "й", C_E = "э", C_HA = "х",
    // Greek.
    G_GAMMA = "γ", G_BETA = "β", G_UPSILON = "υ", G_ETA = "η", G_SIGMA = "σ", G_ZETA = "ζ", G_TSIGMA = "τσ",
    // Greek inside a word: a nasal that may be silent, and stops that may be voiced after it (Lampros, Robert).
    G_NASAL = "ν", G_P = "π", G_T = "τ", G_K = "κ",
    // Ethiopic sixth order and Myanmar finals: a vowel that may be silent; a stop that may be any.
    SCHWA = "ə", STOP = "ʔ", MY_TH = "သ", MY_YA = "ရ",
}

impl Symbol {
    /// As tables write it.
    pub fn text(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("?")
    }

    /// The symbol that tables write so.
    pub fn of(text: &str) -> Option<Self> {
        NAMES.iter().position(|&name| name == text).and_then(|at| u8::try_from(at).ok()).map(Self)
    }

    /// All symbols in the order of tables.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..SYMBOLS).filter_map(|at| u8::try_from(at).ok()).map(Self)
    }

    /// Its place in tables of [`SYMBOLS`] rows.
    pub(crate) fn at(self) -> usize {
        usize::from(self.0)
    }
}
