//! What must not stand in any file: work put off, paths of one machine, hosts that packages come from.

use crate::report::Report;
use crate::tree::File;

const PUT_OFF: [&str; 4] = [concat!("to", "do!("), concat!("FIX", "ME"), concat!("unimple", "mented!("), concat!("XX", "X:")];
const PATHS: [&str; 4] = [concat!("/", "work/"), concat!("/", "root/"), concat!("/", "tmp/"), concat!("/", "home/")];
const HOSTS: [&str; 7] = [
    concat!("registry", ".npmjs"),
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("deb", ".debian.org"),
    concat!("security", ".debian.org"),
    concat!("registry", ".yarnpkg"),
];
/// Cargo writes the name of its index into such files itself.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

/// Fails on each line that holds one of the words.
pub fn check(files: &[File], report: &mut Report) {
    for file in files.iter().filter(|f| !f.ends_with(&[WRITTEN_BY_CARGO]) && f.path != ".gitignore") {
        for (index, line) in file.text.lines().enumerate() {
            let place = format!("{}:{}", file.path, index + 1);
            for word in PUT_OFF.iter().filter(|w| line.contains(**w)) {
                report.fail("words", &place, format!("'{word}': do it or file it"));
            }
            if !crate::source::is_test(&file.path) {
                for path in PATHS.iter().filter(|p| stands_alone(line, p)) {
                    report.fail("words", &place, format!("'{path}' is a path of one machine"));
                }
            }
            for host in HOSTS.iter().filter(|h| line.contains(**h)) {
                report.fail("words", &place, format!("'{host}' is a host that packages come from"));
            }
        }
    }
}

/// Whether an absolute path begins here, rather than the middle of a longer one.
fn stands_alone(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}*".contains(c)))
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
    fn each_word_is_named_with_its_line() {
        for word in PUT_OFF.iter().chain(&PATHS).chain(&HOSTS) {
            let report = run("web/src/a.ts", &format!("fine\nlet x = '{word}';\n"));
            assert!(report.fails_with("web/src/a.ts:2") && report.fails_with(word), "{word}");
        }
    }

    #[test]
    fn what_only_looks_like_one_passes() {
        assert!(!run("a.rs", concat!("social", "/", "work/net")).failed());
        assert!(!run("benches/x/Cargo.lock", HOSTS[1]).failed());
        assert!(!run("crates/x/tests/a.rs", PATHS[2]).failed());
        assert!(run("crates/x/tests/a.rs", PUT_OFF[0]).failed());
    }
}
