//! A target beside those of the areas or agencies inside it, which need not sum to it (BR-34).
use crate::{Agency, RegionCode};

/// Whose and where a target is; of one indicator, period and rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Whose; none for all agencies together.
    pub agency: Option<Agency>,
    /// Where.
    pub area: RegionCode,
    /// Persons to reach.
    pub target: u64,
}

/// The targets directly inside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// How many there are.
    pub count: u64,
    /// What they sum to.
    pub sum: u64,
    /// How much more they sum to than the whole; below zero: less.
    pub gap: i64,
}

/// The parts by area and by agency, of those beside a target; none where there are none. A part of a part
/// is not counted again.
pub fn parts(whole: &Placed, all: &[Placed]) -> [Option<Parts>; 2] {
    let inner = |it: &Placed| {
        it.agency == whole.agency && it.area != whole.area && it.area.within(&whole.area)
    };
    let inside: Vec<&Placed> = all.iter().filter(|it| inner(it)).collect();
    let nested = |it: &Placed| {
        inside.iter().any(|other| other.area != it.area && it.area.within(&other.area))
    };
    let by_area = inside.iter().filter(|it| !nested(it)).map(|it| it.target);
    let of_agency =
        |it: &&Placed| whole.agency.is_none() && it.agency.is_some() && it.area == whole.area;
    let by_agency = all.iter().filter(of_agency).map(|it| it.target);
    [summed(whole, by_area), summed(whole, by_agency)]
}

fn summed(whole: &Placed, targets: impl Iterator<Item = u64>) -> Option<Parts> {
    let (count, sum) = targets.fold((0, 0), |(count, sum), target| (count + 1, sum + target));
    let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    (count > 0).then(|| Parts { count, sum, gap: signed(sum) - signed(whole.target) })
}
