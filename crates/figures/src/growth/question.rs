//! What can be asked: as at which day, as known when, of whom, by which definition, grouped by what.

/// A question; how many businesses rose, fell and stayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Last day that counts, in days since 2000-01-01; turnover counts from the last day of its month.
    pub as_at: u16,
    /// Last position of the journal that counts; none for all that is known now.
    pub known_at: Option<u32>,
    /// Which businesses count.
    pub filter: Filter,
    /// What to group by.
    pub by: [Option<Dimension>; 2],
    /// What counts as growth of an indicator, and which indicators decide.
    pub terms: Terms,
    /// The limits of size classes where these decide instead: the strict definition.
    pub strict: Option<Limits>,
}

/// What counts as growth by the programme's definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// Which of turnover, assets and workers decide.
    pub indicators: [bool; 3],
    /// Whether all of them must have risen, or one is enough.
    pub needs_all: bool,
    /// By how many percent of the baseline a value must change to have risen or fallen.
    pub threshold_percent: u16,
    /// Turnover now is the mean of the known months among so many last ones.
    pub turnover_months: u16,
    /// Assets and workers of months older than this say nothing about now.
    pub fresh_months: u16,
}

/// The most of a micro, small and medium business in whole rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of annual sales.
    pub sales: [u64; 3],
    /// Of capital.
    pub capital: [u64; 3],
}

/// Where a business stands against its baseline, from worst to best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Something is missing.
    Unknown,
    /// Below the baseline.
    Fell,
    /// Neither.
    Stayed,
    /// Above the baseline.
    Rose,
}

/// Narrows a question to some businesses; an absent field admits all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Registered by this agency.
    pub agency: Option<u8>,
    /// The only agency the asker may see.
    pub scope_agency: Option<u8>,
    /// The areas that count, true at their index; an index beyond the end does not.
    pub areas: Option<Vec<bool>>,
    /// The offices the asker may see, true at their index.
    pub offices: Option<Vec<bool>>,
    /// In the caseload of this mentor on the day.
    pub mentor: Option<u16>,
    /// Registered on this day or later.
    pub registered_from: Option<u16>,
    /// Registered on this day or earlier.
    pub registered_to: Option<u16>,
}

/// An axis to group by; places and mentors are those of the day that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dimension {
    /// The agency that registered.
    Agency,
    /// The area, by a map from its index to the group's.
    Area(Vec<u16>),
    /// The responsible office, by a map from its index to the group's.
    Office(Vec<u16>),
    /// The mentor; `UNMAPPED` for none.
    Mentor,
    /// The year of registration: the cohort.
    Year,
}
