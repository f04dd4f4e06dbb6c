//! The numbers of growth by name, so that each leads to its list.
use super::GrowthNumbers;
use figures::growth;
use rules::growth::{Indicator, Outcome};

/// A number of growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// All businesses in scope.
    Businesses,
    /// Those that stand so by the definition asked for.
    Outcome(Outcome),
    /// Those of which an indicator changed so.
    Change(Indicator, Outcome),
    /// Those with more workers than at the baseline, be it one: behind the workers gained.
    Gaining,
    /// Those with fewer: behind the workers lost.
    Losing,
}

impl Measure {
    /// Every one.
    pub fn all() -> impl Iterator<Item = Self> {
        let changes = Indicator::ALL
            .into_iter()
            .flat_map(|of| Outcome::ALL.map(|outcome| Self::Change(of, outcome)));
        [Self::Businesses]
            .into_iter()
            .chain(Outcome::ALL.map(Self::Outcome))
            .chain(changes)
            .chain([Self::Gaining, Self::Losing])
    }

    /// The word in addresses: `rose`, `turnover_rose`, `gaining`.
    pub fn word(self) -> String {
        match self {
            Self::Businesses => "businesses".to_owned(),
            Self::Outcome(outcome) => outcome.word().to_owned(),
            Self::Change(of, outcome) => format!("{of}_{outcome}"),
            Self::Gaining => "gaining".to_owned(),
            Self::Losing => "losing".to_owned(),
        }
    }

    /// The one with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::all().find(|it| it.word() == word)
    }

    /// The number itself.
    pub fn number(self, of: &GrowthNumbers) -> u64 {
        match self {
            Self::Businesses => of.businesses,
            Self::Outcome(outcome) => of.outcomes().of(outcome),
            Self::Change(Indicator::Turnover, outcome) => of.indicators.turnover.of(outcome),
            Self::Change(Indicator::Assets, outcome) => of.indicators.assets.of(outcome),
            Self::Change(Indicator::Workers, outcome) => of.indicators.workers.of(outcome),
            Self::Gaining => of.gaining,
            Self::Losing => of.losing,
        }
    }

    /// As the counts take it.
    pub(super) fn counted(self) -> growth::Measure {
        match self {
            Self::Businesses => growth::Measure::Businesses,
            Self::Outcome(outcome) => growth::Measure::Outcome(to_count(outcome)),
            Self::Change(of, outcome) => growth::Measure::Change(of.index(), to_count(outcome)),
            Self::Gaining => growth::Measure::Gaining,
            Self::Losing => growth::Measure::Losing,
        }
    }
}

fn to_count(outcome: Outcome) -> growth::Outcome {
    match outcome {
        Outcome::Unknown => growth::Outcome::Unknown,
        Outcome::Fell => growth::Outcome::Fell,
        Outcome::Stayed => growth::Outcome::Stayed,
        Outcome::Rose => growth::Outcome::Rose,
    }
}

/// An outcome of the counts as the rules name it.
pub(super) fn of_count(outcome: growth::Outcome) -> Outcome {
    match outcome {
        growth::Outcome::Unknown => Outcome::Unknown,
        growth::Outcome::Fell => Outcome::Fell,
        growth::Outcome::Stayed => Outcome::Stayed,
        growth::Outcome::Rose => Outcome::Rose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_word_of_its_own() {
        let all: Vec<Measure> = Measure::all().collect();
        assert_eq!(all.len(), 19);
        for measure in all {
            assert_eq!(Measure::of_word(&measure.word()), Some(measure));
        }
    }
}
