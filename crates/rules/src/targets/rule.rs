//! How the persons of a target are counted. A rule never changes what it means: another meaning is
//! another rule with a name of its own, so that a target counted by the old one stays as it was.
use crate::worded::worded;

worded! {
    /// How the persons of a target are counted.
    known_as => CountingRule {
        /// All who reached it since the programme began, as at the end of the period.
        Cumulative = "cumulative", "Kumulatif", "Cumulative", "sejak awal program";
        /// Those who reached it for the first time within the period.
        FirstReached = "first_reached", "Pertama kali", "First reached", "baru", "dalam masa target";
        /// Of those registered within the period, who reached it by its end.
        Cohort = "cohort", "Angkatan", "Cohort", "terdaftar dalam masa target";
    }
}

impl CountingRule {
    /// Which wording of the rule this is; printed beside the figure.
    pub const fn version(self) -> u8 {
        match self {
            Self::Cumulative | Self::FirstReached | Self::Cohort => 1,
        }
    }

    /// What it counts, in Indonesian.
    pub const fn about_id(self) -> &'static str {
        match self {
            Self::Cumulative => {
                "semua orang yang mencapainya sejak awal program sampai akhir masa target"
            }
            Self::FirstReached => "orang yang untuk pertama kali mencapainya di dalam masa target",
            Self::Cohort => {
                "dari orang yang terdaftar di dalam masa target, yang mencapainya sampai akhir masa itu"
            }
        }
    }

    /// What it counts, in English.
    pub const fn about_en(self) -> &'static str {
        match self {
            Self::Cumulative => {
                "all people who reached it since the programme began, by the end of the period"
            }
            Self::FirstReached => "people who reached it for the first time within the period",
            Self::Cohort => {
                "of the people registered within the period, those who reached it by its end"
            }
        }
    }

    /// Whether nothing counts that happens after the period.
    pub const fn ends_with_period(self) -> bool {
        match self {
            Self::Cumulative => false,
            Self::FirstReached | Self::Cohort => true,
        }
    }
}
