//! Curation: the way of an entry from registered to graded, who may take which step, and what a score is worth
//! (BR-24).

mod delivered;
mod number;

pub use delivered::{CRITERIA, DELIVERED_FROM, GRADES};
pub use number::{CurationNumber, NoCurationNumber};

use crate::{UserId, worded::worded};
use serde::{Deserialize, Serialize};

worded! {
    /// How far an entry of a round is.
    named => EntryState {
        /// Its member offered the product.
        Registered = "registered", "Terdaftar", "Registered";
        /// The mentor has seen that it is as told.
        Verified = "verified", "Diverifikasi", "Verified";
        /// The head of the kecamatan agrees.
        Validated = "validated", "Disahkan", "Validated";
        /// It has a day and a place.
        Scheduled = "scheduled", "Dijadwalkan", "Scheduled";
        /// Curators have graded it.
        Graded = "graded", "Dinilai", "Graded";
        /// It was sent back, with a reason.
        Declined = "declined", "Dikembalikan", "Declined";
    }
}

/// Why a step is refused; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// The round takes no entries on that day.
    #[error("round-closed")]
    RoundClosed,
    /// Another step comes first, or this one was taken.
    #[error("out-of-turn")]
    OutOfTurn,
    /// Whoever verified an entry may not validate it (BR-24).
    #[error("same-person")]
    SamePerson,
    /// A criterion has no score, or one that the round does not know has one.
    #[error("criteria")]
    Criteria,
    /// A score below nothing or above the most.
    #[error("score")]
    Score,
    /// Grades that leave a score without one, or two from the same score.
    #[error("grades")]
    Grades,
    /// The member's agency or area is not the round's.
    #[error("not-for-round")]
    NotForRound,
    /// The product is under way in a round, or graded in this one.
    #[error("already-entered")]
    AlreadyEntered,
    /// A day that cannot be: set in the past, or graded before the product was seen.
    #[error("curation-day")]
    Day,
}

impl Refused {
    /// The stable slug.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RoundClosed => "round-closed",
            Self::OutOfTurn => "out-of-turn",
            Self::SamePerson => "same-person",
            Self::Criteria => "criteria",
            Self::Score => "score",
            Self::Grades => "grades",
            Self::NotForRound => "not-for-round",
            Self::AlreadyEntered => "already-entered",
            Self::Day => "curation-day",
        }
    }
}

/// A step that somebody takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// By a mentor.
    Verify,
    /// By the head of the kecamatan.
    Validate {
        /// Who verified.
        verified_by: UserId,
        /// Who validates.
        by: UserId,
    },
    /// By the agency: a day and a place, or another one.
    Schedule,
    /// By curators.
    Grade,
    /// Back to the member, before a day is set.
    Decline,
}

impl EntryState {
    /// Whether nothing follows.
    pub const fn is_over(self) -> bool {
        match self {
            Self::Graded | Self::Declined => true,
            Self::Registered | Self::Verified | Self::Validated | Self::Scheduled => false,
        }
    }

    /// The state after a step, or why it may not be taken.
    pub fn after(self, step: Step) -> Result<Self, Refused> {
        match (self, step) {
            (Self::Registered, Step::Verify) => Ok(Self::Verified),
            (Self::Verified, Step::Validate { verified_by, by }) if verified_by == by => {
                Err(Refused::SamePerson)
            }
            (Self::Verified, Step::Validate { .. }) => Ok(Self::Validated),
            (Self::Validated | Self::Scheduled, Step::Schedule) => Ok(Self::Scheduled),
            (Self::Scheduled, Step::Grade) => Ok(Self::Graded),
            (Self::Registered | Self::Verified | Self::Validated, Step::Decline) => {
                Ok(Self::Declined)
            }
            (
                Self::Registered
                | Self::Verified
                | Self::Validated
                | Self::Scheduled
                | Self::Graded
                | Self::Declined,
                Step::Verify | Step::Validate { .. } | Step::Schedule | Step::Grade | Step::Decline,
            ) => Err(Refused::OutOfTurn),
        }
    }
}

/// The highest score of a criterion.
pub const MOST: u8 = 100;

/// What a round looks at, and how heavy it weighs; configured for each round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its code.
    pub code: String,
    /// Its weight, above nothing.
    pub weight: u16,
}

/// A grade, from a score on; configured for each round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// What it is called: `A`.
    pub name: String,
    /// The least weighted score, 0 to 100.
    pub from: u8,
    /// Whether it is a passed curation.
    pub passes: bool,
}

/// Whether a round may be announced with these: each criterion once and with a weight, and a grade for
/// every score.
pub fn may_announce(criteria: &[Criterion], grades: &[Grade]) -> Result<(), Refused> {
    let mut codes: Vec<&str> = criteria.iter().map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let weighs = criteria.iter().all(|it| it.weight > 0);
    if codes.is_empty() || codes.len() != criteria.len() || !weighs {
        return Err(Refused::Criteria);
    }
    let mut from: Vec<u8> = grades.iter().map(|it| it.from).collect();
    from.sort_unstable();
    from.dedup();
    let named = grades.iter().all(|it| !it.name.trim().is_empty());
    let bounded = from.first() == Some(&0) && from.last().is_some_and(|last| *last <= MOST);
    if from.len() == grades.len() && bounded && named { Ok(()) } else { Err(Refused::Grades) }
}

/// The grade of an entry by its scores, one a criterion in their order: the highest whose least score the
/// weighted mean reaches, rounded half up. None where no grade reaches so low.
pub fn graded<'g>(
    criteria: &[Criterion],
    grades: &'g [Grade],
    scores: &[u8],
) -> Result<(u8, Option<&'g Grade>), Refused> {
    if criteria.is_empty() || criteria.len() != scores.len() {
        return Err(Refused::Criteria);
    }
    if scores.iter().any(|score| *score > MOST) {
        return Err(Refused::Score);
    }
    let weight: u64 = criteria.iter().map(|it| u64::from(it.weight)).sum();
    if weight == 0 {
        return Err(Refused::Criteria);
    }
    let pairs = criteria.iter().zip(scores);
    let sum: u64 = pairs.map(|(it, score)| u64::from(it.weight) * u64::from(*score)).sum();
    let mean = u8::try_from((2 * sum + weight) / (2 * weight)).map_err(|_| Refused::Score)?;
    let reached = grades.iter().filter(|grade| grade.from <= mean);
    Ok((mean, reached.max_by_key(|grade| grade.from)))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn user(n: u128) -> UserId {
        UserId(Uuid::from_u128(n))
    }

    fn criteria(weights: &[u16]) -> Vec<Criterion> {
        let of = |weight: &u16| Criterion { code: "rasa".to_owned(), weight: *weight };
        weights.iter().map(of).collect()
    }

    fn grades() -> Vec<Grade> {
        let of =
            |(name, from, passes): (&str, u8, bool)| Grade { name: name.to_owned(), from, passes };
        [("A", 85, true), ("B", 70, true), ("C", 55, false), ("D", 0, false)].map(of).into()
    }

    #[test]
    fn an_entry_goes_its_way_and_no_other() {
        let validate = Step::Validate { verified_by: user(1), by: user(2) };
        let way = [Step::Verify, validate, Step::Schedule, Step::Grade];
        let end = way.iter().try_fold(EntryState::Registered, |state, step| state.after(*step));
        assert_eq!(end, Ok(EntryState::Graded));
        assert_eq!(EntryState::Registered.after(Step::Schedule), Err(Refused::OutOfTurn));
        assert_eq!(EntryState::Graded.after(Step::Grade), Err(Refused::OutOfTurn));
        assert_eq!(EntryState::Scheduled.after(Step::Decline), Err(Refused::OutOfTurn));
    }

    #[test]
    fn nobody_validates_what_they_verified() {
        let own = Step::Validate { verified_by: user(1), by: user(1) };
        assert_eq!(EntryState::Verified.after(own), Err(Refused::SamePerson));
    }

    #[test]
    fn the_weighted_mean_is_rounded_half_up_and_reaches_the_highest_grade() {
        let all = grades();
        let name = |scores: &[u8]| {
            let (mean, grade) = graded(&criteria(&[1, 1]), &all, scores).unwrap();
            (mean, grade.unwrap().name.clone())
        };
        assert_eq!(name(&[84, 85]), (85, "A".to_owned()));
        assert_eq!(name(&[84, 84]), (84, "B".to_owned()));
        assert_eq!(name(&[0, 0]), (0, "D".to_owned()));
        let heavy = graded(&criteria(&[3, 1]), &all, &[100, 0]).unwrap();
        assert_eq!(heavy.0, 75);
    }

    #[test]
    fn every_criterion_has_one_score_within_bounds() {
        let all = grades();
        assert_eq!(graded(&criteria(&[1, 1]), &all, &[1]), Err(Refused::Criteria));
        assert_eq!(graded(&[], &all, &[]), Err(Refused::Criteria));
        assert_eq!(graded(&criteria(&[0]), &all, &[1]), Err(Refused::Criteria));
        assert_eq!(graded(&criteria(&[1]), &all, &[101]), Err(Refused::Score));
    }

    #[test]
    fn a_round_has_weighty_criteria_and_a_grade_for_every_score() {
        assert_eq!(may_announce(&criteria(&[1]), &grades()), Ok(()));
        assert_eq!(may_announce(&criteria(&[1, 1]), &grades()), Err(Refused::Criteria));
        assert_eq!(may_announce(&criteria(&[0]), &grades()), Err(Refused::Criteria));
        assert_eq!(may_announce(&criteria(&[1]), &grades()[..3]), Err(Refused::Grades));
        let twice = [grades(), grades()].concat();
        assert_eq!(may_announce(&criteria(&[1]), &twice), Err(Refused::Grades));
    }

    #[test]
    fn a_day_may_be_set_again_before_the_grading() {
        assert_eq!(EntryState::Scheduled.after(Step::Schedule), Ok(EntryState::Scheduled));
        assert_eq!(EntryState::Graded.after(Step::Schedule), Err(Refused::OutOfTurn));
    }

    proptest! {
        #[test]
        fn the_mean_lies_between_the_lowest_and_the_highest_score(
            pairs in prop::collection::vec((1_u16..1000, 0_u8..=100), 1..12)
        ) {
            let (weights, scores): (Vec<u16>, Vec<u8>) = pairs.into_iter().unzip();
            let (mean, _) = graded(&criteria(&weights), &grades(), &scores).unwrap();
            prop_assert!(mean >= *scores.iter().min().unwrap());
            prop_assert!(mean <= *scores.iter().max().unwrap());
        }
    }
}
