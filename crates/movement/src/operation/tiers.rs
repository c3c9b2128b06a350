//! The tier of each person: from the `exposure_tier` column, or from "nobody looked yet".

use super::people::{Context, Tier};
use base::{Findings, Reason, Table};

/// Tier of a person nobody has assessed: 2, listed apart until someone looks (our default: set locally).
pub const NOT_ASSESSED: u8 = 2;

/// Reads the tier of every row. Codes: `tier-unreadable`.
pub fn read(table: &Table, _context: &Context<'_>, findings: &mut Findings) -> Vec<Tier> {
    table
        .rows()
        .map(|row| match row.find("exposure_tier").map(str::parse::<u8>) {
            Some(Ok(tier @ 1..=4)) => {
                let said = row.find("tier_reason").map(|r| Reason::new("tier-said").with("tier", tier).with("reason", r));
                Tier { tier, reasons: vec![said.unwrap_or_else(|| Reason::new("tier-given").with("tier", tier))], assessed: true }
            }
            other => {
                if other.is_some() {
                    let text = row.find("exposure_tier").unwrap_or_default();
                    findings.push(row.warning("exposure_tier", "tier-unreadable", format!("'{text}' is no tier"), "write 1 (most exposed) to 4; until then the person counts as not assessed").with("value", text));
                }
                Tier { tier: NOT_ASSESSED, reasons: vec![Reason::new("not-assessed")], assessed: false }
            }
        })
        .collect()
}
