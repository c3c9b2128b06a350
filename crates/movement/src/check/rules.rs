//! Every rule the checker can name: code, what is wrong, what to do.

use base::{Finding, Findings, Severity};
use std::fmt::Display;

/// A rule of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable code; keys the message `finding-<code>`.
    pub code: &'static str,
    /// What is wrong when it is broken, in English.
    pub says: &'static str,
    /// What to do about it, in English.
    pub remedy: &'static str,
    /// How far a breach reaches: an error keeps the plan from leaving the program.
    pub severity: Severity,
}

const fn must(code: &'static str, says: &'static str, remedy: &'static str) -> Rule {
    Rule { code, says, remedy, severity: Severity::Error }
}

const fn should(code: &'static str, says: &'static str, remedy: &'static str) -> Rule {
    Rule { code, says, remedy, severity: Severity::Warning }
}

const REPLAN: &str = "plan again";
const AGAIN: &str = "count it again from the trips";

/// All rules, in the order in which they are looked at.
pub const RULES: &[Rule] = &[
    // The whole plan.
    should(
        "plan-other-inputs",
        "the plan was made from other inputs than these",
        "plan again, or check it against the files it was made from",
    ),
    must("plan-outside-horizon", "something happens before the start or after the end of the plan", REPLAN),
    must("plan-trip-number", "a trip has the number of another, or trips are not in order of departure", "number and sort them again"),
    must("plan-trip-shape", "a trip needs stops, one leg between each two of them, and people on board", REPLAN),
    // Everyone once.
    must("plan-household-unknown", "a household of the plan is not in people.csv", "plan again from the present people.csv"),
    must("plan-household-missing", "a household is neither on a trip nor waiting with a reason", REPLAN),
    must("plan-household-twice", "a household is listed more than once", "keep it where it really travels"),
    must("plan-wrong-site", "a household boards at a place where it is not", REPLAN),
    must("plan-not-alighted", "a household boards and never alights", REPLAN),
    must("plan-not-boarded", "a household alights without having boarded", REPLAN),
    must("plan-waiting-untrue", "people, tier or site of a waiting household are not those of people.csv", AGAIN),
    must("plan-no-reason", "a household waits without a reason", "name the rule that blocks it"),
    should("plan-no-lift", "nothing says what would let a waiting household travel", "name what would lift the reason"),
    must("plan-reason-untrue", "the reason why a household waits is not true of it", "name the rule that blocks it"),
    must("plan-queue-untrue", "the queue does not say what the trips say", AGAIN),
    // Who travels with whom.
    must("plan-row-untrusted", "a person whose row can't be trusted is on a trip", "correct the row first"),
    must("plan-held", "a household that the officer holds back is on a trip", "take it off the trip"),
    must("plan-family-split", "members of a household on a trip are at different places", "bring the family together first"),
    must(
        "plan-ties-parted",
        "households tied by a chaperone or carer are not on the same trip from and to the same stop",
        "keep them together",
    ),
    must(
        "plan-no-chaperone",
        "an unaccompanied child travels without an adult who is named as its chaperone",
        "name a qualified chaperone first",
    ),
    must(
        "plan-single-adult",
        "a child without an adult of its own is alone with a single adult on a stretch",
        "let another family ride along all the way, or send a second adult",
    ),
    must("plan-convoy-parted", "parts of one family do not travel together", "let all leave, drive and arrive at the same time"),
    must(
        "plan-too-few-escorts",
        "more unaccompanied children travel than their chaperones may escort at those ages",
        "name more chaperones, or send the children in smaller groups",
    ),
    must(
        "plan-best-interests-open",
        "a child without its customary caregiver travels before its best interests are cleared",
        "clear the best-interests step first",
    ),
    must("plan-children-alone", "children travel without an adult of their own", "name an adult who travels with them"),
    must("plan-kept-apart", "people who must not travel together are on one trip", "put them on different trips"),
    must(
        "plan-kept-apart-arrival",
        "people who must not travel together arrive at one place on one day",
        "bring them to different places or on different days",
    ),
    // What each person agreed to and can bear.
    must("plan-no-consent", "a person on a trip has not given consent", "ask, and keep the household back until all agreed"),
    must("plan-not-wished", "a person is brought to a place they did not agree to", "bring the household where all agreed to go"),
    must("plan-not-safe", "a person is brought to a place that is not safe for them", "choose another destination"),
    must("plan-service-missing", "a destination lacks a service that a person needs", "choose another destination"),
    must("plan-refused-there", "a destination can't receive a need of a person brought there", "choose another destination"),
    must("plan-no-destination", "people alight at a place that is no destination", "bring them to a place of destinations.csv"),
    must("plan-not-fit", "a person on a trip is not fit to travel", "keep the household back until a clinician clears it"),
    must("plan-fitness-ends", "a person arrives after their fitness to travel has ended", "bring them earlier, or renew the certificate"),
    must("plan-ride-too-long", "a ride is longer than a person can bear", "choose a shorter way"),
    must(
        "plan-in-the-dark",
        "a person who may not travel at night is on the way in the dark",
        "leave later, or choose a nearer destination",
    ),
    // The vehicle.
    must("plan-vehicle-unknown", "a vehicle of the plan is not in fleet.csv", "plan again from the present fleet.csv"),
    must("plan-configuration-unknown", "the vehicle's room can't be arranged like this", "choose one of its configurations"),
    must("plan-overfull", "more people are on board than there are seats, bays or stretchers", "use a larger vehicle or a second trip"),
    must("plan-no-woman-crew", "a person asked for a woman in the crew and there is none", "choose another vehicle"),
    must("plan-no-medical-crew", "a person needs medical staff and there is none in the crew", "choose another vehicle"),
    must("plan-no-equipment", "the vehicle does not carry the equipment a person needs", "choose another vehicle"),
    must("plan-no-escort", "people travel without the escort that is required", "choose a vehicle with an escort"),
    must("plan-vehicle-pinned", "a vehicle that is held back is used", "choose another vehicle"),
    must("plan-vehicle-lost", "a vehicle is used after it was lost", REPLAN),
    should(
        "plan-vehicle-lost-under-way",
        "a vehicle was lost on a trip that had set off",
        "call it; send another vehicle for the people on board",
    ),
    must("plan-vehicle-unavailable", "a vehicle is used outside the time in which it is available", REPLAN),
    must("plan-trips-unchained", "a trip does not begin where the vehicle stands", REPLAN),
    must("plan-no-turnaround", "a vehicle sets off before it is free and turned round", "leave later"),
    must("plan-out-of-range", "a vehicle drives farther than its fuel reaches", "use a vehicle with a longer range"),
    // Stops and gates.
    must("plan-stop-too-short", "a stop is too short for those who get on and off", "leave later"),
    must("plan-gate-closed", "people arrive when the destination is closed", "arrive in its opening hours"),
    must("plan-day-full", "more people arrive in a day than the destination takes", "bring some on another day or elsewhere"),
    must("plan-destination-full", "more people arrive than the destination takes in all", "bring some elsewhere"),
    // Roads.
    must("plan-times-backwards", "a stretch begins before the one before it is over", REPLAN),
    must("plan-no-road", "no road of the network leads along a stretch", REPLAN),
    must("plan-one-way", "a one-way road is driven against its direction", REPLAN),
    must("plan-class-forbidden", "a vehicle drives on a road it may not use", "choose another way or vehicle"),
    must("plan-road-closed", "a closed road is driven", "choose another way"),
    should(
        "plan-road-closed-ahead",
        "a trip that had set off has a closed road ahead and no other way",
        "call it and hold it in the last safe place",
    ),
    should(
        "plan-led-around",
        "a trip that had set off is led around a closed road and breaks a rule there",
        "call it: receive its people apart, send a relief vehicle, or hold it in a safe place, as the rule needs",
    ),
    must("plan-closure-margin", "a road is driven too shortly before it closes", "leave earlier or choose another way"),
    must("plan-night-closed", "a road that is closed at night is driven in the dark", "drive it by day"),
    must("plan-too-fast", "a stretch takes more time than the plan gives it", "leave earlier or arrive later"),
    must("plan-curfew", "a vehicle drives in a curfew or too shortly before it", "halt before it, or leave earlier"),
    must("plan-km-untrue", "kilometres are not those of the road network", AGAIN),
    must("plan-risk-untrue", "the risk of a leg is less than that of its stretches, or no number", AGAIN),
    // The crew.
    must("plan-driven-too-long", "a crew drives longer in a day than it may", "halt overnight, or change crews"),
    must("plan-break-due", "a crew drives on when a break is due", "break before the stretch"),
    must("plan-break-missing", "a long stretch is driven without the breaks due on it", "arrive later"),
    // What the plan says of itself.
    must("plan-summary-untrue", "the summary of a tier does not say what the trips say", AGAIN),
    must("plan-harm-untrue", "the harm in all is not that of the tiers by their weight, or is below the bound, or is no number", AGAIN),
    must("plan-tier-one-worse", "the most exposed fare worse than under the officer rule", "use the officer's plan"),
    must("plan-inversion-missing", "someone of a lower tier leaves first and the plan does not say why", "name the reason"),
    must("plan-inversion-untrue", "the reason why someone of a lower tier leaves first is not true", "name the true reason"),
    should(
        "plan-inversion-unexplained",
        "someone of a lower tier leaves first though no rule kept the higher one off the trip",
        "look at both households; move them by hand if need be",
    ),
];

/// Collects what is broken.
#[derive(Debug, Default)]
pub(super) struct Court {
    /// Breaches in the order found.
    pub findings: Findings,
}

impl Court {
    /// Names a breach of a trip that may have been led around a closed road: then it is said as that, with the rule.
    pub fn name_led(&mut self, led: bool, code: &str, place: &[(&str, &dyn Display)]) {
        if led {
            let place: Vec<(&str, &dyn Display)> = place.iter().copied().chain([("rule", &code as &dyn Display)]).collect();
            self.name("plan-led-around", &place);
        } else {
            self.name(code, place);
        }
    }

    /// Names a breach of a rule with its place.
    pub fn name(&mut self, code: &str, place: &[(&str, &dyn Display)]) {
        let Some(rule) = RULES.iter().find(|rule| rule.code == code) else { return };
        let words: Vec<String> = place.iter().map(|(key, value)| format!("{key} {value}")).collect();
        let text = if words.is_empty() { rule.says.to_owned() } else { format!("{} ({})", rule.says, words.join(", ")) };
        let finding = match rule.severity {
            Severity::Error => Finding::error(code, text, rule.remedy),
            Severity::Warning => Finding::warning(code, text, rule.remedy),
            Severity::Note => Finding::note(code, text, rule.remedy),
        };
        self.findings.push(place.iter().fold(finding, |finding, (key, value)| finding.with(key, value)));
    }
}
