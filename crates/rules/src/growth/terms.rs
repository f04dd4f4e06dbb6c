//! What the programme calls moving up: which indicators, how many of them, by how much (BR-29).

use crate::worded::worded;

worded! {
    /// What growth is seen by.
    parse_officer => Indicator {
        /// Sales of a month.
        Turnover = "turnover", "Omzet", "Turnover", "omset";
        /// What the business owns.
        Assets = "assets", "Aset", "Assets";
        /// Who works in it.
        Workers = "workers", "Tenaga kerja", "Workers";
    }
}

worded! {
    /// How many of the indicators must have risen.
    named => Need {
        /// One is enough: the best of what is known decides.
        Any = "any", "Salah satu", "Any of them";
        /// Every one: the worst decides, and nothing is decided while one is missing.
        All = "all", "Semua", "All of them";
    }
}

worded! {
    /// Where a business stands against its baseline. The order is from worst to best.
    named => Outcome {
        /// Nobody can say, because something is missing.
        Unknown = "unknown", "Belum diketahui", "Unknown";
        /// Below the baseline by the threshold or more.
        Fell = "fell", "Turun", "Fell";
        /// Neither.
        Stayed = "stayed", "Tetap", "Stayed";
        /// Above the baseline by the threshold or more.
        Rose = "rose", "Naik", "Rose";
    }
}

/// What counts as moving up by the programme; configured, since no rule of Jakarta is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Which indicators decide, by `Indicator::index`.
    pub indicators: [bool; 3],
    /// How many of them.
    pub need: Need,
    /// By how many percent of the baseline a value must change to have risen or fallen.
    pub threshold_percent: u16,
    /// Turnover now is the mean of the known months among so many last ones, 1 to 12.
    pub turnover_months: u16,
    /// Assets and workers of months older than this say nothing about now, 1 or more.
    pub fresh_months: u16,
}

impl Terms {
    /// As delivered: any indicator, ten percent, a quarter's turnover, nothing older than a year.
    pub const USUAL: Self = Self {
        indicators: [true; 3],
        need: Need::Any,
        threshold_percent: 10,
        turnover_months: 3,
        fresh_months: 12,
    };

    /// Whether they can be asked by: an indicator at least, and months that make sense.
    pub fn are_usable(&self) -> bool {
        self.indicators.contains(&true)
            && (1..=12).contains(&self.turnover_months)
            && self.fresh_months >= 1
    }

    /// One answer from the answers of the indicators.
    pub fn decide(&self, changes: [Outcome; 3]) -> Outcome {
        let asked = changes.into_iter().zip(self.indicators);
        let mut decisive = asked.filter_map(|(change, decides)| decides.then_some(change));
        match self.need {
            // Unknown is the lowest, so that it decides only where nothing is known.
            Need::Any => decisive.max().unwrap_or(Outcome::Unknown),
            Need::All => {
                let first = decisive.next().unwrap_or(Outcome::Unknown);
                decisive.fold(first, Outcome::min)
            }
        }
    }
}
