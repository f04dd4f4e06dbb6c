//! What can be released, and why a restated figure differs: closed lists.
use super::grouping::Grouping;
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
    /// Who was invited to the classes of a period, registered, was present and finished.
    Training,
    /// How many businesses moved up, by which indicator.
    Growth,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Stages, Self::Targets, Self::Agencies, Self::Unit, Self::Training, Self::Growth];

    /// The word in rows, addresses and answers.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stages => "stages",
            Self::Targets => "targets",
            Self::Agencies => "agencies",
            Self::Unit => "unit",
            Self::Training => "training",
            Self::Growth => "growth",
        }
    }

    /// By what its lines may be told apart, beside the whole.
    pub(super) fn groupings(self) -> &'static [Grouping] {
        use Grouping::{Agency, City, Kecamatan, Month, Trade, Year};
        match self {
            Self::Stages => &[Agency, City, Kecamatan, Month, Year],
            Self::Growth => &[Agency, City, Kecamatan, Year],
            Self::Training => &[Kecamatan, Month, Trade],
            Self::Targets | Self::Agencies | Self::Unit => &[],
        }
    }

    /// The kind with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Reason {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::EnteredLater,
        Self::Corrected,
        Self::Moved,
        Self::Linked,
        Self::Voided,
        Self::TargetRevised,
        Self::CountsNoLonger,
        Self::Several,
    ];

    /// The word in answers and names of fields.
    pub const fn word(self) -> &'static str {
        match self {
            Self::EnteredLater => "entered_later",
            Self::Corrected => "corrected",
            Self::Moved => "moved",
            Self::Linked => "linked",
            Self::Voided => "voided",
            Self::TargetRevised => "target_revised",
            Self::CountsNoLonger => "counts_no_longer",
            Self::Several => "several",
        }
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
    /// Somebody counts no longer: taken back, corrected, called off, or found to be another.
    CountsNoLonger,
    /// More happened than is told one by one.
    Several,
}
