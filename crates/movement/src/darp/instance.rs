//! An instance as the file states it, before anything is derived from it.

/// A stop: where, how long the doors stay open, how many people get on (or off, if negative) and when service may start.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// East-west position, in the unit of distance (one unit takes one minute).
    pub x: f64,
    /// North-south position, in the unit of distance.
    pub y: f64,
    /// Time that boarding or alighting takes, minutes.
    pub service: f64,
    /// People getting on; negative when they get off.
    pub load: i64,
    /// Earliest start of service, minutes.
    pub opens: f64,
    /// Latest start of service, minutes.
    pub closes: f64,
}

/// A dial-a-ride instance: `n` requests, a fleet of like vehicles and the limits on each route and each ride.
///
/// Made by [`read`](super::read) only, so that its nodes are always the start depot, `n` pick-ups, their `n` drop-offs and the end depot,
/// with finite numbers, windows that open before they close and loads that balance.
#[derive(Debug, Clone, PartialEq)]
pub struct Darp {
    pub(super) vehicles: usize,
    pub(super) capacity: i64,
    pub(super) max_duration: f64,
    pub(super) max_ride: f64,
    pub(super) nodes: Vec<Node>,
}

impl Darp {
    /// Vehicles that may leave the depot.
    pub fn vehicles(&self) -> usize {
        self.vehicles
    }

    /// People that fit in one vehicle.
    pub fn capacity(&self) -> i64 {
        self.capacity
    }

    /// Longest time between a vehicle's start and its return, minutes.
    pub fn max_duration(&self) -> f64 {
        self.max_duration
    }

    /// Longest time between the end of service at a pick-up and the start of service at its drop-off, minutes.
    pub fn max_ride(&self) -> f64 {
        self.max_ride
    }

    /// Requests to carry.
    pub fn requests(&self) -> usize {
        self.nodes.len().saturating_sub(2) / 2
    }

    /// Start depot, pick-ups, drop-offs in the same order, end depot.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
