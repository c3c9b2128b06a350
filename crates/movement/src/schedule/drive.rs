//! One leg: from place to place under curfew, closures, crew hours and breaks.

use crate::problem::{Problem, Seconds, Stretch};

/// Where a crew stands in its hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrewClock {
    /// Local day of the last driving.
    pub day: usize,
    /// Driving in that day, seconds.
    pub driven: Seconds,
    /// Driving since the vehicle last stood for a break's length, seconds.
    pub unbroken: Seconds,
    /// Since when the vehicle stands.
    pub standing_from: Seconds,
    /// Metres driven so far.
    pub meters: u64,
}

impl CrewClock {
    /// A rested crew whose vehicle stands from `at`.
    pub fn rested(at: Seconds) -> Self {
        Self { day: 0, driven: 0, unbroken: 0, standing_from: at, meters: 0 }
    }
}

/// A leg as it was driven.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drive {
    /// When the vehicle leaves: entry of the first stretch, or the time asked for if there is none.
    pub depart: Seconds,
    /// When it arrives.
    pub arrive: Seconds,
    /// Risk per person of the stretches and of the halts between them.
    pub risk: f64,
    /// Entry and exit of each stretch.
    pub segments: Vec<(Seconds, Seconds)>,
}

/// Index of the local day that holds `t`.
pub fn day_of(day_starts: &[Seconds], t: Seconds) -> usize {
    day_starts.partition_point(|&s| s <= t).saturating_sub(1)
}

/// Earliest `s >= t` such that `[s, s + length)` meets none of the ascending, disjoint spans.
pub fn next_free(spans: &[(Seconds, Seconds)], t: Seconds, length: Seconds) -> Seconds {
    let mut t = t;
    let first = spans.partition_point(|&(_, end)| end <= t);
    for &(start, end) in spans.get(first..).unwrap_or(&[]) {
        if start >= t.saturating_add(length.max(1)) {
            break;
        }
        t = t.max(end);
    }
    t
}

/// Drives from one place to another as early as allowed from `depart`; `None` if there is no road or no time left.
///
/// `clock` is left as it was if the answer is `None`.
pub fn drive(problem: &Problem, profile: usize, from: usize, to: usize, depart: Seconds, clock: &mut CrewClock) -> Option<Drive> {
    let mut segments = Vec::new();
    let mut next = *clock;
    let (depart, arrive, risk) = drive_into(problem, profile, (from, to), depart, &mut next, Some(&mut segments))?;
    *clock = next;
    Some(Drive { depart, arrive, risk, segments })
}

/// Departure, arrival and risk of a leg; keeps each stretch's entry and exit if asked to.
pub(super) fn drive_into(
    problem: &Problem,
    profile: usize,
    (from, to): (usize, usize),
    depart: Seconds,
    clock: &mut CrewClock,
    mut segments: Option<&mut Vec<(Seconds, Seconds)>>,
) -> Option<(Seconds, Seconds, f64)> {
    let way = problem.travel.profiles.get(profile)?.ways.get(from)?.get(to)?.as_ref()?;
    let (mut now, mut left, mut risk) = (depart, depart, 0.0);
    for (i, stretch) in way.stretches.iter().enumerate() {
        let enter = enter_at(problem, stretch, now, clock)?;
        if i == 0 {
            left = enter;
        } else {
            risk += stretch.halt_per_hour * (enter - now) as f64 / 3600.0;
        }
        risk += stretch.risk;
        now = clock.standing_from;
        if let Some(segments) = segments.as_deref_mut() {
            segments.push((enter, now));
        }
    }
    Some((left, now, risk))
}

/// Finds when a stretch may be entered and moves the clock to its end.
fn enter_at(problem: &Problem, stretch: &Stretch, now: Seconds, clock: &mut CrewClock) -> Option<Seconds> {
    let travel = &problem.travel;
    let seconds = stretch.seconds.max(0);
    let breaks = travel.break_after.filter(|&after| after > 0).map_or(0, |after| (seconds - 1).max(0) / after);
    let length = seconds + breaks * travel.break_seconds;
    let mut t = now;
    if travel.break_after.is_some_and(|after| clock.unbroken > 0 && clock.unbroken + seconds > after) {
        t = t.max(clock.standing_from + travel.break_seconds);
    }
    loop {
        let free = next_free(&travel.no_drive, t, length);
        let open = next_free(&stretch.shut, free, length);
        if open > free {
            t = open;
            continue;
        }
        t = open;
        if t.saturating_add(length) > problem.horizon {
            return None;
        }
        let Some(most) = travel.max_drive_per_day else { break };
        let day = day_of(&problem.day_starts, t);
        let driven = if day == clock.day { clock.driven } else { 0 };
        if driven + seconds <= most {
            break;
        }
        if seconds > most {
            return None;
        }
        t = *problem.day_starts.get(day + 1)?;
    }
    let day = day_of(&problem.day_starts, t);
    if day != clock.day {
        clock.day = day;
        clock.driven = 0;
    }
    clock.driven += seconds;
    if t - clock.standing_from >= travel.break_seconds {
        clock.unbroken = 0;
    }
    clock.unbroken = if breaks > 0 { seconds - breaks * travel.break_after.unwrap_or(0) } else { clock.unbroken + seconds };
    clock.standing_from = t + length;
    clock.meters += stretch.meters;
    Some(t)
}
