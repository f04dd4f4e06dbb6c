//! The count of a target over time, with the target as a level line and the day it was reached.
use super::line::{listed, listed_since};
use crate::{
    reports::{Narrowing, pages::Number},
    targets::Line,
    words::{self, Lang},
};
use rules::{Date, Day, number::thousands, targets::Outlook};
use std::fmt::Write;

/// The picture is drawn for a phone; there it is shown in its own size.
const WIDTH: u64 = 340;
const HEIGHT: u64 = 180;
/// Room beside the curve.
const LEFT: u64 = 6;
const RIGHT: u64 = 8;
const TOP: u64 = 22;
const BOTTOM: u64 = 24;

/// A curve to draw.
pub(crate) struct Curve {
    /// The points, as an SVG path.
    pub path: String,
    /// The height of the target's line; nothing without a target.
    pub target_y: Option<u64>,
    /// Where its label stands.
    pub label_y: u64,
    /// What it says.
    pub target: String,
    /// What the picture shows, for who does not see it.
    pub alt: &'static str,
    /// Where the day reached is marked.
    pub mark: Option<(u64, u64)>,
    /// The first day shown.
    pub first: String,
    /// The last day shown.
    pub last: String,
    /// The month's gains with the count at its end, each with its list where the visitor may see lists.
    pub months: Vec<(String, Number, Number)>,
}

/// The curve of a target; nothing where nobody was reached.
pub(crate) fn curve(line: &Line, lists: bool, lang: Lang) -> Option<Curve> {
    let points = &line.realised.curve;
    let (first, _) = *points.first()?;
    let last = line.realised.narrowing.as_at?.max(points.last()?.0);
    let (from, to) = (u64::from(Day::of(first).0), u64::from(Day::of(last).0));
    let most = line.target.max(line.actual).max(1);
    let x = |day: Date| {
        let day = u64::from(Day::of(day).0).saturating_sub(from);
        LEFT + day * (WIDTH - LEFT - RIGHT) / (to - from).max(1)
    };
    let y = |count: u64| HEIGHT - BOTTOM - count * (HEIGHT - TOP - BOTTOM) / most;
    let target_y = (line.target > 0).then(|| y(line.target));
    let mark = match line.realised.outlook {
        Outlook::Reached(day) => Some((x(day), y(line.target))),
        Outlook::Estimate(_) | Outlook::Unknowable(_) => None,
    };
    Some(Curve {
        path: path(points, x, y, last),
        target_y,
        label_y: target_y.map_or(TOP, |y| y.saturating_sub(5)),
        target: format!("{} {}", words::Targets::of(lang).target, thousands(line.target)),
        alt: words::Targets::of(lang).curve_alt,
        mark,
        first: words::day(first, lang),
        last: words::day(last, lang),
        months: months(line, lists, lang),
    })
}

/// A step where somebody was added; points that fall on the same spot are drawn once.
fn path(
    points: &[(Date, u64)],
    x: impl Fn(Date) -> u64,
    y: impl Fn(u64) -> u64,
    last: Date,
) -> String {
    let mut path = format!("M{LEFT} {}", HEIGHT - BOTTOM);
    let mut at = (LEFT, HEIGHT - BOTTOM);
    for (day, count) in points {
        let next = (x(*day), y(*count));
        if next != at {
            // Writing to a string cannot fail.
            let _ = write!(path, "H{}V{}", next.0, next.1);
            at = next;
        }
    }
    let _ = write!(path, "H{}", x(last));
    path
}

/// The target's question as at the end of a month, which may not have come.
fn until(line: &Line, last: Date) -> Narrowing {
    let own = line.realised.narrowing.clone();
    let as_at = Some(own.as_at.map_or(last, |as_at| as_at.min(last)));
    Narrowing { as_at, ..own }
}

/// By month: its name, how many were gained, and the count at its end; the newest first.
fn months(line: &Line, lists: bool, lang: Lang) -> Vec<(String, Number, Number)> {
    let points = &line.realised.curve;
    let key = |day: Date| (day.year(), day.month());
    let mut months: Vec<(Date, u64, u64)> = Vec::new();
    let mut before = 0;
    for (day, count) in points {
        match months.last_mut().filter(|(of, ..)| key(*of) == key(*day)) {
            Some(month) => {
                month.1 += count - before;
                month.2 = *count;
            }
            None => months.push((*day, count - before, *count)),
        }
        before = *count;
    }
    let said = |(day, gained, count): &(Date, u64, u64)| {
        let month = format!("{} {}", words::month(day.month(), lang), day.year());
        let by_then = until(line, day.last_of_month());
        let since = day.first_of_month();
        let number =
            |said: u64, href: String| Number { said: thousands(said), href: lists.then_some(href) };
        let gained = number(*gained, listed_since(&line.own, &by_then, since));
        (month, gained, number(*count, listed(&line.own, &by_then)))
    };
    months.iter().rev().map(said).collect()
}
