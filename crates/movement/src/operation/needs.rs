//! What people need of a vehicle, a ride and a destination; the words of the `needs` column.

use base::{Findings, Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Needs of a person, or of all members of a household together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Needs {
    /// Travels in a wheelchair: takes a bay.
    pub wheelchair: bool,
    /// Travels lying: takes a stretcher.
    pub stretcher: bool,
    /// Rides on the lap of an adult of the household: takes no seat.
    pub infant_lap: bool,
    /// Needs a person's help to board.
    pub assistance: bool,
    /// Needs medical staff on the vehicle.
    pub medical_escort: bool,
    /// Weeks of pregnancy.
    pub pregnant_weeks: Option<u32>,
    /// May not travel at night.
    pub no_night: bool,
    /// Longest ride in minutes.
    pub max_ride_min: Option<u32>,
    /// Asked for a woman in the crew.
    pub woman_crew: bool,
    /// A child without a caregiver.
    pub unaccompanied: bool,
    /// A child with a caregiver who is not the customary one.
    pub separated: bool,
    /// The best-interests step has cleared this move.
    pub best_interests_cleared: bool,
    /// Services the destination must have.
    pub services: BTreeSet<String>,
    /// Equipment the vehicle must carry.
    pub equipment: BTreeSet<String>,
}

/// Weeks of pregnancy from which a certificate is due before a move (IATA medical manual, from expert memory: default, set locally).
pub const PREGNANCY_CERTIFICATE_WEEKS: u32 = 28;

impl Needs {
    /// Reads the `needs` column. Codes: `need-unknown` (kept out, said so), `need-unreadable`.
    pub fn read(row: &Row<'_>, findings: &mut Findings) -> Self {
        let mut needs = Self::default();
        for word in row.list("needs") {
            let (name, value) = word.split_once('=').map_or((word, None), |(n, v)| (n.trim(), Some(v.trim())));
            let mut number = || {
                let read = value.and_then(|v| v.parse::<u32>().ok()).filter(|n| *n > 0);
                if read.is_none() {
                    findings.push(
                        row.error("needs", "need-unreadable", format!("'{word}' needs a number"), format!("write {name}=30"))
                            .with("value", word),
                    );
                }
                read
            };
            match name {
                "wheelchair" => needs.wheelchair = true,
                "stretcher" => needs.stretcher = true,
                "infant_lap" => needs.infant_lap = true,
                "assistance" => needs.assistance = true,
                "medical_escort" => needs.medical_escort = true,
                "pregnant_weeks" => needs.pregnant_weeks = number(),
                "no_night" => needs.no_night = true,
                "max_ride_min" => needs.max_ride_min = number(),
                "woman_crew" => needs.woman_crew = true,
                "unaccompanied" => needs.unaccompanied = true,
                "separated" => needs.separated = true,
                "best_interests_cleared" => needs.best_interests_cleared = true,
                "service" if value.is_some_and(|v| !v.is_empty()) => _ = needs.services.insert(value.unwrap_or_default().into()),
                "equipment" if value.is_some_and(|v| !v.is_empty()) => _ = needs.equipment.insert(value.unwrap_or_default().into()),
                _ => findings.push(
                    row.error(
                        "needs",
                        "need-unknown",
                        format!("'{word}' is no need the planner knows"),
                        "see docs/formats.md for the words; the household is held until it is clear",
                    )
                    .with("value", word),
                ),
            }
        }
        needs
    }

    /// The words a destination may refuse.
    pub fn words(&self) -> Vec<&'static str> {
        let all = [
            ("wheelchair", self.wheelchair),
            ("stretcher", self.stretcher),
            ("infant_lap", self.infant_lap),
            ("assistance", self.assistance),
            ("medical_escort", self.medical_escort),
            ("pregnant", self.pregnant_weeks.is_some()),
            ("unaccompanied", self.unaccompanied),
            ("separated", self.separated),
        ];
        all.into_iter().filter(|w| w.1).map(|w| w.0).collect()
    }

    /// Points for the order inside a tier: more needs go first.
    pub fn points(&self) -> u32 {
        let flags = [
            self.stretcher,
            self.stretcher,
            self.medical_escort,
            self.medical_escort,
            self.unaccompanied,
            self.unaccompanied,
            self.wheelchair,
            self.assistance,
            self.separated,
        ];
        let late = self.pregnant_weeks.is_some_and(|w| w >= PREGNANCY_CERTIFICATE_WEEKS);
        flags.into_iter().filter(|f| *f).count() as u32 + u32::from(late) + self.services.len() as u32 + self.equipment.len() as u32
    }

    /// Adds another member's needs: the strictest of both holds.
    pub fn join(&mut self, other: &Self) {
        self.wheelchair |= other.wheelchair;
        self.stretcher |= other.stretcher;
        self.infant_lap |= other.infant_lap;
        self.assistance |= other.assistance;
        self.medical_escort |= other.medical_escort;
        self.pregnant_weeks = self.pregnant_weeks.max(other.pregnant_weeks);
        self.no_night |= other.no_night;
        self.max_ride_min = [self.max_ride_min, other.max_ride_min].into_iter().flatten().min();
        self.woman_crew |= other.woman_crew;
        self.unaccompanied |= other.unaccompanied;
        self.separated |= other.separated;
        self.services.extend(other.services.iter().cloned());
        self.equipment.extend(other.equipment.iter().cloned());
    }
}
