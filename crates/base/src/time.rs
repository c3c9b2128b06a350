//! Instants, local times and the hand-in clock. Nothing here asks the machine what time it is.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// Whole seconds since 1970-01-01T00:00:00Z; written as RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, utoipa::ToSchema)]
#[schema(value_type = String, format = DateTime)]
pub struct Instant(pub i64);

impl Instant {
    /// This instant moved by seconds.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// Hours from `earlier` to this.
    pub fn hours_since(self, earlier: Self) -> f64 {
        (self.0 - earlier.0) as f64 / 3600.0
    }

    /// Days from `earlier` to this.
    pub fn days_since(self, earlier: Self) -> f64 {
        self.hours_since(earlier) / 24.0
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_second(self.0) {
            Ok(stamp) => write!(f, "{stamp}"),
            Err(_) => write!(f, "{}s", self.0),
        }
    }
}

impl FromStr for Instant {
    type Err = String;
    /// Reads RFC 3339 (with an offset or `Z`).
    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<Timestamp>()
            .map(|t| Self(t.as_second()))
            .map_err(|_| format!("'{text}' is not an instant like 2014-01-15T06:00:00+01:00"))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// A civil date `2014-01-15`.
pub fn parse_date(text: &str) -> Option<Date> {
    text.trim().parse().ok()
}

/// Minutes after local midnight, 0 to 1440; written `05:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(pub u16);

impl FromStr for TimeOfDay {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' is not a time of day like 05:30");
        let (hours, minutes) = text.trim().split_once(':').ok_or_else(wrong)?;
        let (hours, minutes): (u16, u16) = (hours.parse().map_err(|_| wrong())?, minutes.parse().map_err(|_| wrong())?);
        if minutes > 59 || hours * 60 + minutes > 1440 {
            return Err(wrong());
        }
        Ok(Self(hours * 60 + minutes))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// The time zone an operation lives in.
#[derive(Debug, Clone)]
pub struct LocalZone(TimeZone);

impl LocalZone {
    /// An IANA zone such as `Africa/Bangui`, from the table in the binary.
    pub fn find(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }

    /// Local civil date and time of an instant.
    pub fn civil(&self, at: Instant) -> DateTime {
        let stamp = Timestamp::from_second(at.0).unwrap_or(if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX });
        self.0.to_datetime(stamp)
    }

    /// The instant of local midnight plus `time` on `date`; a gap in the clock moves forward.
    pub fn instant(&self, date: Date, time: TimeOfDay) -> Instant {
        let midnight = date.to_datetime(Time::midnight());
        let civil = midnight.checked_add(SignedDuration::from_mins(i64::from(time.0))).unwrap_or(midnight);
        let stamp = self.0.to_ambiguous_timestamp(civil).compatible();
        Instant(stamp.map(Timestamp::as_second).unwrap_or_default())
    }

    /// Reads an instant (RFC 3339), a local `2014-01-15T06:00`, or a date (its local midnight).
    pub fn parse(&self, text: &str) -> Result<Instant, String> {
        let text = text.trim();
        if let Ok(at) = text.parse::<Instant>() {
            return Ok(at);
        }
        if let Some(date) = (text.len() == 10).then(|| parse_date(text)).flatten() {
            return Ok(self.instant(date, TimeOfDay(0)));
        }
        let civil: DateTime = text.parse().map_err(|_| format!("'{text}' is neither a date (2014-01-15) nor a time (2014-01-15T06:00)"))?;
        self.0.to_ambiguous_timestamp(civil).compatible().map(|t| Instant(t.as_second())).map_err(|_| format!("'{text}' is out of range"))
    }

    /// Local text `2014-01-15 06:00`.
    pub fn show(&self, at: Instant) -> String {
        self.civil(at).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

/// Gives the present; only the binary has a real one.
pub trait Clock: Send + Sync {
    /// The present.
    fn now(&self) -> Instant;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_day_in_bangui_starts_at_23_utc() {
        let zone = LocalZone::find("Africa/Bangui").unwrap();
        let at = zone.parse("2014-01-15").unwrap();
        assert_eq!(at.to_string(), "2014-01-14T23:00:00Z");
        assert_eq!(zone.show(at.plus_seconds(5 * 3600 + 1800)), "2014-01-15 05:30");
        assert_eq!(zone.parse("2014-01-15T06:00").unwrap(), zone.parse("2014-01-15T06:00:00+01:00").unwrap());
        assert!(zone.parse("soon").is_err());
    }

    #[test]
    fn times_of_day() {
        assert_eq!("24:00".parse::<TimeOfDay>().unwrap().0, 1440);
        assert!("24:01".parse::<TimeOfDay>().is_err());
        assert!("6".parse::<TimeOfDay>().is_err());
    }
}
