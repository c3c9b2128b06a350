//! The back-test as a table to read.

use super::{Backtest, Traded};
use std::fmt::{self, Display, Write};

impl Display for Backtest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rule = self.rule;
        writeln!(
            f,
            "{} weeks, {} pairs, {} routes, {} incidents in the period",
            self.weeks, self.pairs, self.routes, self.incidents_in_period
        )?;
        writeln!(
            f,
            "counted: incidents that begin in the {} days after the start day within {} km of the route, not within {} km of its ends",
            rule.days, rule.radius_km, rule.ends_km
        )?;
        writeln!(f, "from: {}\nto:   {}\n", self.origins.join(", "), self.destinations.join(", "))?;
        writeln!(f, "fastest routes: {} incidents met over {:.0} km\n", self.fastest.incidents, self.fastest.km)?;
        writeln!(f, "{:>9} | {:^27} | {:^27} | {:^27}", "detour", "safest", "crude reference", "knowing the week")?;
        let head = "spent incidents   ratio";
        writeln!(f, "{:>9} | {head:>27} | {head:>27} | {head:>27}", "allowed")?;
        for ((ours, crude), oracle) in self.safest.iter().zip(&self.reference).zip(&self.oracle.family) {
            writeln!(f, "{:>7.0} % | {} | {} | {}", ours.allowed_percent, cell(ours)?, cell(crude)?, cell(oracle)?)?;
        }
        writeln!(f, "\n{:24} {:>10} {:>10} {:>8}", "origin", "fastest", "safest", "ratio")?;
        for one in &self.by_origin {
            let ratio = if one.fastest.incidents == 0 {
                "-".to_owned()
            } else {
                format!("{:.2}", one.safest.incidents as f64 / one.fastest.incidents as f64)
            };
            writeln!(f, "{:24} {:>10} {:>10} {:>8}", one.origin, one.fastest.incidents, one.safest.incidents, ratio)?;
        }
        Ok(())
    }
}

fn cell(traded: &Traded) -> Result<String, fmt::Error> {
    let mut text = String::new();
    write!(
        text,
        "{:>9.1} % {:>8} {}",
        traded.detour_percent,
        traded.incidents,
        traded.ratio.map_or("      -".to_owned(), |r| format!("{r:>7.3}"))
    )?;
    Ok(text)
}
