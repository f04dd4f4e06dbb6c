//! When on a day a session begins and ends.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A time of day to the minute, on Jakarta's clocks: `09:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

/// Why a text is no time of day; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoTime {
    /// Neither `09:00` nor `9.30`.
    #[error("format")]
    Format,
}

impl TimeOfDay {
    /// The time of so many hours and minutes, where a clock shows it.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// Minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for TimeOfDay {
    type Err = NoTime;
    fn from_str(raw: &str) -> Result<Self, NoTime> {
        let (hour, minute) = raw.trim().split_once([':', '.']).ok_or(NoTime::Format)?;
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let fits = (1..=2).contains(&hour.len()) && minute.len() == 2;
        if !fits || !plain(hour) || !plain(minute) {
            return Err(NoTime::Format);
        }
        let number = |part: &str| part.parse().map_err(|_| NoTime::Format);
        Self::new(number(hour)?, number(minute)?).ok_or(NoTime::Format)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = NoTime;
    fn try_from(raw: String) -> Result<Self, NoTime> {
        raw.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_officers_write_it_and_shown_in_one_way() {
        for (raw, shown) in [("9.30", "09:30"), ("09:00", "09:00"), (" 23:59 ", "23:59")] {
            assert_eq!(raw.parse::<TimeOfDay>().map(|time| time.to_string()), Ok(shown.to_owned()));
        }
        for raw in ["24:00", "9:60", "9", "9:5", "+9:00", "009:00", ""] {
            assert_eq!(raw.parse::<TimeOfDay>(), Err(NoTime::Format), "{raw}");
        }
    }

    #[test]
    fn earlier_times_sort_before_later_ones() {
        assert!(TimeOfDay::new(9, 59) < TimeOfDay::new(10, 0));
    }
}
