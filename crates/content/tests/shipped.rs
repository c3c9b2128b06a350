//! The content that is shipped is whole: nothing to be found in it, in any language.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use content::{Content, SHIPPED};

#[test]
fn nothing_is_wrong_with_it() {
    let (content, findings) = Content::load(SHIPPED, &[]);
    assert!(findings.is_empty(), "{}", findings.iter().map(|f| format!("\n{f}")).collect::<String>());
    assert_eq!(
        content.forms().count() + content.procedures().count() + content.codelists().count() + content.areas().count(),
        SHIPPED.len()
    );
}
