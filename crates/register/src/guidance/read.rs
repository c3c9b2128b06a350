//! One file of the register.

use super::area::{Access, GuidanceArea, Reference};
use base::Finding;
use content::{Basis, Block, Placed, Words};

pub(super) fn area(block: &Block<'_>) -> Option<GuidanceArea> {
    let id = block.needed("id", code(block, "id", 'A'));
    // An operation that adds to a shipped area need not name it again.
    let title = if block.has("title") { block.words("title") } else { Some(Words::default()) };
    let contacts = addresses(block, "contacts");
    let confirmed_contacts = addresses(block, "confirmed_contacts");
    let references = block.blocks("reference").into_iter().filter_map(|block| {
        let read = reference(&block);
        block.finish();
        read
    });
    let references = references.collect();
    Some(GuidanceArea { id: id?.value, title: title?, contacts, confirmed_contacts, references })
}

fn reference(block: &Block<'_>) -> Option<Reference> {
    let id = block.needed("id", code(block, "id", 'R'));
    let title = block.needed("title", block.text("title"));
    let cited = block.text("cited");
    let publisher = block.needed("publisher", block.text("publisher"));
    let kind = block.needed("kind", block.parse("kind"));
    let state = block.needed("state", block.parse::<super::State>("state"));
    let about = block.needed("about", block.words("about"));
    let basis = block.needed("basis", block.parse::<Basis>("basis"));
    let access = if block.has("access") { block.parse("access")?.value } else { Access::Public };
    let successor = block.text("successor").map(|t| t.value);
    let checked = block.parse("checked");
    let checked_by = block.text("checked_by").map(|t| t.value);
    let (cited_year, year) = (block.number("cited_year", 1900), block.number("year", 1900));
    let identifier = block.text("identifier").map(|t| t.value);
    let discrepancy = block.words("discrepancy");
    let see_also = block.texts("see_also").into_iter().map(|t| t.value).collect();
    let state = state?;
    if state.value == super::State::Superseded && successor.is_none() {
        let finding = Finding::error(
            "guidance-no-successor",
            "a superseded reference names no successor",
            "add 'successor' with what took its place",
        );
        block.push(state.line, "state", finding);
        return None;
    }
    if checked.is_some() != checked_by.is_some() {
        let finding =
            Finding::error("guidance-half-checked", "a check needs both a day and who did it", "write 'checked' and 'checked_by' together");
        block.push(block.line, "checked", finding);
        return None;
    }
    let (title, id) = (title?.value, id?);
    Some(Reference {
        id: id.value,
        cited: cited.map_or_else(|| title.clone(), |t| t.value),
        cited_year,
        title,
        publisher: publisher?.value,
        year,
        identifier,
        kind: kind?.value,
        access,
        state: state.value,
        successor,
        about: about?,
        discrepancy,
        see_also,
        basis: basis?.value,
        checked: checked.map(|d| d.value),
        checked_by,
        file: block.file.path.to_owned(),
        line: id.line,
    })
}

/// A capital letter and then letters, digits or `-`: `A05`, `R12`, `R-CAF-1`.
fn code(block: &Block<'_>, key: &'static str, first: char) -> Option<Placed<String>> {
    let text = block.text(key)?;
    let rest = text.value.strip_prefix(first).unwrap_or_default();
    if !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Some(text);
    }
    let remedy = format!("begin with {first}, then letters, digits or -");
    block.push(text.line, key, Finding::error("content-value-unreadable", format!("'{}' is no identifier here", text.value), remedy));
    None
}

/// Addresses with something on either side of one `@`; `&` is legal before it.
fn addresses(block: &Block<'_>, key: &'static str) -> Vec<String> {
    let mut good = Vec::new();
    for text in block.texts(key) {
        let parts: Vec<&str> = text.value.split('@').collect();
        let legal = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
        if matches!(parts[..], [local, domain] if !local.is_empty() && local.chars().all(legal) && domain.contains('.') && domain.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-'))
        {
            good.push(text.value);
        } else {
            let finding =
                Finding::error("guidance-address", format!("'{}' is no e-mail address", text.value), "write it like name@example.org");
            block.push(text.line, key, finding);
        }
    }
    good
}
