//! What became of a row.
use super::{Counts, lines::Reason};
use crate::{Code, Problem};

/// What became of a row: exactly one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Recorded, and like nobody else's.
    New,
    /// Recorded before.
    Existing,
    /// Recorded, and put on the list of pairs to look at.
    PossibleDuplicate,
    /// Given back.
    Rejected(Vec<Reason>),
}

impl Outcome {
    /// A registration that was recorded, or would be.
    pub fn registered(alike: bool) -> Self {
        if alike { Self::PossibleDuplicate } else { Self::New }
    }

    /// A target that is new or has a new version, or says what is recorded.
    pub fn entered(new: bool) -> Self {
        if new { Self::New } else { Self::Existing }
    }

    /// A row that an act said no to. What is no fault of the row stays a problem.
    pub fn refused(problem: Problem) -> Result<Self, Problem> {
        match problem {
            Problem::Invalid(wrong) => {
                Ok(Self::Rejected(wrong.into_iter().map(Reason::Field).collect()))
            }
            Problem::Refused(code) => Ok(Self::Rejected(vec![Reason::Rule(code)])),
            Problem::NikRegistered(_) => Ok(Self::Existing),
            Problem::NotFound => Ok(Self::unknown_nik()),
            Problem::SignedOut
            | Problem::Forbidden
            | Problem::Forged
            | Problem::KeyReused
            | Problem::TooMany(_)
            | Problem::TooLarge
            | Problem::Fault(_)
            | Problem::Broken(_) => Err(problem),
        }
    }

    /// Nobody within reach has this NIK.
    pub fn unknown_nik() -> Self {
        Self::Rejected(vec![Reason::field("nik", Code::NikUnknown)])
    }
}

impl Counts {
    /// Counts a row.
    pub fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::New => self.new += 1,
            Outcome::Existing => self.existing += 1,
            Outcome::PossibleDuplicate => self.possible_duplicate += 1,
            Outcome::Rejected(_) => self.rejected += 1,
        }
    }
}
