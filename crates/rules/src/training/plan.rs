//! A year's plan of trainings: what its lines may say (BR-18).

mod change;
mod clash;
mod gap;
mod shift;
mod sums;

pub use change::{Changes, Numbered};
pub use clash::{Clash, Shared, clashes};
pub use gap::Gap;
pub use shift::shifted;
pub use sums::{Sums, by, total};

use super::ClassKind;
use crate::{Date, Level, RegionCode, Rupiah};
use serde::{Deserialize, Serialize};

/// Classes of one kind and trade in a kecamatan and a month.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlannedClasses {
    /// For whom they are.
    pub kind: ClassKind,
    /// The code of what they are about.
    pub trade: String,
    /// The kecamatan.
    pub area: RegionCode,
    /// 1 to 12.
    pub month: i8,
    /// How many classes.
    pub classes: u32,
    /// Seats in each of them.
    pub seats: u32,
    /// Sessions of each of them.
    pub sessions: u32,
    /// How many people they reach together whom no other line of the plan counts.
    pub persons: u32,
    /// The line of the budget that pays for them; empty where none is named.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub budget_line: String,
    /// What they may cost together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Rupiah>,
    /// The day the first of them begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_on: Option<Date>,
    /// The room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who teaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trainer: Option<String>,
}

/// Why a line cannot stand in a plan; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Not a kecamatan.
    #[error("not-a-kecamatan")]
    NotAKecamatan,
    /// A kecamatan outside the area the plan is for.
    #[error("outside-plan")]
    OutsidePlan,
    /// Not 1 to 12.
    #[error("month")]
    Month,
    /// Not 1 to [`MOST_CLASSES`].
    #[error("classes")]
    Classes,
    /// Not 1 to [`MOST_SEATS`].
    #[error("seats")]
    Seats,
    /// Not 1 to [`MOST_SESSIONS`].
    #[error("sessions")]
    Sessions,
    /// More people than there are seats.
    #[error("persons-over-seats")]
    PersonsOverSeats,
    /// Below nothing, or more than a thousand billion rupiah.
    #[error("budget")]
    Budget,
    /// The first day is in another month or year.
    #[error("outside-month")]
    OutsideMonth,
}

/// The most classes of one line.
pub const MOST_CLASSES: u32 = 1_000;
/// The most seats of one class.
pub const MOST_SEATS: u32 = 1_000;
/// The most sessions of one class.
pub const MOST_SESSIONS: u32 = 100;
/// The most lines of one plan.
pub const MOST_LINES: usize = 5_000;
const MOST_BUDGET: i64 = 1_000_000_000_000;

impl PlannedClasses {
    /// The seats of all its classes.
    pub fn all_seats(&self) -> u64 {
        u64::from(self.classes) * u64::from(self.seats)
    }

    /// The sessions of all its classes.
    pub fn all_sessions(&self) -> u64 {
        u64::from(self.classes) * u64::from(self.sessions)
    }

    /// Whether the line can stand in the plan of an area and a year.
    pub fn check(&self, around: RegionCode, year: i16) -> Result<(), Refused> {
        let refuse = |wrong: bool, refused| if wrong { Err(refused) } else { Ok(()) };
        refuse(self.area.level() != Level::Kecamatan, Refused::NotAKecamatan)?;
        refuse(!self.area.within(&around), Refused::OutsidePlan)?;
        refuse(!(1..=12).contains(&self.month), Refused::Month)?;
        refuse(!(1..=MOST_CLASSES).contains(&self.classes), Refused::Classes)?;
        refuse(!(1..=MOST_SEATS).contains(&self.seats), Refused::Seats)?;
        refuse(!(1..=MOST_SESSIONS).contains(&self.sessions), Refused::Sessions)?;
        refuse(u64::from(self.persons) > self.all_seats(), Refused::PersonsOverSeats)?;
        let budget = self.budget.map_or(0, |budget| budget.0);
        refuse(!(0..=MOST_BUDGET).contains(&budget), Refused::Budget)?;
        let in_month = |on: Date| (on.year(), on.month()) == (year, self.month);
        refuse(self.first_on.is_some_and(|on| !in_month(on)), Refused::OutsideMonth)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use jiff::civil::date;

    /// A class of 100 seats in Kebon Jeruk in March that reaches 30 people.
    pub fn line() -> PlannedClasses {
        PlannedClasses {
            kind: ClassKind::Basic,
            trade: "kewirausahaan".to_owned(),
            area: "31.73.05".parse().unwrap(),
            month: 3,
            classes: 1,
            seats: 100,
            sessions: 2,
            persons: 30,
            budget_line: String::new(),
            budget: None,
            first_on: None,
            place: None,
            trainer: None,
        }
    }

    #[test]
    fn a_line_that_cannot_be_is_refused_with_its_reason() {
        let (city, year) = ("31.73".parse().unwrap(), 2020);
        assert_eq!(line().check(city, year), Ok(()));
        let wrong = |change: fn(&mut PlannedClasses), refused| {
            let mut line = line();
            change(&mut line);
            assert_eq!(line.check(city, year), Err(refused));
        };
        wrong(|line| line.area = "31.73".parse().unwrap(), Refused::NotAKecamatan);
        wrong(|line| line.area = "31.74.01".parse().unwrap(), Refused::OutsidePlan);
        wrong(|line| line.month = 13, Refused::Month);
        wrong(|line| line.classes = 0, Refused::Classes);
        wrong(|line| line.seats = 1_001, Refused::Seats);
        wrong(|line| line.sessions = 0, Refused::Sessions);
        wrong(|line| line.persons = 101, Refused::PersonsOverSeats);
        wrong(|line| line.budget = Some(Rupiah(-1)), Refused::Budget);
        wrong(|line| line.first_on = Some(date(2021, 3, 2)), Refused::OutsideMonth);
        wrong(|line| line.first_on = Some(date(2020, 4, 1)), Refused::OutsideMonth);
    }

    #[test]
    fn as_many_people_as_seats_is_the_most() {
        let line = PlannedClasses { classes: 2, persons: 200, ..line() };
        assert_eq!(line.check("31".parse().unwrap(), 2020), Ok(()));
        assert_eq!((line.all_seats(), line.all_sessions()), (200, 4));
    }
}
