//! Schemes: which number P1 to P7 a report gives to which stage (BR-13).

use crate::{StageKind, worded::worded};

worded! {
    /// A way of numbering the stages; every report prints the name of its own.
    #[derive(Default)]
    parse_officer => Scheme {
        /// P2 is training, P3 mentoring: what all sources but one say.
        #[default]
        Pergub = "pergub", "Pergub", "Governor's regulation";
        /// P2 is mentoring, P3 training: as West Jakarta reported in 2022.
        Jakbar2022 = "jakbar2022", "Jakarta Barat 2022", "West Jakarta 2022";
    }
}

impl Scheme {
    /// The stages from P1 to P7.
    pub const fn order(self) -> [StageKind; 7] {
        use StageKind::{
            Capital, FinancialReporting, Licensing, Marketing, Mentoring, Registration, Training,
        };
        match self {
            Self::Pergub => [
                Registration,
                Training,
                Mentoring,
                Licensing,
                Marketing,
                FinancialReporting,
                Capital,
            ],
            Self::Jakbar2022 => [
                Registration,
                Mentoring,
                Training,
                Licensing,
                Marketing,
                FinancialReporting,
                Capital,
            ],
        }
    }

    /// The place of a stage, from 0 for P1 to 6 for P7.
    pub const fn place(self, kind: StageKind) -> usize {
        match (self, kind) {
            (_, StageKind::Registration) => 0,
            (Self::Pergub, StageKind::Training) | (Self::Jakbar2022, StageKind::Mentoring) => 1,
            (Self::Pergub, StageKind::Mentoring) | (Self::Jakbar2022, StageKind::Training) => 2,
            (_, StageKind::Licensing) => 3,
            (_, StageKind::Marketing) => 4,
            (_, StageKind::FinancialReporting) => 5,
            (_, StageKind::Capital) => 6,
        }
    }

    /// `P1` to `P7`.
    pub const fn code(self, kind: StageKind) -> &'static str {
        ["P1", "P2", "P3", "P4", "P5", "P6", "P7"][self.place(kind)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_training_and_mentoring_change_places() {
        assert_eq!(Scheme::default(), Scheme::Pergub);
        assert_eq!(Scheme::Pergub.code(StageKind::Training), "P2");
        assert_eq!(Scheme::Pergub.code(StageKind::Mentoring), "P3");
        assert_eq!(Scheme::Jakbar2022.code(StageKind::Mentoring), "P2");
        assert_eq!(Scheme::Jakbar2022.code(StageKind::Training), "P3");
    }

    #[test]
    fn the_order_and_the_places_agree() {
        for scheme in Scheme::ALL {
            assert_eq!(scheme.order().map(|kind| scheme.place(kind)), [0, 1, 2, 3, 4, 5, 6]);
            assert_eq!(
                scheme.order().map(|kind| scheme.code(kind)),
                ["P1", "P2", "P3", "P4", "P5", "P6", "P7"]
            );
        }
    }

    #[test]
    fn a_scheme_is_found_by_its_word() {
        assert_eq!(Scheme::of_word("jakbar2022"), Some(Scheme::Jakbar2022));
        assert_eq!(Scheme::of_word("pergub2020"), None);
    }
}
