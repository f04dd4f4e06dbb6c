//! The list that participants sign, session by session (daftar hadir).

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Unprintable, inputs, printed};

/// The list of one session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttendanceList {
    /// Whose paper it is, line by line.
    pub letterhead: Vec<String>,
    /// Label and value: class, session, day, time, place, trainer.
    pub facts: Vec<(String, String)>,
    /// Who has a place, in the order of the list.
    pub participants: Vec<Participant>,
    /// So many empty lines for who walks in.
    pub walk_ins: u8,
    /// Tells, when the list is typed back, that the numbers are still those of the same people.
    pub code: String,
    /// The address of the page to type it back at; the code on the paper leads there.
    pub address: String,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// The NIK with its middle covered.
    pub nik: String,
    /// Where they live or are registered.
    pub area: String,
}

/// Prints the lists of some sessions, each beginning on a page of its own.
pub fn attendance_lists(all: &[AttendanceList], at: DateTime) -> Result<Vec<u8>, Unprintable> {
    let inputs = inputs::all(all, |list| &list.address)?;
    printed("attendance_list.typ", inputs, at)
}
