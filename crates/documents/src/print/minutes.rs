//! The minutes of a finished class (berita acara).

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, printed};

/// What the minutes say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minutes {
    /// Whose paper it is, line by line.
    pub letterhead: Vec<String>,
    /// The day in words: `Kamis, tanggal tiga belas bulan …`.
    pub day: String,
    /// What the class is called.
    pub title: String,
    /// What it is about.
    pub trade: String,
    /// Where it was held.
    pub place: String,
    /// `10 sampai 13 Agustus 2020`.
    pub days: String,
    /// `4 sesi`.
    pub sessions: String,
    /// Who held it.
    pub organisers: Vec<String>,
    /// Who taught.
    pub trainers: Vec<String>,
    /// Label and number, persons and never attendances: invited, registered, walked in, present, finished.
    pub numbers: Vec<(String, String)>,
    /// How one finishes: `Hadir paling sedikit 80% dari sesi`.
    pub rule: String,
    /// `Jakarta, 13 Agustus 2020`.
    pub written: String,
    /// Who signs for the agency, as what.
    pub signer: (String, String),
}

/// Prints the minutes.
pub fn minutes(minutes: &Minutes, at: DateTime) -> Result<Vec<u8>, Unprintable> {
    printed("minutes.typ", inputs::of(minutes)?, at)
}
