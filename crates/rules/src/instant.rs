//! A moment, shown by the clocks of Jakarta (WIB, always seven hours ahead of UTC).

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

const WIB: Offset = jiff::tz::offset(7);

/// Microseconds since the beginning of 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// The first moment of a date in Jakarta.
    pub fn start_of(date: Date) -> Self {
        let start = date.to_zoned(TimeZone::fixed(WIB));
        Self(start.map_or(i64::MAX, |start| start.timestamp().as_microsecond()))
    }

    /// Reads RFC 3339 with any offset; none where it is something else.
    pub fn parse_rfc3339(raw: &str) -> Option<Self> {
        raw.parse::<Timestamp>().ok().map(|at| Self(at.as_microsecond()))
    }

    /// The date in Jakarta.
    pub fn date(self) -> Date {
        self.civil().date()
    }

    /// `2 Maret 2021 pukul 09.41 WIB`.
    pub fn wib(self) -> String {
        format!("{} pukul {} WIB", crate::date::words(self.date()), self.clock())
    }

    /// `09.41`.
    pub fn clock(self) -> String {
        let time = self.civil().time();
        format!("{:02}.{:02}", time.hour(), time.minute())
    }

    /// `2021-03-02T09:41:00+07:00`.
    pub fn rfc3339(self) -> String {
        self.timestamp().display_with_offset(WIB).to_string()
    }

    /// What calendar and clock in Jakarta show.
    pub fn civil(self) -> DateTime {
        WIB.to_datetime(self.timestamp())
    }

    /// Beyond the year 9999 all moments are the last one.
    fn timestamp(self) -> Timestamp {
        let last = if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_microsecond(self.0).unwrap_or(last)
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.rfc3339())
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        Self::parse_rfc3339(&raw).ok_or_else(|| D::Error::custom("not an RFC 3339 instant"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// 2 March 2021, 02:41 in UTC.
    const AT: Instant = Instant(1_614_652_860_000_000);

    #[test]
    fn a_moment_is_shown_by_the_clocks_of_jakarta() {
        assert_eq!(AT.wib(), "2 Maret 2021 pukul 09.41 WIB");
        assert_eq!(AT.clock(), "09.41");
        assert_eq!(AT.rfc3339(), "2021-03-02T09:41:00+07:00");
    }

    #[test]
    fn the_day_turns_at_midnight_in_jakarta_not_in_utc() {
        let start = Instant::start_of(date(2021, 3, 3));
        assert_eq!(start.rfc3339(), "2021-03-03T00:00:00+07:00");
        assert_eq!(crate::date::today(start), date(2021, 3, 3));
        assert_eq!(crate::date::today(Instant(start.0 - 1)), date(2021, 3, 2));
    }

    #[test]
    fn a_moment_of_another_offset_is_the_same_moment() {
        assert_eq!(Instant::parse_rfc3339("2021-03-02T02:41:00Z"), Some(AT));
        assert_eq!(Instant::parse_rfc3339("2021-03-02"), None);
    }

    proptest! {
        #[test]
        fn a_printed_moment_is_read_back_to_the_microsecond(micros in 0_i64..4_102_444_800_000_000) {
            let at = Instant(micros);
            prop_assert_eq!(Instant::parse_rfc3339(&at.rfc3339()), Some(at));
        }

        #[test]
        fn no_number_breaks_the_printing(micros: i64) {
            prop_assert!(Instant(micros).wib().ends_with("WIB"));
        }
    }
}
