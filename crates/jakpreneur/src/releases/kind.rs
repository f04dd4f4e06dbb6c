//! What can be released, and why a restated figure differs: closed lists.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which report was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReleaseKind)]
pub enum Kind {
    /// How many persons reached which stage.
    Stages,
    /// Targets beside what became of them.
    Targets,
    /// How many persons reached which stage, agency by agency.
    Agencies,
    /// What a unit did in a month or a quarter, indicator by indicator, beside its targets.
    Unit,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Stages, Self::Targets, Self::Agencies, Self::Unit];

    /// The word in rows, addresses and answers.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stages => "stages",
            Self::Targets => "targets",
            Self::Agencies => "agencies",
            Self::Unit => "unit",
        }
    }

    /// The kind with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Why a figure is another than in the release before, as far as the journal tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReleaseReason)]
pub enum Reason {
    /// Something was recorded that had happened before.
    EnteredLater,
    /// A record was corrected.
    Corrected,
    /// A member moved.
    Moved,
    /// Two records are one person, or are not.
    Linked,
    /// Something was taken back.
    Voided,
    /// A target was set or revised.
    TargetRevised,
    /// More happened than is told one by one.
    Several,
}
