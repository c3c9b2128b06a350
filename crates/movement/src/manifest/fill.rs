//! Filling in a manifest from the plan.

use super::{Audience, Checks, Count, Header, HouseholdLine, Manifest, PassengerLine, StopLine};
use crate::operation::{Consent, Fitness, Needs, Operation, Person};
use crate::plan::{Leg, Plan, Stop, Trip};
use base::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// The manifest of a trip for a role; `None` if the plan has no such trip.
pub fn manifest(operation: &Operation, plan: &Plan, trip: u32, audience: Audience) -> Option<Manifest> {
    let trip = plan.trips.iter().find(|t| t.id == trip)?;
    let list = List::new(operation, trip);
    let passengers = matches!(audience, Audience::Receiving | Audience::Sending).then(|| list.passengers(audience));
    Some(Manifest {
        audience,
        header: list.header(plan),
        stops: list.stops(),
        households: if audience == Audience::Driver { Vec::new() } else { list.households() },
        passengers: passengers.unwrap_or_default(),
    })
}

/// Words for what a person needs on the way.
pub fn support(needs: &Needs) -> Vec<String> {
    let flags = [
        ("wheelchair", needs.wheelchair),
        ("stretcher", needs.stretcher),
        ("lap", needs.infant_lap),
        ("assistance", needs.assistance),
        ("medical_escort", needs.medical_escort),
        ("pregnant", needs.pregnant_weeks.is_some()),
        ("no_night", needs.no_night),
        ("woman_crew", needs.woman_crew),
        ("chaperone", needs.unaccompanied || needs.separated),
    ];
    let words = flags.into_iter().filter(|f| f.1).map(|f| f.0.to_owned());
    words.chain(needs.equipment.iter().cloned()).collect()
}

struct List<'a> {
    operation: &'a Operation,
    trip: &'a Trip,
    /// Members of each household on the trip, by position in the people.
    members: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> List<'a> {
    fn new(operation: &'a Operation, trip: &'a Trip) -> Self {
        let on: BTreeSet<&str> = trip.households().collect();
        let own = operation.households.iter().filter(|h| on.contains(h.id.as_str()));
        let members = own.map(|h| (h.id.as_str(), h.members.clone())).collect();
        Self { operation, trip, members }
    }

    fn people(&self, household: &str) -> impl Iterator<Item = (usize, &'a Person)> {
        let people = &self.operation.people;
        self.members.get(household).into_iter().flatten().filter_map(move |m| Some((*m, people.get(*m)?))).collect::<Vec<_>>().into_iter()
    }

    fn count<'s>(&self, households: impl Iterator<Item = &'s str>) -> Count {
        let mut count = Count::default();
        for household in households {
            count.households += 1;
            for (_, person) in self.people(household) {
                count.people += 1;
                count.children += u32::from(person.child);
                for word in support(&person.needs) {
                    *count.support.entry(word).or_default() += 1;
                }
            }
        }
        count
    }

    fn header(&self, plan: &Plan) -> Header {
        let trip = self.trip;
        let vehicle = self.operation.fleet.iter().find(|v| v.id == trip.vehicle);
        let first = trip.stops.iter().find(|s| !s.board.is_empty()).or(trip.stops.first());
        let people = self.count(trip.households()).people;
        let generated = |m: &usize| self.operation.profiles.get(*m).is_some_and(|p| p.generated);
        Header {
            operation: plan.operation.clone(),
            trip: trip.id,
            version: version(plan, trip),
            vehicle: trip.vehicle.clone(),
            kind: vehicle.map_or_else(String::new, |v| v.kind.clone()),
            configuration: trip.configuration,
            woman_crew: vehicle.is_some_and(|v| v.woman_crew),
            medical_crew: vehicle.is_some_and(|v| v.medical_crew),
            escort: vehicle.is_some_and(|v| v.escort),
            equipment: vehicle.map_or_else(Vec::new, |v| v.equipment.iter().cloned().collect()),
            origin: first.map_or_else(String::new, |s| s.place.clone()),
            destination: trip.stops.last().map_or_else(String::new, |s| s.place.clone()),
            departs: first.map_or(Instant(0), |s| s.depart),
            arrives: trip.stops.last().map_or(Instant(0), |s| s.arrive),
            km: trip.legs.iter().map(|l| l.km).sum(),
            people,
            convoy: self.convoy(plan),
            generated: self.members.values().flatten().any(generated),
            protocol: self.operation.settings.protocol.clone(),
        }
    }

    /// Other trips with parts of a household of which a part is on this one.
    fn convoy(&self, plan: &Plan) -> Vec<(u32, String)> {
        let cut = self.operation.households.iter().filter_map(|h| Some((h.id.as_str(), h.convoy.as_deref()?)));
        let convoy_of: BTreeMap<&str, &str> = cut.collect();
        let own: BTreeSet<&str> = self.members.keys().filter_map(|h| convoy_of.get(h).copied()).collect();
        let with = |t: &&Trip| t.id != self.trip.id && t.households().any(|h| convoy_of.get(h).is_some_and(|c| own.contains(c)));
        plan.trips.iter().filter(with).map(|t| (t.id, t.vehicle.clone())).collect()
    }

    fn stops(&self) -> Vec<StopLine> {
        let mut on: BTreeSet<&str> = BTreeSet::new();
        let mut lines = Vec::new();
        for (i, stop) in self.trip.stops.iter().enumerate() {
            stop.alight.iter().for_each(|h| _ = on.remove(h.as_str()));
            on.extend(stop.board.iter().map(String::as_str));
            let leg = self.trip.legs.get(i);
            lines.push(StopLine {
                place: stop.place.clone(),
                arrive: stop.arrive,
                begin: stop.begin,
                depart: stop.depart,
                on: self.count(stop.board.iter().map(String::as_str)),
                off: self.count(stop.alight.iter().map(String::as_str)),
                on_board: self.count(on.iter().copied()),
                way: leg.map(|l| self.way(l)).unwrap_or_default(),
                halts: leg.map(halts).unwrap_or_default(),
                km: leg.map_or(0.0, |l| l.km),
            });
        }
        lines
    }

    /// Named places passed, without the ends.
    fn way(&self, leg: &Leg) -> Vec<(String, Instant)> {
        let inner = leg.stretches.iter().take(leg.stretches.len().saturating_sub(1));
        let named = inner.filter(|s| self.operation.network.find_place(&s.to).is_some());
        named.map(|s| (s.to.clone(), s.leave)).collect()
    }

    fn stop_of(&self, household: &str, list: fn(&Stop) -> &Vec<String>) -> Option<&'a Stop> {
        self.trip.stops.iter().find(|s| list(s).iter().any(|h| h == household))
    }

    fn ends(&self, household: &str) -> (String, String, Instant) {
        let name = |stop: Option<&Stop>| stop.map_or_else(String::new, |s| s.place.clone());
        let (on, off) = (self.stop_of(household, |s| &s.board), self.stop_of(household, |s| &s.alight));
        (name(on), name(off), off.map_or(Instant(0), |s| s.arrive))
    }

    fn households(&self) -> Vec<HouseholdLine> {
        let home: BTreeMap<&str, &str> = self.members.keys().flat_map(|h| self.people(h).map(|(_, p)| (p.id.as_str(), *h))).collect();
        let mut ties: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for household in self.members.keys() {
            for other in self.people(household).flat_map(|(_, p)| &p.accompanies).filter_map(|id| home.get(id.as_str()).copied()) {
                if other != *household {
                    ties.entry(household).or_default().insert(other);
                    ties.entry(other).or_default().insert(household);
                }
            }
        }
        let one = |(i, household): (usize, &str)| {
            let (boards, alights, _) = self.ends(household);
            let with = ties.get(household).into_iter().flatten().map(|h| (*h).to_owned()).collect();
            HouseholdLine {
                seq: i as u32 + 1,
                household: household.to_owned(),
                boards,
                alights,
                count: self.count([household].into_iter()),
                with,
            }
        };
        self.trip.households().enumerate().map(one).collect()
    }

    fn passengers(&self, audience: Audience) -> Vec<PassengerLine> {
        let mut lines = Vec::new();
        for household in self.trip.households() {
            let (boards, alights, arrives) = self.ends(household);
            for (m, person) in self.people(household) {
                let profile = self.operation.profiles.get(m).cloned().unwrap_or_default();
                lines.push(PassengerLine {
                    seq: lines.len() as u32 + 1,
                    person: person.id.clone(),
                    household: household.to_owned(),
                    name: profile.name,
                    age: profile.age,
                    age_estimated: profile.age_estimated,
                    child: person.child,
                    support: support(&person.needs),
                    services: if audience == Audience::Receiving { person.needs.services.iter().cloned().collect() } else { Vec::new() },
                    boards: boards.clone(),
                    alights: alights.clone(),
                    arrives,
                    accompanies: person.accompanies.clone(),
                    checks: (audience == Audience::Sending).then(|| checks(person)),
                });
            }
        }
        lines
    }
}

fn checks(person: &Person) -> Checks {
    let consent = match person.consent {
        Consent::Given => "given",
        Consent::Refused => "refused",
        Consent::Withdrawn => "withdrawn",
        Consent::Pending => "pending",
    };
    let needed = person.needs.unaccompanied || person.needs.separated;
    Checks {
        consent: consent.to_owned(),
        fit: person.fitness != Fitness::Unfit,
        fit_until: if let Fitness::Until(at) = person.fitness { Some(at) } else { None },
        best_interests: needed.then_some(person.needs.best_interests_cleared),
        pregnant_weeks: person.needs.pregnant_weeks,
    }
}

/// Where a leg halts: the place, and when it goes on.
fn halts(leg: &Leg) -> Vec<(String, Instant)> {
    let next = leg.stretches.iter().zip(leg.stretches.iter().skip(1));
    next.filter(|(a, b)| b.enter > a.leave).map(|(a, b)| (a.to.clone(), b.enter)).collect()
}

/// Changes whenever anything of the trip does.
fn version(plan: &Plan, trip: &Trip) -> String {
    let mut digest = base::Digest::default();
    digest.update(format!("{}{}{trip:?}", plan.inputs, plan.as_of).as_bytes());
    digest.hex().chars().take(8).collect()
}
