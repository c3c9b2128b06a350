//! Made-up registrations, and inquiries for some of them, each spoilt in a known way. Spellings were written by hand for this file from how the names are met in English,
//! French and Arabic papers; none is taken from what the matcher learnt.

use std::fmt::Write;

/// One name: as English speakers, French speakers and Arabic papers write it.
const NAMES: [[&str; 3]; 44] = [
    ["Youssef", "Youcef", "يوسف"],
    ["Khadija", "Khadidja", "خديجة"],
    ["Suleiman", "Souleymane", "سليمان"],
    ["Aisha", "Aïcha", "عائشة"],
    ["Mahmoud", "Mahmoud", "محمود"],
    ["Fatima", "Fatimé", "فاطمة"],
    ["Osman", "Ousmane", "عثمان"],
    ["Hawa", "Haoua", "حواء"],
    ["Ibrahim", "Ibrahima", "إبراهيم"],
    ["Zainab", "Zeïnabou", "زينب"],
    ["Musa", "Moussa", "موسى"],
    ["Halima", "Halimé", "حليمة"],
    ["Idris", "Idriss", "إدريس"],
    ["Maryam", "Mariame", "مريم"],
    ["Abubakar", "Aboubacar", "أبو بكر"],
    ["Safiya", "Safiatou", "صفية"],
    ["Haroun", "Aroun", "هارون"],
    ["Rahma", "Rahmé", "رحمة"],
    ["Ismail", "Ismaël", "إسماعيل"],
    ["Sumaya", "Soumaya", "سمية"],
    ["Hussein", "Housseini", "حسين"],
    ["Amira", "Amira", "أميرة"],
    ["Bashir", "Béchir", "بشير"],
    ["Nadia", "Nadia", "نادية"],
    ["Jamal", "Djamal", "جمال"],
    ["Salma", "Salma", "سلمى"],
    ["Tariq", "Tarek", "طارق"],
    ["Huda", "Houda", "هدى"],
    ["Khalid", "Khaled", "خالد"],
    ["Layla", "Leïla", "ليلى"],
    ["Adam", "Adoum", "آدم"],
    ["Samira", "Samira", "سميرة"],
    ["Yaqub", "Yacoub", "يعقوب"],
    ["Rashida", "Rachida", "رشيدة"],
    ["Dawud", "Daoud", "داود"],
    ["Najwa", "Nadjoua", "نجوى"],
    ["Ishaq", "Issaka", "إسحاق"],
    ["Karima", "Karima", "كريمة"],
    ["Nasir", "Nacer", "ناصر"],
    ["Zahra", "Zara", "زهرة"],
    ["Faisal", "Fayçal", "فيصل"],
    ["Widad", "Ouidad", "وداد"],
    ["Mustafa", "Moustapha", "مصطفى"],
    ["Ruqaya", "Roukaya", "رقية"],
];
const SYLLABLES: [&str; 16] = ["ba", "ndo", "ka", "ri", "mo", "gu", "la", "ze", "bi", "to", "ma", "nga", "su", "do", "ke", "wa"];

/// In which way an inquiry differs from the registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoilt {
    /// A letter of the name.
    Typo,
    /// A word of the name is not known.
    MissingWord,
    /// Two words of the name changed places.
    Swapped,
    /// Written in Arabic, or as French speakers do.
    OtherScript,
    /// The age is three years off.
    Age,
    /// The village has another name.
    Village,
}

/// Each of them.
pub const SPOILT: [Spoilt; 6] = [Spoilt::Typo, Spoilt::MissingWord, Spoilt::Swapped, Spoilt::OtherScript, Spoilt::Age, Spoilt::Village];

/// The one source of chance.
#[derive(Debug)]
pub struct Draw(u64);

impl Draw {
    /// The same seed gives the same people.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// 0 to `n` - 1.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % n.max(1)
    }

    fn village(&mut self) -> String {
        let word: String = (0..3).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect();
        word[..1].to_uppercase() + &word[1..]
    }
}

/// A person: places of names in the table, and the rest.
#[derive(Debug, Clone)]
pub struct Person {
    chain: Vec<usize>,
    mother: Vec<usize>,
    female: bool,
    year: i32,
    village: String,
    /// Column of the table in which they are written.
    habit: usize,
}

/// The head of both lists.
pub const HEAD: &str = "id,name,sex,birth_year,estimated,places,relatives\n";

impl Person {
    /// Anyone. Some names are much commoner than others.
    pub fn draw(draw: &mut Draw) -> Self {
        let mut name = || {
            let low = draw.below(NAMES.len());
            low.min(draw.below(NAMES.len()))
        };
        let (chain, mother) = ((0..4).map(|_| name()).collect(), (0..2).map(|_| name()).collect());
        // Villages are few enough to be shared.
        let village = Draw::new(draw.below(400) as u64 + 1).village();
        Self { chain, mother, female: draw.below(2) == 0, year: 1940 + draw.below(80) as i32, village, habit: draw.below(3) }
    }

    /// As somebody else tells of them.
    pub fn spoil(&mut self, how: Spoilt, draw: &mut Draw) {
        match how {
            Spoilt::Typo => {}
            Spoilt::MissingWord => drop(self.chain.remove(draw.below(self.chain.len()))),
            Spoilt::Swapped => self.chain.swap(0, 1),
            Spoilt::OtherScript => self.habit = (self.habit + 1) % 3,
            Spoilt::Age => self.year += if draw.below(2) == 0 { 3 } else { -3 },
            Spoilt::Village => self.village = draw.village(),
        }
    }

    /// As a row; `typo`: with a letter of the name changed.
    pub fn write(&self, id: &str, typo: bool, draw: &mut Draw, out: &mut String) {
        let words = |chain: &[usize]| chain.iter().map(|&n| NAMES[n][self.habit]).collect::<Vec<_>>().join(" ");
        let mut name: Vec<char> = words(&self.chain).chars().collect();
        if typo {
            let at = 1 + draw.below(name.len() - 2);
            name.swap(at, at + 1);
        }
        let name: String = name.into_iter().collect();
        let sex = if self.female { "f" } else { "m" };
        writeln!(out, "{id},{name},{sex},{},yes,{},mother: {}", self.year, self.village, words(&self.mother)).expect("room");
    }
}
