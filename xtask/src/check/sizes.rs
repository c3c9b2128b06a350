//! A file past 400 lines hides a second room; past 500 it may not stay without a reason.

use crate::report::Report;
use crate::tree::File;

const LOOK: usize = 400;
const MOST: usize = 500;

/// Files that may be longer, each with why.
const LONGER: [(&str, &str); 1] =
    [("web/src/api/generated.ts", "written from the document of the API, and read by nobody from end to end")];

/// Fails past 500 lines, notes past 400 and past reasons.
pub fn check(files: &[File], report: &mut Report) {
    check_with(files, &LONGER, report);
}

fn check_with(files: &[File], longer: &[(&str, &str)], report: &mut Report) {
    for file in files.iter().filter(|f| f.ends_with(&[".rs", ".ts", ".svelte"])) {
        let lines = file.text.lines().count();
        let reason = longer.iter().find(|(path, _)| *path == file.path);
        match reason {
            Some((_, why)) if lines > MOST => report.note("sizes", &file.path, format!("{lines} lines: {why}")),
            Some(_) => report.fail("sizes", &file.path, "no longer needs its reason: take it off the list"),
            None if lines > MOST => report.fail("sizes", &file.path, format!("{lines} lines: part it, or give a reason in xtask")),
            None if lines > LOOK => report.note("sizes", &file.path, format!("{lines} lines: look for the second room")),
            None => {}
        }
    }
    for (path, _) in longer.iter().filter(|(path, _)| files.iter().all(|f| f.path != *path)) {
        report.fail("sizes", path, "is on the list of long files and doesn't exist");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(lines: usize, path: &str, longer: &[(&str, &str)]) -> Report {
        let mut report = Report::default();
        check_with(&[File::new(path, &"x\n".repeat(lines))], longer, &mut report);
        report
    }

    #[test]
    fn limits() {
        assert!(run(501, "a.rs", &[]).fails_with("501 lines"));
        assert!(run(501, "a.svelte", &[]).failed());
        assert!(run(401, "a.ts", &[]).notes_with("401 lines"));
        assert!(!run(400, "a.rs", &[]).notes_with("lines"));
        assert!(!run(900, "a.md", &[]).failed());
        let listed = [("a.rs", "a table")];
        assert!(run(501, "a.rs", &listed).notes_with("a table"));
        assert!(run(100, "a.rs", &listed).failed());
        assert!(run(100, "b.rs", &listed).fails_with("doesn't exist"));
    }
}
