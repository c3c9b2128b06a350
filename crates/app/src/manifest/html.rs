//! A manifest as a page to print.

use super::{Audience, age, need, needs, time, yes_no};
use crate::Texts;
use base::{Instant, LocalZone};
use maud::{DOCTYPE, Markup, PreEscaped, html as page};
use movement::manifest::{Manifest, PassengerLine, StopLine, manifest};
use movement::operation::Operation;
use movement::plan::Plan;

/// The look of a printed manifest.
pub const PRINT_CSS: &str = include_str!("print.css");

/// Where the page finds its look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style<'a> {
    /// In the page itself: a file that stands alone.
    Inside,
    /// At an address.
    At(&'a str),
}

/// The page; `None` if the plan has no such trip.
pub fn html(
    operation: &Operation,
    plan: &Plan,
    trip: u32,
    audience: Audience,
    texts: &Texts,
    printed: Instant,
    style: Style<'_>,
) -> Option<String> {
    let made = manifest(operation, plan, trip, audience)?;
    let sheet = Sheet { made: &made, texts, zone: &operation.zone };
    Some(sheet.page(printed, plan.as_of, style).into_string())
}

/// A halt at least this long is one for the night; shorter ones are stops.
const NIGHT_SECONDS: i64 = 5 * 3600;

fn halt_word(stop: &StopLine, place: &str, until: Instant) -> &'static str {
    let arrived = stop.way.iter().find(|(passed, _)| passed == place);
    if arrived.is_some_and(|(_, at)| until.0 - at.0 >= NIGHT_SECONDS) { "halt" } else { "stop" }
}

struct Sheet<'a> {
    made: &'a Manifest,
    texts: &'a Texts,
    zone: &'a LocalZone,
}

impl Sheet<'_> {
    fn say(&self, key: &str) -> String {
        self.texts.get(&format!("manifest-{key}"))
    }

    fn copy(&self) -> &'static str {
        match self.made.audience {
            Audience::Driver => "driver",
            Audience::Escort => "escort",
            Audience::Receiving => "receiving",
            Audience::Sending => "sending",
        }
    }

    fn page(&self, printed: Instant, as_of: Instant, style: Style<'_>) -> Markup {
        let header = &self.made.header;
        let language = self.texts.language();
        let title = format!("{} {} · {}", self.say("trip"), header.trip, self.say(&format!("for-{}", self.copy())));
        page! {
            (DOCTYPE)
            html lang=(language.code()) dir=(language.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    @match style {
                        Style::Inside => style { (PreEscaped(PRINT_CSS)) },
                        Style::At(address) => link rel="stylesheet" href=(address);,
                    }
                }
                body {
                    header {
                        h1 { (title) }
                        p .handling { strong { (self.say("handling")) ": " } (self.say(&format!("handling-{}", self.copy()))) }
                        @if header.generated { p .generated { (self.say("generated-warning")) } }
                        (self.facts())
                    }
                    main {
                        (self.stops())
                        @if !self.made.households.is_empty() && self.made.passengers.is_empty() { (self.households()) }
                        @if !self.made.passengers.is_empty() { (self.passengers()) }
                        (self.reconciliation())
                        (self.protocol())
                    }
                    footer {
                        p { (self.say("operation")) ": " (header.operation) " · " (self.say("version")) ": " (header.version) " · " (self.say("as-of")) ": " (time(self.zone, as_of)) " · " (self.say("printed")) ": " (time(self.zone, printed)) }
                    }
                }
            }
        }
    }

    fn facts(&self) -> Markup {
        let header = &self.made.header;
        let room = header.configuration;
        page! {
            dl .facts {
                div { dt { (self.say("vehicle")) } dd { (header.vehicle) " (" (header.kind) ")" } }
                @if !header.convoy.is_empty() {
                    div { dt { (self.say("convoy")) } dd { (header.convoy.iter().map(|(trip, vehicle)| format!("{trip} ({vehicle})")).collect::<Vec<_>>().join(", ")) } }
                }
                div { dt { (self.say("room")) } dd { (room.seats) " / " (room.bays) " / " (room.stretchers) } }
                div { dt { (self.say("from")) } dd { (header.origin) } }
                div { dt { (self.say("to")) } dd { (header.destination) } }
                div { dt { (self.say("depart")) } dd { (time(self.zone, header.departs)) } }
                div { dt { (self.say("arrive")) } dd { (time(self.zone, header.arrives)) } }
                div { dt { (self.say("people")) } dd { (header.people) } }
                div { dt { (self.say("km")) } dd { (format!("{:.0}", header.km)) } }
            }
        }
    }

    fn stops(&self) -> Markup {
        page! {
            section {
                h2 { (self.say("stops")) }
                table {
                    thead { tr {
                        th { (self.say("place")) } th { (self.say("arrive")) } th { (self.say("depart")) }
                        th { (self.say("board")) } th { (self.say("alight")) } th { (self.say("head-count")) } th { (self.say("counted")) }
                    } }
                    tbody { @for stop in &self.made.stops { (self.stop(stop)) } }
                }
            }
        }
    }

    fn stop(&self, stop: &StopLine) -> Markup {
        let people = |count: &movement::manifest::Count| {
            let needs = needs(self.texts, count);
            if needs.is_empty() { count.people.to_string() } else { format!("{} ({needs})", count.people) }
        };
        let passed: Vec<String> = stop.way.iter().map(|(place, at)| format!("{place} {}", time(self.zone, *at))).collect();
        page! {
            tr {
                td { strong { (stop.place) } }
                td { (time(self.zone, stop.arrive)) } td { (time(self.zone, stop.depart)) }
                td { (people(&stop.on)) } td { (people(&stop.off)) } td { (stop.on_board.people) } td .box {}
            }
            @if !passed.is_empty() || !stop.halts.is_empty() {
                tr .way { td colspan="7" {
                    (self.say("route")) ": " (passed.join(" · "))
                    @for (place, until) in &stop.halts { " · " strong { (self.say(halt_word(stop, place, *until))) ": " (place) " → " (time(self.zone, *until)) } }
                } }
            }
        }
    }

    fn households(&self) -> Markup {
        page! {
            section {
                h2 { (self.say("households")) }
                table {
                    thead { tr {
                        th { (self.say("number")) } th { (self.say("household")) } th { (self.say("people")) } th { (self.say("children")) }
                        th { (self.say("needs")) } th { (self.say("board")) } th { (self.say("alight")) } th { (self.say("counted")) }
                    } }
                    tbody { @for line in &self.made.households { tr {
                        td { (line.seq) } td { (line.household) @if !line.with.is_empty() { " + " (line.with.join(", ")) } }
                        td { (line.count.people) } td { (line.count.children) } td { (needs(self.texts, &line.count)) }
                        td { (line.boards) } td { (line.alights) } td .box {}
                    } } }
                }
            }
        }
    }

    fn passengers(&self) -> Markup {
        let sending = self.made.audience == Audience::Sending;
        page! {
            section {
                h2 { (self.say("people")) }
                table {
                    thead { tr {
                        th { (self.say("number")) } th { (self.say("name")) } th { (self.say("age")) } th { (self.say("household")) } th { (self.say("needs")) }
                        th { (self.say(if sending { "board" } else { "alight" })) }
                        @if sending { th { (self.say("consent")) } th { (self.say("fit")) } th { (self.say("boarded")) } th { (self.say("note")) } }
                        @else { th { (self.say("arrived")) } th { (self.say("handed-over")) } }
                    } }
                    tbody { @for line in &self.made.passengers { (self.passenger(line, sending)) } }
                }
            }
        }
    }

    fn passenger(&self, line: &PassengerLine, sending: bool) -> Markup {
        let mut words: Vec<String> = line.support.iter().map(|w| need(self.texts, w)).collect();
        words.extend(line.services.iter().map(|s| need(self.texts, s)));
        let tied = if line.accompanies.is_empty() {
            String::new()
        } else {
            format!("{} → {}", need(self.texts, "chaperone"), line.accompanies.join(", "))
        };
        page! {
            tr {
                td { (line.seq) }
                td { (line.name.reveal()) @if !tied.is_empty() { br; small { (tied) } } }
                td { (age(self.texts, line)) } td { (line.household) } td { (words.join(", ")) }
                td { (if sending { &line.boards } else { &line.alights }) }
                @if sending {
                    @if let Some(checks) = &line.checks {
                        td { (self.say(&format!("consent-{}", checks.consent))) }
                        td { (yes_no(self.texts, checks.fit)) @if let Some(until) = checks.fit_until { " → " (time(self.zone, until)) } }
                    } @else { td {} td {} }
                    td .box {} td .wide {}
                } @else { td .box {} td .wide {} }
            }
        }
    }

    fn reconciliation(&self) -> Markup {
        page! {
            section .reconciliation {
                h2 { (self.say("reconciliation")) }
                table { tbody {
                    tr { @for key in ["expected", "boarded", "refused", "no-show", "departed", "arrived", "explained"] { th { (self.say(key)) } } }
                    tr { td { (self.made.header.people) } @for _ in 0..6 { td .box {} } }
                } }
                p { (self.say("balance")) }
                p .signature { (self.say("signature")) span {} (self.say("date")) span {} }
            }
        }
    }

    fn protocol(&self) -> Markup {
        let protocol = &self.made.header.protocol;
        page! {
            @if !protocol.is_empty() {
                section { h2 { (self.say("protocol")) }
                    dl { @for (name, text) in protocol {
                        dt { (self.texts.find(&format!("manifest-protocol-{}", name.replace('_', "-")), &Default::default()).unwrap_or_else(|| name.clone())) }
                        dd dir="auto" { (text) }
                    } }
                }
            }
        }
    }
}
