//! How far a business is in each group.

use super::{Answer, Group, QUESTIONS, Sheet};
use crate::Percent;

/// The answers of one group, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Answered by yes.
    pub yes: u64,
    /// Answered by no.
    pub no: u64,
    /// Not known; they make the score neither better nor worse.
    pub unknown: u64,
}

impl Score {
    /// The share of yes in what is known; none where nothing is.
    pub fn share(self) -> Option<Percent> {
        Percent::of(self.yes, self.yes + self.no)
    }
}

/// The score in a group.
pub fn score(sheet: &Sheet, group: Group) -> Score {
    let mut score = Score::default();
    for question in QUESTIONS.iter().filter(|question| question.group == group) {
        match sheet.answer(question.code) {
            Answer::Yes => score.yes += 1,
            Answer::No => score.no += 1,
            Answer::Unknown => score.unknown += 1,
        }
    }
    score
}
