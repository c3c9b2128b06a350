//! Vehicles as the problem sees them: bits for what they offer, profiles for how they drive.

use super::Terms;
use crate::operation::{Needs, Operation};
use crate::problem::Vehicle;
use std::collections::BTreeSet;

const WOMAN_CREW: u64 = 1;
const MEDICAL_CREW: u64 = 2;
const ESCORT: u64 = 4;
/// Stands for equipment that no vehicle carries.
const NOWHERE: u64 = 8;
const FIRST_EQUIPMENT: u32 = 4;

/// Which bit stands for which offer.
pub(super) struct Offers {
    equipment: Vec<String>,
}

impl Offers {
    /// Gives a bit to each piece of equipment in the fleet; those past the sixtieth count as carried by none.
    pub fn new(operation: &Operation) -> Self {
        let all: BTreeSet<&String> = operation.fleet.iter().flat_map(|v| &v.equipment).collect();
        Self { equipment: all.into_iter().take(60).cloned().collect() }
    }

    fn equipment<'a>(&self, words: impl Iterator<Item = &'a String>) -> u64 {
        words.fold(0, |bits, word| {
            bits | self.equipment.iter().position(|e| e == word).map_or(NOWHERE, |i| 1 << (FIRST_EQUIPMENT + i as u32))
        })
    }

    /// What needs ask of a vehicle.
    pub fn asked(&self, operation: &Operation, needs: &Needs) -> u64 {
        let bit = |on: bool, bit: u64| if on { bit } else { 0 };
        bit(needs.woman_crew, WOMAN_CREW)
            | bit(needs.medical_escort, MEDICAL_CREW)
            | bit(operation.settings.driving.escort_required, ESCORT)
            | self.equipment(needs.equipment.iter())
    }

    /// What a vehicle offers.
    pub fn offered(&self, vehicle: &crate::operation::Vehicle) -> u64 {
        let bit = |on: bool, bit: u64| if on { bit } else { 0 };
        bit(vehicle.woman_crew, WOMAN_CREW)
            | bit(vehicle.medical_crew, MEDICAL_CREW)
            | bit(vehicle.escort, ESCORT)
            | (self.equipment(vehicle.equipment.iter()) & !NOWHERE)
    }

    /// Catalogue word of the first thing that is asked for and not offered.
    pub fn missing(&self, asks: u64, offers: u64) -> &str {
        let missing = asks & !offers;
        match missing.trailing_zeros() {
            0 => "woman_crew",
            1 => "medical_crew",
            2 => "escort",
            bit => self.equipment.get((bit.wrapping_sub(FIRST_EQUIPMENT)) as usize).map_or("equipment", String::as_str),
        }
    }
}

/// How vehicles drive: speed factor (as bits, so that it can be compared) and road classes they may use.
pub(super) type DrivingProfile = (u64, BTreeSet<String>);

pub(super) fn profile_of(vehicle: &crate::operation::Vehicle) -> DrivingProfile {
    (vehicle.speed_factor.to_bits(), vehicle.road_classes.clone())
}

/// Each different way of driving among the usable vehicles.
pub(super) fn profiles(operation: &Operation, vehicles: &[usize]) -> Vec<DrivingProfile> {
    let all: BTreeSet<DrivingProfile> = vehicles.iter().map(|v| profile_of(&operation.fleet[*v])).collect();
    all.into_iter().collect()
}

/// Vehicles that may be used at all: neither pinned by the officer, nor lost or gone before the plan begins, and with room.
pub(super) fn usable(operation: &Operation, terms: &Terms) -> Vec<usize> {
    let good = |v: &crate::operation::Vehicle| {
        !terms.changes.pinned.contains(&v.id)
            && !terms.changes.lost.iter().any(|l| l.vehicle == v.id && l.at <= terms.from)
            && v.until.is_none_or(|until| until > terms.from)
            && v.configurations.iter().any(|c| c.seats + c.bays + c.stretchers > 0)
    };
    (0..operation.fleet.len()).filter(|v| good(&operation.fleet[*v])).collect()
}

pub(super) fn vehicle(
    operation: &Operation,
    index: usize,
    terms: &Terms,
    offers: &Offers,
    profiles: &[DrivingProfile],
    start: usize,
) -> Vehicle {
    let v = &operation.fleet[index];
    let lost = terms.changes.lost.iter().filter(|l| l.vehicle == v.id).map(|l| l.at).min();
    let until = [v.until, lost].into_iter().flatten().min().unwrap_or(operation.ends());
    let own = profile_of(v);
    Vehicle {
        start,
        from: v.from.map_or(0, |at| (at.0 - terms.from.0).max(0)),
        until: (until.0 - terms.from.0).min(operation.ends().0 - terms.from.0),
        configurations: v.configurations.clone(),
        offers: offers.offered(v),
        profile: profiles.iter().position(|p| *p == own).unwrap_or_default(),
        range_m: v.range_km.map(|km| (km * 1000.0) as u64),
        driven: (0, 0),
    }
}
