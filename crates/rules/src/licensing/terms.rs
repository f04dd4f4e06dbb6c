//! What holds for each kind of permit from a day to a day: data that the operator can add to.

use super::{
    LicenceKind, LicenceNumber, NumberFormat, Warning,
    kind::{EVER, OSS_RBA},
};
use jiff::{ToSpan, civil::Date, civil::date};
use std::borrow::Cow;

/// The terms of a kind for permits issued in a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceTerms {
    /// Of which kind.
    pub kind: LicenceKind,
    /// The first day of issue they hold for.
    pub valid_from: Date,
    /// The first day they no longer hold, where there is one.
    pub valid_to: Option<Date>,
    /// How its numbers are built.
    pub format: NumberFormat,
    /// For how many years it is good; none where it does not end.
    pub years: Option<u8>,
    /// Who issues it.
    pub issuer: Cow<'static, str>,
    /// Where this is written; none where it is common knowledge that somebody must still confirm.
    pub source: Option<Cow<'static, str>>,
}

/// Halal certificates do not end since then (Perppu 2/2022).
const HALAL_WITHOUT_END: Date = date(2022, 12, 30);

type Time = (Date, Option<Date>);

const ALWAYS: Time = (EVER, None);
const BEFORE_OSS: Time = (EVER, Some(OSS_RBA));
const HALAL_FOUR_YEARS: Time = (EVER, Some(HALAL_WITHOUT_END));
const HALAL_SINCE: Time = (HALAL_WITHOUT_END, None);

const FREE: NumberFormat = NumberFormat::Free(40);
const HALAL: NumberFormat = NumberFormat::Halal;

const fn terms(
    kind: LicenceKind,
    (valid_from, valid_to): Time,
    format: NumberFormat,
    years: Option<u8>,
    issuer: &'static str,
    source: Option<&'static str>,
) -> LicenceTerms {
    let source = match source {
        Some(source) => Some(Cow::Borrowed(source)),
        None => None,
    };
    let issuer = Cow::Borrowed(issuer);
    LicenceTerms { kind, valid_from, valid_to, format, years, issuer, source }
}

static DELIVERED: [LicenceTerms; 14] = [
    terms(LicenceKind::NIB, ALWAYS, NumberFormat::Digits(13), None, "OSS", None),
    terms(LicenceKind::IUMK, BEFORE_OSS, FREE, None, "Kecamatan", None),
    terms(LicenceKind::SKU, BEFORE_OSS, FREE, None, "Kelurahan", None),
    terms(
        LicenceKind::HOME_FOOD,
        ALWAYS,
        NumberFormat::HomeFood,
        Some(5),
        "Dinas Kesehatan",
        Some("BPOM 22/2018"),
    ),
    terms(LicenceKind::BPOM, ALWAYS, NumberFormat::Bpom, Some(5), "BPOM", None),
    terms(LicenceKind::HYGIENE, ALWAYS, FREE, Some(3), "Dinas Kesehatan", None),
    terms(
        LicenceKind::HALAL_DECLARED,
        HALAL_FOUR_YEARS,
        HALAL,
        Some(4),
        "BPJPH",
        Some("UU 33/2014"),
    ),
    terms(LicenceKind::HALAL_DECLARED, HALAL_SINCE, HALAL, None, "BPJPH", Some("Perppu 2/2022")),
    terms(
        LicenceKind::HALAL_REGULAR,
        HALAL_FOUR_YEARS,
        HALAL,
        Some(4),
        "BPJPH",
        Some("UU 33/2014"),
    ),
    terms(LicenceKind::HALAL_REGULAR, HALAL_SINCE, HALAL, None, "BPJPH", Some("Perppu 2/2022")),
    terms(LicenceKind::TRADEMARK, ALWAYS, FREE, Some(10), "DJKI", None),
    terms(LicenceKind::COPYRIGHT, ALWAYS, FREE, None, "DJKI", None),
    terms(LicenceKind::PATENT, ALWAYS, FREE, Some(20), "DJKI", None),
    terms(LicenceKind::NATIONAL_STANDARD, ALWAYS, FREE, Some(4), "LSPro", None),
];

impl LicenceTerms {
    /// As delivered.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// Whether they hold for what is issued on that day.
    pub fn hold_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }

    /// The last day of a permit issued on that day; none where it does not end.
    pub fn expires_on(&self, issued_on: Date) -> Option<Date> {
        self.years.map(|years| issued_on.saturating_add(i64::from(years).years()))
    }

    /// The last day of a permit whose number may name an earlier year to end in.
    pub fn expires_with(&self, number: &LicenceNumber, issued_on: Date) -> Option<Date> {
        let year = number.ends_in(self.format);
        let by_number = year.and_then(|year| Date::new(year, 12, 31).ok());
        self.expires_on(issued_on).into_iter().chain(by_number).min()
    }

    /// What is odd about a permit of these terms that was issued on that day.
    pub fn odd_on(&self, issued_on: Date) -> Option<Warning> {
        (!self.hold_on(issued_on)).then_some(Warning::NoLongerIssued)
    }
}

/// The terms of a kind on a day; where none hold any more the last that did, because old papers
/// are still brought.
pub fn terms_on(all: &[LicenceTerms], kind: LicenceKind, day: Date) -> Option<&LicenceTerms> {
    let of_kind = || all.iter().filter(|terms| terms.kind == kind);
    let begun = || of_kind().filter(|terms| terms.valid_from <= day);
    let holding = begun().filter(|terms| terms.hold_on(day)).max_by_key(|terms| terms.valid_from);
    holding.or_else(|| begun().max_by_key(|terms| terms.valid_from))
}
