//! Lists of names: two columns, identifier and full name, set apart by a tab; a first line `id<TAB>name` is taken for a heading.

use crate::name::Name;
use base::{Finding, Findings};

/// One line of a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// As the file has it.
    pub id: String,
    /// As it was written.
    pub written: String,
    /// As it is compared.
    pub name: Name,
}

/// Reads a list; each line that can't be used is a finding, and the others stand.
pub fn read(file: &str, bytes: &[u8]) -> (Vec<Listed>, Findings) {
    let mut findings = Vec::new();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => std::borrow::Cow::Borrowed(text),
        Err(e) => {
            let line = bytes.iter().take(e.valid_up_to()).filter(|b| **b == b'\n').count() + 1;
            let said = format!("line {line} is not UTF-8; letters that can't be read are left out");
            findings.push(Finding::warning("list-not-utf8", said, "save the file as UTF-8").at(file, line as u64, "name"));
            String::from_utf8_lossy(bytes)
        }
    };
    let mut listed = Vec::new();
    for (n, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mut cells = line.split('\t');
        let (id, written) = (cells.next().unwrap_or_default().trim(), cells.next().unwrap_or_default().trim());
        let heading =
            n == 0 && id.eq_ignore_ascii_case("id") && ["name", "full_name", "full name"].contains(&written.to_lowercase().as_str());
        if heading || line.trim().is_empty() {
            continue;
        }
        let name = Name::read(written);
        if id.is_empty() || name.words.is_empty() {
            let text = "this line has no identifier or no name";
            findings.push(Finding::warning("list-line", text, "write identifier, tab, name").at(file, n as u64 + 1, "name"));
            continue;
        }
        listed.push(Listed { id: id.to_owned(), written: written.to_owned(), name });
    }
    (listed, findings.into_iter().collect())
}
