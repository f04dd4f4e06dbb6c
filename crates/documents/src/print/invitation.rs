//! Invitations to a class: a letter for each who is invited.

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, printed};

/// A letter to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invitation {
    /// Whose paper it is, line by line.
    pub letterhead: Vec<String>,
    /// `Jakarta, 1 Agustus 2020`.
    pub written: String,
    /// To whom.
    pub name: String,
    /// Where they live or are registered.
    pub area: String,
    /// What the class is called.
    pub title: String,
    /// What it is about.
    pub trade: String,
    /// Who holds it.
    pub organisers: Vec<String>,
    /// Day, time, place and subject of each session.
    pub sessions: Vec<[String; 4]>,
    /// `5 Agustus 2020`: the last day to register.
    pub closes: String,
    /// What else is to be known, line by line.
    pub notes: Vec<String>,
    /// Who signs.
    pub signer: String,
    /// As what.
    pub position: String,
    /// The public page of the class, which the code leads to.
    pub address: String,
}

/// Prints the letters, each on a page of its own.
pub fn invitations(all: &[Invitation], at: DateTime) -> Result<Vec<u8>, Unprintable> {
    let inputs = inputs::all(all, |letter| &letter.address)?;
    printed("invitation.typ", inputs, at)
}
