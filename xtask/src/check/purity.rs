//! Engines take values and return values: no clock, file, network, environment or chance of their own.

use crate::report::Report;
use crate::source;
use crate::tree::File;

const ENGINES: [&str; 12] =
    ["base", "content", "journal", "access", "threat", "roads", "exposure", "site", "linkage", "movement", "casework", "register"];
const OUTSIDE: [(&str, &str); 10] = [
    ("std::fs", "files"),
    ("std::net", "the network"),
    ("std::env", "the environment"),
    ("std::process", "other programs"),
    ("SystemTime", "the clock"),
    ("time::Instant", "the clock"),
    ("Timestamp::now", "the clock"),
    ("Zoned::now", "the clock"),
    ("rand::rng(", "chance without a seed"),
    ("from_os_rng", "chance without a seed"),
];

/// Fails where an engine reaches outside itself; its tests may.
pub fn check(files: &[File], report: &mut Report) {
    for engine in ENGINES {
        let folder = format!("crates/{engine}/src/");
        for file in files.iter().filter(|f| f.path.starts_with(&folder) && f.ends_with(&[".rs"]) && !source::is_test(&f.path)) {
            let code = source::code(&file.text);
            for (word, what) in OUTSIDE.iter().filter(|(word, _)| code.contains(word)) {
                report.fail("purity", &file.path, format!("'{word}': an engine must not reach {what}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(path: &str, text: &str) -> Report {
        let mut report = Report::default();
        check(&[File::new(path, text)], &mut report);
        report
    }

    #[test]
    fn engines_may_not_and_others_may() {
        for (word, what) in OUTSIDE {
            assert!(run("crates/roads/src/a.rs", &format!("use {word};\n")).fails_with(what));
            assert!(!run("crates/amana/src/a.rs", &format!("use {word};\n")).failed());
            assert!(!run("crates/roads/src/a.rs", &format!("#[cfg(test)]\nmod tests {{ use {word}; }}\n")).failed());
        }
    }
}
