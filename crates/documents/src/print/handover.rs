//! The record of handing production tools over (berita acara serah terima, BAST).

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, printed};

/// What the record says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Handover {
    /// Whose paper it is, line by line.
    pub letterhead: Vec<String>,
    /// The number of the record.
    pub number: String,
    /// The day in words.
    pub day: String,
    /// Label and value of who gives: name, position, agency.
    pub giver: Vec<(String, String)>,
    /// Label and value of who receives: name, NIK with its middle covered, number, place, permit.
    pub receiver: Vec<(String, String)>,
    /// What is handed over.
    pub items: Vec<Item>,
    /// What it is worth, or empty.
    pub value: String,
    /// `Jakarta, 13 Agustus 2020`.
    pub written: String,
    /// Who signs for the agency.
    pub giver_name: String,
    /// Who signs for having received.
    pub receiver_name: String,
    /// That it was taken back, when and why; empty where it stands.
    pub notice: String,
}

/// A line of what is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// How many, with the unit: `2 unit`.
    pub quantity: String,
}

/// Prints the record.
pub fn handover(handover: &Handover, at: DateTime) -> Result<Vec<u8>, Unprintable> {
    printed("handover.typ", inputs::of(handover)?, at)
}
