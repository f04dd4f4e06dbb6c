//! Support that agencies give beside the stages: raw material, consultation, and what they add.

use crate::{StageKind, coded::coded, text};
use jiff::civil::{Date, date};
use std::borrow::Cow;

coded! {
    /// The code of a kind of support.
    SupportKind
}

/// A kind of support in a time, as reference data tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportTerms {
    /// Its code.
    pub kind: SupportKind,
    /// What the screen calls it in Indonesian.
    pub name: Cow<'static, str>,
    /// What the screen calls it in English.
    pub name_en: Cow<'static, str>,
    /// The stage that whoever receives it has reached; none for most.
    pub stage: Option<StageKind>,
    /// The first day it is given.
    pub valid_from: Date,
    /// The first day it is no longer given.
    pub valid_to: Option<Date>,
}

const fn given(
    code: &str,
    name: &'static str,
    name_en: &'static str,
    stage: Option<StageKind>,
) -> SupportTerms {
    SupportTerms {
        kind: SupportKind::delivered(code),
        name: Cow::Borrowed(name),
        name_en: Cow::Borrowed(name_en),
        stage,
        valid_from: date(2017, 1, 1),
        valid_to: None,
    }
}

static DELIVERED: [SupportTerms; 6] = [
    given("raw_material", "Subsidi bahan baku", "Raw material subsidy", None),
    given(
        "consultation",
        "Konsultasi usaha (Jakonsul)",
        "Business consultation",
        Some(StageKind::Mentoring),
    ),
    given("packaging", "Bantuan kemasan", "Packaging", None),
    given("design", "Desain merek dan label", "Brand and label design", None),
    given("lab_test", "Uji laboratorium produk", "Product laboratory test", None),
    given("exhibition", "Fasilitasi pameran", "Exhibition", Some(StageKind::Marketing)),
];

/// Why support cannot be recorded; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SupportRefused {
    /// Given before there was such support, or after its end.
    #[error("not-given-then")]
    NotGivenThen,
    /// Given before the member was registered.
    #[error("before-registration")]
    BeforeRegistration,
    /// The day has not come.
    #[error("in-future")]
    InFuture,
}

impl SupportTerms {
    /// As delivered.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// Whether it is given on that day.
    pub fn is_given_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// The terms of a kind on a day, by its code or its name.
pub fn support_called<'t>(
    all: &'t [SupportTerms],
    raw: &str,
    day: Date,
) -> Option<&'t SupportTerms> {
    let of = |it: &&SupportTerms| {
        raw.contains(char::is_alphanumeric)
            && [it.kind.as_str(), &it.name, &it.name_en].iter().any(|name| text::same(name, raw))
    };
    let holding = all.iter().filter(of).find(|it| it.is_given_on(day));
    holding.or_else(|| all.iter().find(of))
}

/// Whether support may be recorded for somebody: from registration until today, while it is given.
pub fn may_give(
    terms: &SupportTerms,
    given_on: Date,
    registered_on: Date,
    today: Date,
) -> Result<(), SupportRefused> {
    if given_on > today {
        return Err(SupportRefused::InFuture);
    }
    if given_on < registered_on {
        return Err(SupportRefused::BeforeRegistration);
    }
    if terms.is_given_on(given_on) { Ok(()) } else { Err(SupportRefused::NotGivenThen) }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    const REGISTERED: Date = date(2021, 3, 2);
    const TODAY: Date = date(2021, 6, 1);

    #[test]
    fn support_is_found_by_code_and_by_both_names() {
        let all = SupportTerms::delivered();
        for raw in ["raw_material", "SUBSIDI BAHAN BAKU", "raw material subsidy"] {
            assert_eq!(support_called(all, raw, TODAY), all.first());
        }
        assert_eq!(support_called(all, " - ", TODAY), None);
        assert_eq!(support_called(all, "uang", TODAY), None);
    }

    #[test]
    fn support_is_given_from_registration_until_today_and_while_it_lasts() {
        let terms = SupportTerms {
            valid_to: Some(date(2021, 5, 1)),
            ..SupportTerms::delivered()[0].clone()
        };
        let on = |day| may_give(&terms, day, REGISTERED, TODAY);
        assert_eq!(on(REGISTERED), Ok(()));
        assert_eq!(on(date(2021, 3, 1)), Err(SupportRefused::BeforeRegistration));
        assert_eq!(on(date(2021, 6, 2)), Err(SupportRefused::InFuture));
        assert_eq!(on(date(2021, 5, 1)), Err(SupportRefused::NotGivenThen));
    }

    #[test]
    fn the_terms_of_the_day_hold_where_a_kind_changed_its_stage() {
        let first = SupportTerms { valid_to: Some(TODAY), ..SupportTerms::delivered()[0].clone() };
        let then = SupportTerms {
            valid_from: TODAY,
            valid_to: None,
            stage: Some(StageKind::Marketing),
            ..first.clone()
        };
        let all = [first, then];
        let stage = |day| support_called(&all, "raw_material", day).unwrap().stage;
        assert_eq!((stage(REGISTERED), stage(TODAY)), (None, Some(StageKind::Marketing)));
    }
}
