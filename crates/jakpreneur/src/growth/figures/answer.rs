//! The answer to a question about growth, as the API says it and the page draws it.
use crate::reports::Key;
use figures::growth::Counts;
use rules::{Date, growth::Outcome};
use serde::Serialize;
use utoipa::ToSchema;

/// How many businesses rose, fell and stayed.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct GrowthAnswer {
    /// The last day that counts; turnover counts for months that are over by then.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// `programme` or `class`.
    pub definition: &'static str,
    /// The law whose size classes count on the day; null by the programme's definition.
    pub law: Option<String>,
    /// What counts as growth of an indicator, and which indicators decide.
    pub terms: GrowthTerms,
    /// Whose records count.
    pub scope: GrowthScope,
    /// All in scope.
    pub total: GrowthNumbers,
    /// The same, for each group; they sum to the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<GrowthGroup>>,
}

/// What counts as growth by the programme's definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GrowthTerms {
    /// Which of `turnover`, `assets`, `workers` decide.
    pub indicators: Vec<&'static str>,
    /// `any` or `all` of them must have risen.
    pub need: &'static str,
    /// By how many percent of the baseline a value must change to have risen or fallen.
    pub threshold_percent: u16,
    /// Turnover now is the mean of the known months among so many last ones.
    pub turnover_months: u16,
    /// Assets and workers of months older than this say nothing about now.
    pub fresh_months: u16,
}

/// Whose records count: what was asked, narrowed to what the asker may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GrowthScope {
    /// Owners who live in this area.
    pub area: Option<String>,
    /// Records of this agency.
    pub agency: Option<String>,
    /// In the caseload of this mentor on the day: the account.
    pub mentor: Option<String>,
    /// The only area the asker sees.
    pub seen_area: Option<String>,
    /// The only agency the asker sees.
    pub seen_agency: Option<String>,
    /// Registered on this day or later.
    #[schema(value_type = Option<String>, format = Date)]
    pub registered_from: Option<Date>,
    /// Registered on this day or earlier.
    #[schema(value_type = Option<String>, format = Date)]
    pub registered_to: Option<Date>,
}

/// One group's numbers.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct GrowthGroup {
    /// Its place on each dimension.
    pub key: Vec<Key>,
    /// The numbers.
    pub numbers: GrowthNumbers,
}

/// Numbers of businesses, one for each record of a member, but for the workers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GrowthNumbers {
    /// All of them.
    pub businesses: u64,
    /// Moved up by the definition asked for.
    pub rose: u64,
    /// Moved down.
    pub fell: u64,
    /// Neither.
    pub stayed: u64,
    /// Something is missing, so that nobody can say. The four sum to `businesses`.
    pub unknown: u64,
    /// By each indicator, whether it decides or not.
    pub indicators: GrowthIndicators,
    /// Workers more than at the baseline, summed over `gaining`: job absorption.
    pub workers_gained: u64,
    /// Workers fewer than at the baseline, summed over `losing`.
    pub workers_lost: u64,
    /// Businesses with more workers than at the baseline, be it one.
    pub gaining: u64,
    /// Businesses with fewer.
    pub losing: u64,
}

/// The indicators by which growth is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GrowthIndicators {
    /// Sales of a month.
    pub turnover: GrowthChanges,
    /// Capital without land and building.
    pub assets: GrowthChanges,
    /// Who works in the business.
    pub workers: GrowthChanges,
}

/// How many businesses changed how; they sum to all businesses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GrowthChanges {
    /// Above the baseline by the threshold or more.
    pub rose: u64,
    /// Below the baseline by the threshold or more.
    pub fell: u64,
    /// Neither.
    pub stayed: u64,
    /// Not known then or now.
    pub unknown: u64,
}

impl GrowthChanges {
    fn counted([unknown, fell, stayed, rose]: [u64; 4]) -> Self {
        Self { rose, fell, stayed, unknown }
    }

    /// The number of an outcome.
    pub fn of(self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::Rose => self.rose,
            Outcome::Fell => self.fell,
            Outcome::Stayed => self.stayed,
            Outcome::Unknown => self.unknown,
        }
    }
}

impl GrowthNumbers {
    /// As counted.
    pub(super) fn counted(of: &Counts) -> Self {
        let GrowthChanges { rose, fell, stayed, unknown } = GrowthChanges::counted(of.outcomes);
        let [turnover, assets, workers] = of.changes.map(GrowthChanges::counted);
        Self {
            businesses: of.businesses,
            rose,
            fell,
            stayed,
            unknown,
            indicators: GrowthIndicators { turnover, assets, workers },
            workers_gained: of.workers_gained,
            workers_lost: of.workers_lost,
            gaining: of.gaining,
            losing: of.losing,
        }
    }

    /// By the definition asked for.
    pub fn outcomes(&self) -> GrowthChanges {
        let Self { rose, fell, stayed, unknown, .. } = *self;
        GrowthChanges { rose, fell, stayed, unknown }
    }
}
