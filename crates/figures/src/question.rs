//! What can be asked: as at which day, as known when, of whom, grouped by what.

/// The group of an area or office that the asker's map does not name.
pub const UNMAPPED: u16 = u16::MAX;

/// A question; how many persons reached which stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Last day that counts, in days since 2000-01-01.
    pub as_at: u16,
    /// Last position of the journal that counts; none for all that is known now.
    pub known_at: Option<u32>,
    /// Whose records count.
    pub filter: Filter,
    /// What to group by.
    pub by: [Option<Dimension>; 3],
    /// The stages in the scheme's order: of two reached on one day the later one is the latest.
    pub order: [u8; 7],
}

impl Question {
    /// Everyone, as known now, ungrouped, with the stages in the order of their codes.
    pub fn as_at(day: u16) -> Self {
        Self {
            as_at: day,
            known_at: None,
            filter: Filter::default(),
            by: [None, None, None],
            order: [0, 1, 2, 3, 4, 5, 6],
        }
    }

    /// The same without groups and an order of the stages, and as known now.
    pub(crate) fn ungrouped(&self) -> Self {
        Self { filter: self.filter.clone(), ..Self::as_at(self.as_at) }
    }
}

/// Narrows a question to some records; an absent field admits all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Registered by this agency.
    pub agency: Option<u8>,
    /// The areas that count, true at their index; an index beyond the end does not.
    pub areas: Option<Vec<bool>>,
    /// The offices the asker may see, true at their index.
    pub offices: Option<Vec<bool>>,
    /// The only agency the asker may see.
    pub scope_agency: Option<u8>,
    /// Of this sex.
    pub sex: Option<u8>,
    /// On this track.
    pub track: Option<u8>,
    /// Of this business type.
    pub business_type: Option<u8>,
    /// Registered through this channel.
    pub channel: Option<u8>,
    /// Registered on this day or later.
    pub registered_from: Option<u16>,
    /// Registered on this day or earlier.
    pub registered_to: Option<u16>,
}

/// An axis to group by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dimension {
    /// The agency that registered.
    Agency,
    /// The area, by a map from its index to the group's (so to its city, kecamatan or itself).
    Area(Vec<u16>),
    /// The responsible office, by a map from its index to the group's.
    Office(Vec<u16>),
    /// The business type.
    BusinessType,
    /// The sex.
    Sex,
    /// The track.
    Track,
    /// The channel.
    Channel,
    /// The month of registration, as year x 12 + month - 1.
    Month,
    /// The year of registration.
    Year,
}

/// The number whose persons are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// All persons in scope.
    Registered,
    /// Those who reached the stage.
    Reached(u8),
    /// Those who began the stage and have not reached it.
    Open(u8),
    /// Those whose latest stage it is.
    At(u8),
    /// Those who reached the stage for the first time on this day or later.
    First(u8, u16),
    /// Those who reached the first stage and not the second.
    Without(u8, u8),
}
