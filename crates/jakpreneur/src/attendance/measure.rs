//! The five numbers of training, which never stand for one another.
use super::standings::One;

/// One of the numbers of training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Ever invited.
    Invited,
    /// Ever asked for a place before the door.
    Registered,
    /// At one session at least.
    Present,
    /// Finished.
    Finished,
    /// Came without having asked before.
    WalkIns,
}

impl Measure {
    /// In the order in which they happen; who walked in stands beside.
    pub const ALL: [Self; 5] =
        [Self::Invited, Self::Registered, Self::Present, Self::Finished, Self::WalkIns];

    /// The word in addresses, which is also the name in the API.
    pub fn word(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Registered => "registered",
            Self::Present => "present",
            Self::Finished => "finished",
            Self::WalkIns => "walk_ins",
        }
    }

    /// What is meant by a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }

    /// Whether somebody counts in it by how they stand to a class.
    pub(super) fn counts(self, one: &One) -> bool {
        match self {
            Self::Invited => one.invited,
            Self::Registered => one.asked && !one.walked_in,
            Self::Present => one.attended > 0,
            Self::Finished => one.finished,
            Self::WalkIns => one.walked_in && one.confirmed,
        }
    }
}
