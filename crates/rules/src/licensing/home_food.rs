//! P-IRT, the permit of food made at home: how its number is built, and what it does not admit (BR-22).

use super::number::{NumberRefused, Warning};
use crate::worded::worded;
use jiff::civil::Date;

/// How many years after its issue a number may end.
const LONGEST: i16 = 5;

worded! {
    /// Food that is too delicate for P-IRT and needs BPOM (BPOM 22/2018).
    parse_officer => ExcludedFood {
        /// Milk and what is made of it.
        Milk = "milk", "Susu dan hasil olahannya", "Milk and milk products", "susu";
        /// Meat, fish and poultry kept frozen.
        FrozenMeat = "frozen_meat", "Daging, ikan, unggas beku", "Frozen meat, fish and poultry", "frozen food";
        /// Canned food of low acid.
        LowAcidCans = "low_acid_cans", "Makanan kaleng berasam rendah", "Low-acid canned food", "makanan kaleng";
        /// Food for babies.
        BabyFood = "baby_food", "Makanan bayi", "Baby food", "mpasi";
        /// Drinks with alcohol.
        Alcohol = "alcohol", "Minuman beralkohol", "Alcoholic drinks";
        /// Drinking water in bottles.
        BottledWater = "bottled_water", "Air minum dalam kemasan", "Bottled water", "amdk";
        /// Food that must meet a national standard.
        MandatoryStandard = "mandatory_standard", "Pangan wajib SNI", "Food with a mandatory standard", "wajib sni";
    }
}

/// Fifteen digits; the last two are the year it ends, at most five after the year of issue.
pub(super) fn check(digits: &str, issued_on: Option<Date>) -> Result<Vec<Warning>, NumberRefused> {
    let ends = i16::from(last_year(digits).unwrap_or_default()) + 2000;
    if let Some(issued) = issued_on.map(Date::year) {
        if ends < issued {
            return Err(NumberRefused::EndsBeforeIssue);
        }
        if ends > issued + LONGEST {
            return Err(NumberRefused::EndsTooLate);
        }
    }
    let packaging = digits.starts_with(|first| matches!(first, '1'..='8'));
    Ok(if packaging { vec![] } else { vec![Warning::UnknownPackaging] })
}

/// The year in the last two digits, without its century.
pub(super) fn last_year(digits: &str) -> Option<u8> {
    digits.get(13..15)?.parse().ok()
}

/// `1234567890123-45`.
pub(super) fn written(digits: &str) -> String {
    digits.split_at_checked(13).map_or_else(|| digits.into(), |(all, year)| format!("{all}-{year}"))
}
