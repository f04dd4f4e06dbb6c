//! What looks odd about a NIK; it warns an officer and never stops one (BR-3, BR-4, BR-5, BR-8).

use super::Nik;
use crate::{Sex, date::age};
use jiff::civil::Date;

/// The age from which a person has a KTP.
const KTP_AGE: i16 = 17;

/// What the officer was told beside the NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The birth date on the card or by word of mouth.
    pub birth_date: Option<Date>,
    /// The sex on the card.
    pub sex: Option<Sex>,
    /// The day of registration, at which the age counts.
    pub registered_on: Date,
}

/// Something worth a second look, and a reason; the law keeps a NIK for life even when it is odd.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Warning {
    /// Its birth date exists in no century.
    ImpossibleDate,
    /// Its serial is 0000, though serials begin at 0001.
    ZeroSerial,
    /// It was first issued outside Jakarta.
    IssuedElsewhere,
    /// It holds another birth date than the one stated.
    BirthDateDiffers,
    /// It holds another sex than the one stated.
    SexDiffers,
    /// The person is too young for a KTP.
    UnderSeventeen,
}

impl Warning {
    /// Its stable code in answers and files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ImpossibleDate => "nik-date",
            Self::ZeroSerial => "nik-serial",
            Self::IssuedElsewhere => "nik-elsewhere",
            Self::BirthDateDiffers => "birth-date-differs",
            Self::SexDiffers => "sex-differs",
            Self::UnderSeventeen => "under-17",
        }
    }
}

impl Nik {
    /// Everything odd about it beside what was stated.
    pub fn warnings(&self, stated: &Stated) -> Vec<Warning> {
        let checks = [
            (Warning::ImpossibleDate, self.possible_births(stated.registered_on).next().is_none()),
            (Warning::ZeroSerial, self.digits().ends_with("0000")),
            (Warning::IssuedElsewhere, !self.issued_in_jakarta()),
            (Warning::BirthDateDiffers, self.another_birth_date(stated)),
            (Warning::SexDiffers, self.another_sex(stated)),
            (Warning::UnderSeventeen, self.under_seventeen(stated)),
        ];
        checks.into_iter().filter_map(|(warning, holds)| holds.then_some(warning)).collect()
    }

    /// An impossible date is a warning of its own, so it differs from nothing; the century is not in the NIK.
    fn another_birth_date(&self, stated: &Stated) -> bool {
        let Some(born) = stated.birth_date else { return false };
        let possible = self.possible_births(stated.registered_on).next().is_some();
        let same = self.day() == Some(born.day())
            && self.two(8) == born.month()
            && i16::from(self.two(10)) == born.year() % 100;
        possible && !same
    }

    fn another_sex(&self, stated: &Stated) -> bool {
        matches!((self.sex(), stated.sex), (Some(held), Some(said)) if held != said)
    }

    fn under_seventeen(&self, stated: &Stated) -> bool {
        let born = stated.birth_date.or_else(|| self.birth_date(stated.registered_on));
        born.is_some_and(|born| age(born, stated.registered_on) < KTP_AGE)
    }
}
