//! Common given and family names in each script find their usual Latin spelling among those of all scripts together.

use linkage::rank::Pool;
use linkage::{Name, Table};

/// Usual spellings, from how the scripts are romanised by those who bear the names.
const NAMES: &[(&str, &str)] = &[
    // Ethiopic.
    ("አበበ", "Abebe"),
    ("ኃይለ", "Haile"),
    ("ተስፋዬ", "Tesfaye"),
    ("መኮንን", "Mekonnen"),
    ("ገብረ", "Gebre"),
    ("ጥሩነሽ", "Tirunesh"),
    ("ዮሐንስ", "Yohannes"),
    ("ሰላማዊት", "Selamawit"),
    ("ብርሃኑ", "Birhanu"),
    ("ሙሉጌታ", "Mulugeta"),
    ("አስቴር", "Aster"),
    ("ጌታቸው", "Getachew"),
    ("ዘውዴ", "Zewde"),
    ("ሳህለ", "Sahle"),
    ("ትዕግስት", "Tigist"),
    ("ፍቅርተ", "Fikirte"),
    ("ደስታ", "Desta"),
    ("ጸሐይ", "Tsehay"),
    ("ወልደ", "Wolde"),
    ("ቀነኒሳ", "Kenenisa"),
    ("እየሩሳሌም", "Eyerusalem"),
    ("ዓለሙ", "Alemu"),
    ("ኪዳኔ", "Kidane"),
    ("ሰለሞን", "Solomon"),
    ("ጫላ", "Chala"),
    // Myanmar.
    ("အောင်", "Aung"),
    ("ကျော်", "Kyaw"),
    ("မြင့်", "Myint"),
    ("ခင်", "Khin"),
    ("သန်း", "Than"),
    ("ဇော်", "Zaw"),
    ("လှိုင်", "Hlaing"),
    ("ဝင်း", "Win"),
    ("စိုး", "Soe"),
    ("မိုး", "Moe"),
    ("ဖြူ", "Phyu"),
    ("နွယ်", "Nwe"),
    ("ထွန်း", "Htun"),
    ("ညွန့်", "Nyunt"),
    ("သိန်း", "Thein"),
    ("ရွှေ", "Shwe"),
    ("မောင်", "Maung"),
    ("ကြည်", "Kyi"),
    ("စု", "Su"),
    ("ရဲ", "Ye"),
    ("မင်း", "Min"),
    ("ဇင်", "Zin"),
    ("သူ", "Thu"),
    ("ဟိန်း", "Hein"),
    ("ကောင်း", "Kaung"),
    // Greek.
    ("Γιώργος", "Giorgos"),
    ("Κωνσταντίνος", "Konstantinos"),
    ("Ελένη", "Eleni"),
    ("Χρήστος", "Christos"),
    ("Ευάγγελος", "Evangelos"),
    ("Αντώνης", "Antonis"),
    ("Δημήτρης", "Dimitris"),
    ("Νικόλαος", "Nikolaos"),
    ("Παναγιώτης", "Panagiotis"),
    ("Θεόδωρος", "Theodoros"),
    ("Φώτης", "Fotis"),
    ("Ξενοφών", "Xenophon"),
    ("Ζωή", "Zoe"),
    ("Ιωάννης", "Ioannis"),
    ("Σταύρος", "Stavros"),
    ("Μπουζούκης", "Bouzoukis"),
    ("Ρόμπερτ", "Robert"),
    ("Έντουαρντ", "Edward"),
    ("Τζον", "John"),
    ("Ουίλιαμ", "William"),
    ("Λάμπρος", "Lampros"),
    ("Ντέιβιντ", "David"),
    ("Παπαδοπούλου", "Papadopoulou"),
    ("Λευτέρης", "Lefteris"),
    ("Μιτσοτάκος", "Mitsotakos"),
    ("Τζαβέλας", "Tzavelas"),
    ("Ψαρράς", "Psarras"),
    ("Γεωργία", "Georgia"),
    ("Αικατερίνη", "Aikaterini"),
    ("Αγγελική", "Angeliki"),
    // Arabic, Persian, Urdu, Pashto.
    ("محمد", "Mohammed"),
    ("فاطمة", "Fatima"),
    ("عبد الرحمن", "Abdurrahman"),
    ("عبدالله", "Abdullah"),
    ("نور الدين", "Noureddine"),
    ("خديجة", "Khadija"),
    ("يوسف", "Youssef"),
    ("حسين", "Hussein"),
    ("عائشة", "Aisha"),
    ("إبراهيم", "Ibrahim"),
    ("المصري", "al-Masri"),
    ("گلناز", "Golnaz"),
    ("ژاله", "Zhaleh"),
    ("پروین", "Parvin"),
    ("چنگیز", "Changiz"),
    ("ٹیپو", "Tipu"),
    ("غلام", "Ghulam"),
    ("ذوالفقار", "Zulfiqar"),
    ("ضياء", "Ziya"),
    ("قاسم", "Qasim"),
    // Cyrillic, Hebrew.
    ("Юрий", "Yuri"),
    ("Щербаков", "Shcherbakov"),
    ("Гульнара", "Gulnara"),
    ("Жанна", "Zhanna"),
    ("Їжакевич", "Yizhakevych"),
    ("Хасан", "Hasan"),
    ("Джамиля", "Jamila"),
    ("Цветана", "Tsvetana"),
    ("Любовь", "Lyubov"),
    ("Ђорђе", "Djordje"),
    ("יצחק", "Yitzhak"),
    ("רבקה", "Rivka"),
    ("שלמה", "Shlomo"),
    ("חנה", "Hannah"),
    ("ג'ורג'", "George"),
    ("מיכאל", "Michael"),
    ("צבי", "Tzvi"),
    ("אברהם", "Avraham"),
    ("שרה", "Sarah"),
    ("יעקב", "Yaakov"),
];

/// Known not to come first; each is written here until it does. George and Ђорђе, Avraham and إبراهيم are one name each.
const NOT_YET: &[&str] = &["စိုး = Soe (to Latin)", "စိုး = Soe (from Latin)", "ג'ורג' = George (from Latin)", "אברהם = Avraham (from Latin)"];

#[test]
fn names_find_their_latin_spelling() {
    let latin: Vec<Name> = NAMES.iter().map(|(_, latin)| Name::read(latin)).collect();
    let native: Vec<Name> = NAMES.iter().map(|(native, _)| Name::read(native)).collect();
    let (to_latin, to_native) = (Pool::new(&latin, Table::shipped()), Pool::new(&native, Table::shipped()));
    let mut missed = Vec::new();
    for (n, (written, usual)) in NAMES.iter().enumerate() {
        for (pool, query, names) in [(&to_latin, &native[n], true), (&to_native, &latin[n], false)] {
            let found = pool.rank(query, 3);
            if found.first().is_none_or(|&(m, _)| m as usize != n) {
                let shown: Vec<&str> = found.iter().map(|&(m, _)| if names { NAMES[m as usize].1 } else { NAMES[m as usize].0 }).collect();
                missed.push(format!("{written} = {usual} ({}): {shown:?}", if names { "to Latin" } else { "from Latin" }));
            }
        }
    }
    let said: Vec<&str> = missed.iter().map(|m| m.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(said, NOT_YET, "not first:\n{}", missed.join("\n"));
}

#[test]
fn words_in_any_order_and_one_too_few_still_come_first() {
    let latin: Vec<Name> = NAMES.windows(3).map(|w| Name::read(&format!("{} {} {}", w[0].1, w[1].1, w[2].1))).collect();
    let pool = Pool::new(&latin, Table::shipped());
    let mut missed = 0;
    for (n, w) in NAMES.windows(3).enumerate() {
        let found = pool.rank(&Name::read(&format!("{} {}", w[2].0, w[0].0)), 1);
        missed += usize::from(found.first().is_none_or(|&(m, _)| m as usize != n));
    }
    assert!(missed <= 2, "{missed} of {} not first", latin.len());
}

#[test]
fn one_word_or_two() {
    for (one, two) in [
        ("Abdurrahman", "Abd al-Rahman"),
        ("عبدالرحمن", "عبد الرحمن"),
        ("Noureddine", "Nour al-Din"),
        ("نورالدين", "نور الدين"),
        ("Abdullah", "Abd Allah"),
        ("Mohamed ben Salah", "Mohamed Salah"),
        ("المصري", "مصري"),
        ("مُحَمَّد", "محمد"),
        ("علی", "علي"),
    ] {
        let (one, two) = (Name::read(one), Name::read(two));
        assert_eq!(one.whole().symbols, two.whole().symbols, "{one:?} {two:?}");
    }
}
