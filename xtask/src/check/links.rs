//! Every relative link of a page leads to a file.

use crate::report::Report;
use crate::tree::File;

/// Fails on each link in a Markdown file whose target isn't there.
pub fn check(files: &[File], report: &mut Report) {
    for file in files.iter().filter(|f| f.ends_with(&[".md"])) {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in targets(&file.text) {
            let path = resolve(folder, target);
            let inside = format!("{path}/");
            if !files.iter().any(|f| f.path == path || f.path.starts_with(&inside)) {
                report.fail("links", &file.path, format!("'{target}' leads nowhere"));
            }
        }
    }
}

/// What relative links point to, without the place inside the page.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| {
        let target = rest.split([')', '#']).next()?.trim();
        (!target.is_empty() && !target.contains([':', ' '])).then_some(target)
    })
}

fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_that_lead_somewhere_pass() {
        let page = "[a](b.md) [c](../README.md#top) [d](#here) [e](https://example.org) [f](dir/) ![g](gone.png)";
        let files = [File::new("docs/a.md", page), File::new("docs/b.md", ""), File::new("README.md", ""), File::new("docs/dir/x", "")];
        let mut report = Report::default();
        check(&files, &mut report);
        assert!(report.fails_with("'gone.png' leads nowhere"));
        for good in ["b.md", "README", "#here", "example", "dir/"] {
            assert!(!report.fails_with(good), "{good}");
        }
    }
}
