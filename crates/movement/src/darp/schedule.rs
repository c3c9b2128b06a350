//! Whether a sequence of stops has a timetable, exactly: the earliest one is found as a least fixed point.
//!
//! Windows and driving push times forward along the route; a ride limit pushes a pick-up towards its drop-off, and the route limit pushes the start
//! towards the end. All of these are inequalities of the form `t[b] >= t[a] + w`, so the times that keep them have a least element, and raising what is
//! violated from any valid lower bound reaches it (or passes a latest time, and then there is none).

use super::model::{Model, ROUNDING};

/// Marks a stop that isn't a drop-off.
pub(super) const NO_PICKUP: usize = usize::MAX;

/// A sequence of stops being timed; kept between uses so that its memory is.
#[derive(Default)]
pub(super) struct Draft {
    pub stops: Vec<u32>,
    /// Lower bounds of the start of service, the earliest timetable after [`Draft::settle`].
    pub time: Vec<f64>,
    /// Upper bounds of the start of service.
    pub late: Vec<f64>,
    /// For a drop-off, where in the sequence its pick-up is.
    pub pick_at: Vec<usize>,
}

impl Draft {
    pub fn clear(&mut self) {
        self.stops.clear();
        self.time.clear();
        self.late.clear();
        self.pick_at.clear();
    }

    /// Takes a whole sequence, depots included, with each pick-up before its drop-off, and bounds its times by the windows.
    pub fn load(&mut self, model: &Model, stops: &[u32]) {
        self.clear();
        self.stops.extend_from_slice(stops);
        for stop in stops.iter().map(|stop| *stop as usize) {
            let pickup = |place: &u32| model.is_drop(stop) && *place as usize + model.requests == stop;
            self.pick_at.push(stops.iter().position(pickup).unwrap_or(NO_PICKUP));
            self.time.push(model.opens[stop]);
            self.late.push(model.closes[stop]);
        }
        self.bound_late(model);
    }

    /// Lowers the latest times by what must follow; two rounds, since any upper bound will do.
    fn bound_late(&mut self, model: &Model) {
        let last = self.stops.len() - 1;
        for _ in 0..2 {
            for at in (0..last).rev() {
                let leg = model.leg(self.stops[at] as usize, self.stops[at + 1] as usize);
                self.late[at] = self.late[at].min(self.late[at + 1] - leg);
            }
            for at in 1..last {
                let pickup = self.pick_at[at];
                if pickup != NO_PICKUP {
                    self.late[at] = self.late[at].min(self.late[pickup] + model.span(self.stops[pickup] as usize));
                }
            }
            self.late[last] = self.late[last].min(self.late[0] + model.max_duration);
        }
    }

    /// Raises times to the earliest timetable, assuming those before `from` keep every limit among themselves; false when there is none.
    pub fn settle(&mut self, model: &Model, from: usize) -> bool {
        let last = self.stops.len() - 1;
        let mut returns = 16 * self.stops.len();
        let mut at = from.max(1);
        while at <= last {
            let leg = model.leg(self.stops[at - 1] as usize, self.stops[at] as usize);
            let time = self.time[at].max(self.time[at - 1] + leg);
            if time > self.late[at] + ROUNDING {
                return false;
            }
            self.time[at] = time;
            let (anchor, least) = match self.pick_at[at] {
                _ if at == last => (0, time - model.max_duration),
                NO_PICKUP => {
                    at += 1;
                    continue;
                }
                pickup => (pickup, time - model.span(self.stops[pickup] as usize)),
            };
            if self.time[anchor] >= least - ROUNDING {
                at += 1;
                continue;
            }
            // A cycle without slack would go on raising until a latest time is passed: give up on it early.
            if least > self.late[anchor] + ROUNDING || returns == 0 {
                return false;
            }
            returns -= 1;
            self.time[anchor] = least;
            at = anchor + 1;
        }
        true
    }
}
