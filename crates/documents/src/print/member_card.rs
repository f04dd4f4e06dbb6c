//! The member card: the size of a bank card (ID-1), a page of its own.

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, printed};

/// What a card says, as it is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberCard {
    /// Whose it is.
    pub name: String,
    /// `JP317305-0000123-0`.
    pub number: String,
    /// The kecamatan, or what is known of the place.
    pub area: String,
    /// The agency, in capitals.
    pub agency: String,
    /// `3 Januari 2022`.
    pub registered: String,
    /// What the code holds: no personal data.
    pub code: String,
}

/// Prints a card on a page of 85,6 by 54 mm.
pub fn member_card(card: &MemberCard, at: DateTime) -> Result<Vec<u8>, Unprintable> {
    let inputs = inputs::all(std::slice::from_ref(card), |card| &card.code)?;
    printed("member_card.typ", inputs, at)
}
