//! A table of figures: groups down, what is planned and what was held across.
use super::said;
use crate::plans::Both;

/// The table.
pub(super) struct Table {
    /// The id of its caption.
    pub id: &'static str,
    /// What it is grouped by.
    pub title: &'static str,
    /// The title of its first column.
    pub head: &'static str,
    /// Its groups.
    pub rows: Vec<Row>,
    /// All groups together; none where people of several groups are the same.
    pub total: Option<Row>,
}

/// A group.
pub(super) struct Row {
    /// What it is called.
    pub name: String,
    /// Where its lines are.
    pub href: Option<String>,
    /// People, seats and classes that are planned.
    pub planned: [String; 3],
    /// Classes and seats announced, people with a place, present and finished, and attendances.
    pub held: [String; 6],
    /// How many classes were called off, where some were.
    pub called_off: Option<String>,
}

impl Row {
    /// A group's figures.
    pub fn of(name: String, href: Option<String>, both: &Both, called_off: &str) -> Self {
        let (planned, held) = (both.planned, both.held);
        let off = said(held.called_off);
        Self {
            name,
            href,
            planned: [planned.persons, planned.seats, planned.classes].map(said),
            held: [
                held.classes,
                held.seats,
                held.confirmed,
                held.present,
                held.finished,
                held.attendances,
            ]
            .map(said),
            called_off: (held.called_off > 0)
                .then(|| crate::words::fill(called_off, &[("n", &off)])),
        }
    }
}
