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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_written_as_pairs_and_read_back() {
        let mut plan = DarpPlan { vehicles: vec![vec![Stop::Pickup(2), Stop::Dropoff(2)], vec![]], unserved: vec![] };
        let text = serde_json::to_string(&plan).unwrap();
        assert_eq!(text, r#"{"vehicles":[[["p",2],["d",2]],[]]}"#);
        assert_eq!(serde_json::from_str::<DarpPlan>(&text).unwrap(), plan);
        plan.unserved.push(Unserved { request: 1, reason: Reason::new("darp-no-place-found") });
        let text = serde_json::to_string(&plan).unwrap();
        assert!(text.ends_with(r#","unserved":[{"request":1,"reason":{"code":"darp-no-place-found"}}]}"#), "{text}");
        assert_eq!(serde_json::from_str::<DarpPlan>(&text).unwrap(), plan);
        assert!(serde_json::from_str::<Stop>(r#"["x",1]"#).is_err());
    }
}
