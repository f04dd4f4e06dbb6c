//! The product's own benchmark: what it does, how fast, beside what it should.
mod acts;
mod bare;
mod bazaar;
mod client;
mod counting;
mod cpu;
mod dashboards;
mod growing;
mod http;
mod line;
mod memory;
mod papers;
mod places;
mod province;
mod recorded;
mod registration;
mod resident;
mod scratch;
mod served;
mod slow_disk;
mod timed;
mod training;

pub use line::{Line, Unit, json, table};

use crate::Problem;
use scratch::Ground;
use std::path::Path;

/// A part that can be measured alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// Registrations through the API, beside the same statements in a bare loop.
    Registration,
    /// The same, on a disk that takes two milliseconds for a durable write.
    SlowDisk,
    /// Places in classes through the API: two thousand people ask for a hundred seats.
    Places,
    /// The figures of a year of training.
    Training,
    /// The stands of a bazaar, drawn among ten thousand.
    Bazaar,
    /// The certificates of a class, printed.
    Papers,
    /// The whole province: writing, starting, listing, searching, importing, verifying.
    Province,
    /// How businesses grow: 24 months of every member of the province, counted at start, then asked for.
    Growth,
    /// Dashboards of the whole province: alone, and fifty at once beside registrations.
    Dashboards,
    /// Figures over made-up facts.
    Figures,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::Registration,
        Self::SlowDisk,
        Self::Places,
        Self::Training,
        Self::Bazaar,
        Self::Papers,
        Self::Province,
        Self::Growth,
        Self::Dashboards,
        Self::Figures,
    ];
}

/// How much is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Members of the province.
    pub members: u64,
    /// Members of the made-up facts for the largest figures.
    pub facts: u32,
    /// Seconds of registrations in each of three rounds.
    pub seconds: u64,
}

impl Default for Size {
    fn default() -> Self {
        Self { members: 226_280, facts: 10_000_000, seconds: 5 }
    }
}

/// Measures a part; `folder` has room for it, and registrations and places go to `server` where one is named. Blocks.
pub fn measure(
    part: Part,
    size: Size,
    folder: &Path,
    server: Option<&str>,
) -> Result<Vec<Line>, Problem> {
    match part {
        Part::Registration => registration::measure(size, Ground { folder, server }),
        Part::SlowDisk => slow_disk::measure(size, folder),
        Part::Places => places::measure(size, Ground { folder, server }),
        Part::Training => training::measure(size, folder),
        Part::Bazaar => bazaar::measure(size, folder),
        Part::Papers => papers::measure(),
        Part::Province => province::measure(size, folder),
        Part::Growth => growing::measure(size, folder),
        Part::Dashboards => dashboards::measure(size, folder),
        Part::Figures => Ok(counting::measure(size)),
    }
}
