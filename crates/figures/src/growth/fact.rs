//! The facts that growth is counted from, each with its position in the journal.

/// One fact of the journal. Several may share a position, because one act may move many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A business begins to be followed.
    Business(Business),
    /// It comes to another place or mentor.
    Move(Move),
    /// It is measured for a month, for the first time or instead of what stood.
    Measurement(Measurement),
    /// What stands for a month is taken back.
    Void(Void),
}

/// A business and where it belongs at first; known afterwards by its position, which is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Business {
    /// Place in the journal.
    pub position: u32,
    /// The agency that registered.
    pub agency: u8,
    /// Index of the kelurahan of residence, or of the kecamatan.
    pub area: u16,
    /// Index of the responsible kecamatan.
    pub office: u16,
    /// Number of the mentor, below 65,535; none without one.
    pub mentor: Option<u16>,
    /// Day of the registration, by which cohorts are told apart.
    pub registered_on: u16,
}

/// Says where a business belongs from a day on, or when it was really registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Place in the journal.
    pub position: u32,
    /// Position of the business.
    pub business: u32,
    /// The first day it belongs there; of two of one day the later position counts.
    pub on: u16,
    /// Where.
    pub to: Place,
}

/// What may change of a business; each kind apart from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Of residence.
    Area(u16),
    /// Of responsibility.
    Office(u16),
    /// In a caseload, or in none.
    Mentor(Option<u16>),
    /// In time: the day of the registration, corrected; told as of day 0, because it always was so.
    Registered(u16),
}

/// What was told of a business for a month; what was not told is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measurement {
    /// Place in the journal.
    pub position: u32,
    /// Position of the business.
    pub business: u32,
    /// Year x 12 + month - 1.
    pub month: u16,
    /// The day on which assets and workers were so.
    pub measured_on: u16,
    /// Sales of the month in whole rupiah, below 2^56.
    pub turnover: Option<u64>,
    /// Assets in whole rupiah, below 2^56.
    pub assets: Option<u64>,
    /// How many work there.
    pub workers: Option<u32>,
    /// Whether growth is counted from here; the last one marked is.
    pub is_baseline: bool,
}

/// Takes back what stands for a month; what stood before that does not return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Void {
    /// Place in the journal.
    pub position: u32,
    /// Position of the business.
    pub business: u32,
    /// The month.
    pub month: u16,
}

impl Fact {
    /// Its place in the journal.
    pub fn position(&self) -> u32 {
        match self {
            Self::Business(fact) => fact.position,
            Self::Move(fact) => fact.position,
            Self::Measurement(fact) => fact.position,
            Self::Void(fact) => fact.position,
        }
    }
}
