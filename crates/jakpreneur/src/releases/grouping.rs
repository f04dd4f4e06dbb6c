//! By what the lines of a report are told apart.
use crate::{attendance, growth, reports};

/// A dimension of a report's groups; each group's lines stand behind those of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// The agency that registered.
    Agency,
    /// The city.
    City,
    /// The kecamatan.
    Kecamatan,
    /// The month: of registration, of a class its first session's.
    Month,
    /// The year of registration.
    Year,
    /// What a class is about.
    Trade,
}

impl Grouping {
    const ALL: [Self; 6] =
        [Self::Agency, Self::City, Self::Kecamatan, Self::Month, Self::Year, Self::Trade];

    /// The word in addresses and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::City => "area:city",
            Self::Kecamatan => "area:kecamatan",
            Self::Month => "month",
            Self::Year => "year",
            Self::Trade => "trade",
        }
    }

    /// The one with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// The same for the stages.
    pub fn of_stages(self) -> Option<reports::By> {
        reports::By::of_word(self.word())
    }

    /// The same for growth.
    pub fn of_growth(self) -> Option<growth::figures::By> {
        growth::figures::By::of_word(self.word())
    }

    /// The same for training, where a class is in one area.
    pub fn of_training(self) -> Option<attendance::By> {
        match self {
            Self::Kecamatan => Some(attendance::By::Kecamatan),
            Self::Month => Some(attendance::By::Month),
            Self::Trade => Some(attendance::By::Trade),
            Self::Agency | Self::City | Self::Year => None,
        }
    }
}
