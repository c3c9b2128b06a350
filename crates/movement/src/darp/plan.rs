//! A plan as it leaves the program: stops per vehicle, and who was left out and why.

use base::Reason;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// One stop of a vehicle; requests are numbered from 1 as in the file. Written as `["p", r]` or `["d", r]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The people of request `r` get on.
    Pickup(usize),
    /// The people of request `r` get off.
    Dropoff(usize),
}

impl Serialize for Stop {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Pickup(request) => ("p", request).serialize(serializer),
            Self::Dropoff(request) => ("d", request).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Stop {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (kind, request) = <(String, usize)>::deserialize(deserializer)?;
        match kind.as_str() {
            "p" => Ok(Self::Pickup(request)),
            "d" => Ok(Self::Dropoff(request)),
            other => Err(de::Error::custom(format!("a stop is \"p\" or \"d\", not {other:?}"))),
        }
    }
}

/// A request that no vehicle carries, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unserved {
    /// Request number, from 1.
    pub request: usize,
    /// The limit that rules it out by itself, or that no place was found.
    pub reason: Reason,
}

/// A plan: the stops of each vehicle in order (depots left out; a vehicle without stops stays at the depot), and who was left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DarpPlan {
    /// Stops of each vehicle, in order.
    pub vehicles: Vec<Vec<Stop>>,
    /// Requests that no vehicle carries, in order of their number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unserved: Vec<Unserved>,
}
