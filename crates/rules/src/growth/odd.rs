//! Jumps that are hard to believe: they ask back, and refuse nothing.

use super::Measurement;

/// How far a value may move from the last one before somebody is asked; configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plausible {
    /// Turnover this many times as much, or this part as much, is odd.
    pub turnover_times: u16,
    /// Assets likewise.
    pub assets_times: u16,
    /// So many workers more or fewer are odd.
    pub workers: u32,
}

impl Plausible {
    /// As delivered: ten times, fifty workers.
    pub const USUAL: Self = Self { turnover_times: 10, assets_times: 10, workers: 50 };
}

/// A jump worth asking about; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
pub enum Odd {
    /// Turnover rose by the factor or more.
    #[error("turnover-jumped")]
    TurnoverJumped,
    /// Turnover fell to the part or less; also to nothing.
    #[error("turnover-dropped")]
    TurnoverDropped,
    /// Assets rose by the factor or more.
    #[error("assets-jumped")]
    AssetsJumped,
    /// Assets fell to the part or less.
    #[error("assets-dropped")]
    AssetsDropped,
    /// So many workers joined.
    #[error("workers-jumped")]
    WorkersJumped,
    /// So many workers left.
    #[error("workers-dropped")]
    WorkersDropped,
}

impl Plausible {
    /// What is odd about a measurement after the last one of the business.
    pub fn odd(&self, last: &Measurement, new: &Measurement) -> Vec<Odd> {
        let turnover = last.turnover.zip(new.turnover).map(|(last, new)| (last.0, new.0));
        let assets = last.assets.zip(new.assets).map(|(last, new)| (last.0, new.0));
        let workers = last.workers.zip(new.workers);
        let workers = workers.map(|(last, new)| (last.total(), new.total()));
        let by_times = |values, times| move |up| jumped(values, times, up);
        let (of_turnover, of_assets) =
            (by_times(turnover, self.turnover_times), by_times(assets, self.assets_times));
        let moved = |(from, to): (u32, u32)| to.saturating_sub(from) >= self.workers.max(1);
        let checks = [
            (Odd::TurnoverJumped, of_turnover(true)),
            (Odd::TurnoverDropped, of_turnover(false)),
            (Odd::AssetsJumped, of_assets(true)),
            (Odd::AssetsDropped, of_assets(false)),
            (Odd::WorkersJumped, workers.is_some_and(moved)),
            (Odd::WorkersDropped, workers.is_some_and(|(last, new)| moved((new, last)))),
        ];
        checks.into_iter().filter_map(|(odd, is)| is.then_some(odd)).collect()
    }
}

/// Whether the larger of two values is so many times the smaller; a first value above nothing is no jump.
fn jumped(values: Option<(i64, i64)>, times: u16, up: bool) -> bool {
    let Some((last, new)) = values else { return false };
    let (small, large) = if up { (last, new) } else { (new, last) };
    let reaches = i128::from(large) >= i128::from(small) * i128::from(times.max(2));
    large > small && reaches && (!up || small > 0)
}
