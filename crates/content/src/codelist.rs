//! Code lists: what may be chosen, with labels, history and where each code comes from.
//!
//! In: blocks of TOML. Out: a [`CodeList`]. Always true: codes are unique and never taken away, only retired, so that an old answer keeps
//! its label; parents and inverses are codes of the list.

use crate::basis::Basis;
use crate::block::Block;
use crate::words::Words;
use base::{Finding, Findings};
use std::collections::{BTreeMap, BTreeSet};

/// A list of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeList {
    /// Identifier.
    pub id: String,
    /// Counted from 1; raised whenever a code is added or retired.
    pub version: u32,
    /// What it is called.
    pub title: Words,
    /// Where its codes come from, unless one says otherwise.
    pub basis: Basis,
    /// The list that the parents of its codes are in; itself if it names none.
    pub parents: Option<String>,
    /// In the order to be shown.
    pub codes: Vec<Code>,
    /// The file it was read from.
    pub file: String,
}

/// One code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What is stored.
    pub code: String,
    /// What is shown.
    pub label: Words,
    /// Where it comes from.
    pub basis: Basis,
    /// The code that it belongs under.
    pub parent: Option<String>,
    /// For a relationship: what the other may be to the one. Empty where it isn't one.
    pub inverse: Vec<String>,
    /// Kept from registration and distribution: only fields that say `hidden_codes` offer it.
    pub hidden: bool,
    /// Version of the list from which it can no longer be chosen.
    pub retired: Option<u32>,
    /// Line in the list's file.
    pub line: u64,
}

impl CodeList {
    /// The code, retired or not.
    pub fn find(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|c| c.code == code)
    }

    /// The codes that can be chosen today.
    pub fn current(&self) -> impl Iterator<Item = &Code> {
        self.codes.iter().filter(|c| !self.is_retired(c))
    }

    /// Whether a code of this list can no longer be chosen.
    pub fn is_retired(&self, code: &Code) -> bool {
        code.retired.is_some_and(|version| version <= self.version)
    }
}

/// Whether a text can be a code: letters, digits, `_`, `-`, `+` and `.`, at most 64, as XLSForm takes for the name of a choice.
pub fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-+.".contains(&b))
}

/// Reads a list; what can't be read is a finding and left out.
pub(crate) fn read(block: &Block<'_>) -> Option<CodeList> {
    let id = block.needed("id", block.name("id"));
    let version = block.needed("version", block.number("version", 1));
    let title = block.needed("title", block.words("title"));
    let basis: Option<Basis> = block.needed("basis", block.parse("basis")).map(|b| b.value);
    let parents = block.name("parents").map(|p| p.value);
    let codes: Vec<Code> = block.blocks("code").into_iter().filter_map(|b| code(b, basis.as_ref())).collect();
    block.needed("code", (!codes.is_empty()).then_some(()));
    check(block, &codes, parents.is_none());
    Some(CodeList { id: id?.value, version: version?, title: title?, basis: basis?, parents, codes, file: block.file.path.to_owned() })
}

fn code(block: Block<'_>, list: Option<&Basis>) -> Option<Code> {
    let code = block.needed("code", block.text("code"));
    if let Some(code) = code.as_ref().filter(|c| !is_code(&c.value)) {
        let text = format!("'{}' can't be a code", code.value);
        block.push(
            code.line,
            "code",
            Finding::error("content-value-unreadable", text, "use letters, digits, '_', '-', '+' and '.', at most 64"),
        );
    }
    let label = block.needed("label", block.words("label"));
    let own = block.parse::<Basis>("basis").map(|b| b.value);
    let parent = block.text("parent").map(|p| p.value);
    let inverse = block.texts("inverse").into_iter().map(|i| i.value).collect();
    let hidden = block.flag("hidden").unwrap_or(false);
    let retired = block.number("retired", 2);
    let line = block.line;
    block.finish();
    Some(Code { code: code?.value, label: label?, basis: own.or_else(|| list.cloned())?, parent, inverse, hidden, retired, line })
}

/// Parents in another list that aren't there.
pub(crate) fn check_parents(list: &CodeList, lists: &BTreeMap<String, CodeList>) -> Findings {
    let mut findings = Findings::default();
    let Some(name) = &list.parents else { return findings };
    let Some(parents) = lists.get(name) else {
        let finding = Finding::error("codelist-unknown", format!("there is no code list '{name}'"), "add the list, or correct the name");
        findings.push(finding.at(&list.file, 1, "parents").with("value", name));
        return findings;
    };
    for code in list.codes.iter().filter(|c| c.parent.as_ref().is_some_and(|p| parents.find(p).is_none())) {
        let text = format!("the parent of '{}' is not a code of '{name}'", code.code);
        findings.push(Finding::error("codelist-code-unknown", text, "add it, or correct the name").at(&list.file, code.line, "parent"));
    }
    findings
}

fn check(block: &Block<'_>, codes: &[Code], own_parents: bool) {
    let mut seen = BTreeSet::new();
    for code in codes.iter().filter(|c| !seen.insert(c.code.as_str())) {
        let finding = Finding::error("codelist-code-twice", format!("'{}' is there twice", code.code), "give each code one block");
        block.push(code.line, "code", finding.with("value", &code.code));
    }
    for code in codes {
        let parent = code.parent.iter().filter(|_| own_parents);
        let named = parent.map(|p| ("parent", p)).chain(code.inverse.iter().map(|i| ("inverse", i)));
        for (key, name) in named.filter(|(_, name)| !seen.contains(name.as_str())) {
            let text = format!("'{name}' is not a code of this list");
            block.push(code.line, key, Finding::error("codelist-code-unknown", text, "add it, or correct the name").with("value", name));
        }
    }
    if !own_parents {
        return;
    }
    // Walking up from a code takes at most as many steps as there are codes, unless it goes in a circle.
    let parent = |name: &str| codes.iter().find(|c| c.code == name).and_then(|c| c.parent.as_deref());
    for code in codes {
        let mut at = code.parent.as_deref();
        for _ in 0..codes.len() {
            at = at.and_then(parent);
        }
        if at.is_some() {
            let text = format!("'{}' is its own parent, directly or by others", code.code);
            block.push(code.line, "parent", Finding::error("codelist-parent-circle", text, "break the circle"));
        }
    }
}
