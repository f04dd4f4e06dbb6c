//! How many businesses rose, fell and stayed, in scope, as at a day, as known at a position.
mod answer;
mod ask;
mod asked;
mod list;
mod measure;
mod narrowed;
mod tally;

pub use answer::{
    GrowthAnswer, GrowthChanges, GrowthGroup, GrowthIndicators, GrowthNumbers, GrowthScope,
    GrowthTerms,
};
pub use ask::{answer, ask};
pub use asked::{Asked, By, Definition, GrowthWords};
pub use list::{GrowthFound, GrowthLine, list, positions};
pub use measure::Measure;
