//! Reading Rust source as far as the checks need it: code without tests and comments, and literals in calls.

/// The text up to the first test module, without comment lines.
pub fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    let mut code = String::with_capacity(end);
    for line in text[..end].lines().filter(|l| !l.trim_start().starts_with("//")) {
        code.push_str(line);
        code.push('\n');
    }
    code
}

/// Whether a path is a test's own file.
pub fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.contains("/benches/") || path.ends_with("tests.rs") || path.ends_with("_test.rs")
}

/// The arguments of every call that begins with `opening` (such as `Reason::new(`), each as its source text.
pub fn calls(code: &str, opening: &str) -> Vec<Vec<String>> {
    code.match_indices(opening).map(|(at, _)| arguments(&code[at + opening.len()..])).collect()
}

/// Splits the text after an opening bracket into arguments, up to the bracket that closes it.
fn arguments(text: &str) -> Vec<String> {
    let (mut found, mut current, mut depth) = (Vec::new(), String::new(), 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else {
            match c {
                '"' => quoted = true,
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    found.push(std::mem::take(&mut current));
                    continue;
                }
                _ => {}
            }
        }
        current.push(c);
    }
    if !current.trim().is_empty() {
        found.push(current);
    }
    found
}

/// The string literals of a piece of source that look like a code: lower-case words joined by hyphens.
pub fn codes(source: &str) -> Vec<String> {
    source
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|t| {
            t.starts_with(|c: char| c.is_ascii_lowercase()) && t.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_comments_are_not_code() {
        let text = "// one\nlet a = 1;\n#[cfg(test)]\nmod tests {\n    let b = 2;\n}\n";
        assert_eq!(code(text), "let a = 1;\n");
        assert!(is_test("crates/x/tests/all.rs") && is_test("crates/x/src/plan/tests.rs") && !is_test("crates/x/src/plan.rs"));
    }

    #[test]
    fn arguments_end_at_their_bracket() {
        let source = r#"f(a("x", 1), "b, \") c", [1, 2]) + g("z")"#;
        assert_eq!(calls(source, "f("), [[r#"a("x", 1)"#, r#" "b, \") c""#, " [1, 2]"]]);
        assert_eq!(codes(r#"if late { "too-late" } else { "Not a code" }"#), ["too-late"]);
    }
}
