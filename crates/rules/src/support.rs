//! Support that an agency gives beside the seven stages: raw material, advice and the like, with its value.

use crate::{Rupiah, coded::coded, text};
use jiff::civil::{Date, date};
use std::borrow::Cow;

coded! {
    /// The code of a kind of support.
    SupportKind
}

impl SupportKind {
    /// Raw material for less, or for nothing.
    pub const RAW_MATERIAL: Self = Self::delivered("raw_material");
    /// Advice by somebody who knows.
    pub const CONSULTATION: Self = Self::delivered("consultation");
    /// Whatever else an agency gives.
    pub const OTHER: Self = Self::delivered("other");
}

/// A kind of support, as reference data tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportKindTold {
    /// Its code.
    pub kind: SupportKind,
    /// What the screen calls it in Indonesian.
    pub name: Cow<'static, str>,
    /// What the screen calls it in English.
    pub name_en: Cow<'static, str>,
    /// How else officers write it, divided by `|`.
    pub also: Cow<'static, str>,
    /// The first day it is given.
    pub valid_from: Date,
    /// The first day it is given no more.
    pub valid_to: Option<Date>,
}

/// The programme began in this year.
const EVER: Date = date(2017, 1, 1);

const fn told(
    kind: SupportKind,
    name: &'static str,
    name_en: &'static str,
    also: &'static str,
) -> SupportKindTold {
    SupportKindTold {
        kind,
        name: Cow::Borrowed(name),
        name_en: Cow::Borrowed(name_en),
        also: Cow::Borrowed(also),
        valid_from: EVER,
        valid_to: None,
    }
}

static DELIVERED: [SupportKindTold; 3] = [
    told(
        SupportKind::RAW_MATERIAL,
        "Subsidi bahan baku",
        "Raw-material subsidy",
        "bahan baku|bantuan bahan baku",
    ),
    told(SupportKind::CONSULTATION, "Konsultasi", "Consultation", "konsultasi usaha|jakonsul"),
    told(SupportKind::OTHER, "Layanan lain", "Other service", "lainnya|lain-lain"),
];

impl SupportKindTold {
    /// As delivered.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// Whether an officer meant it; case, spaces and punctuation do not count.
    pub fn is_called(&self, raw: &str) -> bool {
        let names = [self.kind.as_str(), &self.name, &self.name_en];
        names.into_iter().chain(self.also.split('|')).any(|name| text::same(name, raw))
    }

    /// Whether it is given on that day.
    pub fn is_given_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// The kind an officer wrote.
pub fn kind_called<'k>(all: &'k [SupportKindTold], raw: &str) -> Option<&'k SupportKindTold> {
    if !raw.contains(char::is_alphanumeric) {
        return None;
    }
    all.iter().find(|told| told.is_called(raw))
}

/// The most that one support is worth, in rupiah: a slip of the keyboard is more.
const MOST: Rupiah = Rupiah(10_000_000_000);

/// Why support cannot be recorded; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// On a day that has not come.
    #[error("in-future")]
    InFuture,
    /// Before the member was registered (BR-11).
    #[error("before-registration")]
    BeforeRegistration,
    /// The kind was not given on that day.
    #[error("not-given")]
    NotGiven,
    /// A negative value, or more than makes sense.
    #[error("value")]
    Value,
}

/// Whether support of a kind may be recorded for a member; a value that is not known is none.
pub fn may_give(
    told: &SupportKindTold,
    given_on: Date,
    registered_on: Date,
    today: Date,
    value: Option<Rupiah>,
) -> Result<(), Refused> {
    if given_on > today {
        return Err(Refused::InFuture);
    }
    if given_on < registered_on {
        return Err(Refused::BeforeRegistration);
    }
    if !told.is_given_on(given_on) {
        return Err(Refused::NotGiven);
    }
    if value.is_some_and(|value| !(Rupiah(0)..=MOST).contains(&value)) {
        return Err(Refused::Value);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const JOINED: Date = date(2022, 1, 3);
    const TODAY: Date = date(2022, 6, 22);

    fn told(raw: &str) -> &'static SupportKindTold {
        kind_called(SupportKindTold::delivered(), raw).unwrap()
    }

    #[test]
    fn a_kind_is_known_by_its_names_and_by_nothing_else() {
        for raw in ["raw_material", "Subsidi Bahan Baku", "bantuan bahan-baku"] {
            assert_eq!(told(raw).kind, SupportKind::RAW_MATERIAL, "{raw}");
        }
        assert_eq!(told("Jakonsul").kind, SupportKind::CONSULTATION);
        assert_eq!(kind_called(SupportKindTold::delivered(), "mesin"), None);
        assert_eq!(kind_called(SupportKindTold::delivered(), " - "), None);
    }

    #[test]
    fn support_lies_between_registration_and_today_and_has_a_sane_value() {
        let kind = told("konsultasi");
        let may = |on, value| may_give(kind, on, JOINED, TODAY, value);
        assert_eq!(may(JOINED, None), Ok(()));
        assert_eq!(may(TODAY, Some(Rupiah(0))), Ok(()));
        assert_eq!(may(date(2022, 6, 23), None), Err(Refused::InFuture));
        assert_eq!(may(date(2022, 1, 2), None), Err(Refused::BeforeRegistration));
        assert_eq!(may(TODAY, Some(Rupiah(-1))), Err(Refused::Value));
        assert_eq!(may(TODAY, Some(Rupiah(10_000_000_000))), Ok(()));
        assert_eq!(may(TODAY, Some(Rupiah(10_000_000_001))), Err(Refused::Value));
    }

    #[test]
    fn a_kind_that_ended_is_given_until_the_day_before() {
        let ended = SupportKindTold { valid_to: Some(date(2022, 5, 1)), ..told("lainnya").clone() };
        let may = |on| may_give(&ended, on, JOINED, TODAY, None);
        assert_eq!(may(date(2022, 4, 30)), Ok(()));
        assert_eq!(may(date(2022, 5, 1)), Err(Refused::NotGiven));
    }
}
