//! When a target would be reached at the present pace; said only where the records allow it honestly.
use super::{CountingRule, Period, Progress, reached_on};
use jiff::{ToSpan, Unit, civil::Date};

/// The pace is that of so many days before the day asked.
pub const WINDOW: i32 = 90;
/// A pace seen for fewer days says nothing.
const SHORTEST: i32 = 30;
/// Growth on fewer days than these is a file that was brought in, not a pace.
const FEWEST_DAYS: usize = 5;
/// Nobody can see further than so many months.
const FURTHEST: i32 = 24;

/// What can be said of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// It was reached on this day.
    Reached(Date),
    /// An estimate: at the present pace it would be reached in the month of this day.
    Estimate(Pace),
    /// Nothing honest can be said.
    Unknowable(Unknowable),
}

/// The present pace, and where it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The first day of the month in which the target would be reached.
    pub month: Date,
    /// Persons gained in the days before.
    pub gained: u64,
    /// In so many days.
    pub days: i32,
    /// Whether the month begins after the period has ended.
    pub after_period: bool,
}

/// Why nothing honest can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknowable {
    /// There is no target to reach.
    NoTarget,
    /// The period has not begun.
    NotBegun,
    /// The period is over.
    Over,
    /// Too few days have passed to see a pace.
    TooShort,
    /// Nobody, or on too few days, was reached lately.
    Standstill,
    /// Further away than anybody can see, or past the end of what counts.
    TooFar,
}

/// When a target was or would be reached, from the curve of its count as at a day.
pub fn outlook(
    target: u64,
    rule: CountingRule,
    period: Period,
    as_at: Date,
    curve: &[(Date, u64)],
) -> Outlook {
    if target == 0 {
        return Outlook::Unknowable(Unknowable::NoTarget);
    }
    if let Some(day) = reached_on(target, curve) {
        return Outlook::Reached(day);
    }
    match pace(target, rule, period, as_at, curve) {
        Ok(pace) => Outlook::Estimate(pace),
        Err(why) => Outlook::Unknowable(why),
    }
}

fn pace(
    target: u64,
    rule: CountingRule,
    period: Period,
    as_at: Date,
    curve: &[(Date, u64)],
) -> Result<Pace, Unknowable> {
    if as_at < period.first() {
        return Err(Unknowable::NotBegun);
    }
    if as_at >= period.last() {
        return Err(Unknowable::Over);
    }
    let begun = if rule.ends_with_period() {
        period.first()
    } else {
        curve.first().map_or(as_at, |(day, _)| *day)
    };
    let days = WINDOW.min(between(begun, as_at) + 1);
    if days < SHORTEST {
        return Err(Unknowable::TooShort);
    }
    let before = as_at.saturating_sub(days.days());
    let old = curve.partition_point(|(day, _)| *day <= before);
    let count = |at: usize| at.checked_sub(1).and_then(|at| curve.get(at)).map_or(0, |(_, n)| *n);
    let (now, gained) = (count(curve.len()), count(curve.len()) - count(old));
    if curve.len() - old < FEWEST_DAYS || gained == 0 {
        return Err(Unknowable::Standstill);
    }
    let missing = Progress { target, actual: now }.gap().unsigned_abs();
    let needed = missing.saturating_mul(u64::from(days.unsigned_abs())).div_ceil(gained);
    let month = i32::try_from(needed).ok().and_then(|days| as_at.checked_add(days.days()).ok());
    let furthest = as_at.saturating_add(FURTHEST.months());
    let day = month.filter(|day| *day <= furthest).ok_or(Unknowable::TooFar)?;
    let (month, after_period) = (day.first_of_month(), day > period.last());
    if after_period && rule.ends_with_period() {
        return Err(Unknowable::TooFar);
    }
    Ok(Pace { month, gained, days, after_period })
}

fn between(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(0, |span| span.get_days())
}
