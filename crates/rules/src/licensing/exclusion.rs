//! What a kind of permit does not admit: food too delicate for P-IRT needs BPOM (BR-22).

use super::LicenceKind;
use crate::text;
use jiff::civil::{Date, date};
use std::borrow::Cow;

/// Something that a kind of permit does not admit in a time; data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Which kind.
    pub kind: LicenceKind,
    /// The word of what is excluded.
    pub product: Cow<'static, str>,
    /// What the screen calls it in Indonesian.
    pub name: Cow<'static, str>,
    /// What the screen calls it in English.
    pub name_en: Cow<'static, str>,
    /// The first day it holds.
    pub valid_from: Date,
    /// The first day it no longer holds.
    pub valid_to: Option<Date>,
}

/// BPOM 22/2018.
const SINCE: Date = date(2018, 7, 18);

const fn not_home_food(
    product: &'static str,
    name: &'static str,
    name_en: &'static str,
) -> Exclusion {
    Exclusion {
        kind: LicenceKind::HOME_FOOD,
        product: Cow::Borrowed(product),
        name: Cow::Borrowed(name),
        name_en: Cow::Borrowed(name_en),
        valid_from: SINCE,
        valid_to: None,
    }
}

static DELIVERED: [Exclusion; 7] = [
    not_home_food("milk", "Susu dan hasil olahannya", "Milk and milk products"),
    not_home_food("frozen_meat", "Daging, ikan, unggas beku", "Frozen meat, fish and poultry"),
    not_home_food("low_acid_cans", "Makanan kaleng berasam rendah", "Low-acid canned food"),
    not_home_food("baby_food", "Makanan bayi", "Baby food"),
    not_home_food("alcohol", "Minuman beralkohol", "Alcoholic drinks"),
    not_home_food("bottled_water", "Air minum dalam kemasan", "Bottled water"),
    not_home_food("mandatory_standard", "Pangan wajib SNI", "Food with a mandatory standard"),
];

impl Exclusion {
    /// As delivered.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// Whether it holds on that day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// Whether a kind of permit does not admit a product on a day.
pub fn is_excluded(all: &[Exclusion], kind: LicenceKind, product: &str, day: Date) -> bool {
    let of = |it: &&Exclusion| it.kind == kind && text::same(&it.product, product);
    all.iter().filter(of).any(|it| it.holds_on(day))
}
