//! The reports behind a figure.

use crate::report::{Report, ReportId};
use serde::{Deserialize, Serialize};

/// One report and its part in a hazard or risk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// Which report.
    pub report: ReportId,
    /// Its share of the whole, background included, 0 to 1.
    pub share: f64,
}

impl Contribution {
    /// The `most` largest, ties by identifier; `amounts` stand beside `reports`.
    pub(crate) fn largest(reports: &[Report], amounts: Vec<f64>, background: f64, most: usize) -> Vec<Self> {
        let whole = background + amounts.iter().sum::<f64>();
        if whole <= 0.0 {
            return Vec::new();
        }
        let mut order: Vec<(&Report, f64)> = reports.iter().zip(amounts).filter(|(_, amount)| *amount > 0.0).collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.id.cmp(&b.0.id)));
        order.truncate(most);
        order.into_iter().map(|(report, amount)| Self { report: report.id.clone(), share: amount / whole }).collect()
    }
}
