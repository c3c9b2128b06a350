//! Style sheets speak of start and end, never of left and right, so that Arabic is the same page mirrored.

use crate::report::Report;
use crate::tree::File;

const PHYSICAL: [&str; 16] = [
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "border-top-left-radius",
    "border-top-right-radius",
    "border-bottom-left-radius",
    "border-bottom-right-radius",
    "left",
    "right",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-padding-left",
    "scroll-padding-right",
];
const ASIDE: [&str; 3] = ["text-align", "float", "clear"];

/// Fails on each declaration that names a side of the screen.
pub fn check(files: &[File], report: &mut Report) {
    for file in files.iter().filter(|f| f.path.starts_with("web/src/") && f.ends_with(&[".css", ".svelte"])) {
        let mut styles = file.ends_with(&[".css"]);
        for (index, line) in file.text.lines().enumerate() {
            if file.ends_with(&[".svelte"]) {
                styles = (styles || line.contains("<style")) && !line.contains("</style");
            }
            let inline = line.split("style=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let directives = line.split("style:").skip(1).filter_map(|rest| rest.split(['=', ' ', '>', '|']).next());
            let faults = physical(if styles { line } else { "" })
                .or_else(|| inline.clone().find_map(physical))
                .or_else(|| directives.clone().find(|d| PHYSICAL.contains(d)).map(str::to_owned));
            if let Some(fault) = faults {
                report.fail(
                    "direction",
                    format!("{}:{}", file.path, index + 1),
                    format!("'{fault}' breaks right-to-left: say start or end"),
                );
            }
        }
    }
}

/// The first declaration of a line of style that names a side.
fn physical(style: &str) -> Option<String> {
    style.split([';', '{', '}']).find_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let (property, value) = (property.trim(), value.trim());
        let sided = PHYSICAL
            .iter()
            .any(|p| property == *p || property.strip_prefix(p).is_some_and(|rest| p.starts_with("border-") && rest.starts_with('-')));
        let aside = ASIDE.contains(&property) && (value.starts_with("left") || value.starts_with("right"));
        (sided || aside).then(|| declaration.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(path: &str, text: &str) -> bool {
        let mut report = Report::default();
        check(&[File::new(path, text)], &mut report);
        report.failed()
    }

    #[test]
    fn sides_fail_in_styles() {
        for declaration in
            ["margin-left: 1px", "left:0", "border-right-color: red", "text-align: right", "float:left", "padding-right: 2px"]
        {
            assert!(run("web/src/a.css", &format!("a {{ {declaration}; }}\n")), "{declaration}");
            assert!(run("web/src/a.svelte", &format!("<p/>\n<style>\na {{ color: red; {declaration}; }}\n</style>\n")), "{declaration}");
            assert!(run("web/src/a.svelte", &format!("<p style=\"{declaration}\">\n")), "{declaration}");
        }
        assert!(run("web/src/a.svelte", "<p style:margin-left={x}>\n"));
    }

    #[test]
    fn start_end_and_code_pass() {
        for text in ["a { margin-inline-start: 1px; text-align: end; inset-inline-end: 0 }\n", "a::before { border-top: 1px }\n"] {
            assert!(!run("web/src/a.css", text), "{text}");
        }
        assert!(!run("web/src/a.svelte", "<script>\nconst box = { left: 1, right: 2 };\n</script>\n<style>\n</style>\n"));
        assert!(!run("web/src/a.ts", "const left: number = 1;\n"));
    }
}
