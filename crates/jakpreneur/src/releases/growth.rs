//! The report of growth, line by line, as it is frozen: businesses that moved up, stayed and fell by the
//! programme's definition (BR-29), and the same by each indicator. It counts businesses, one a record.
use super::{
    Line,
    grouping::Grouping,
    lines::{Behind, List},
    question::of_growth,
};
use crate::{
    House, Problem,
    growth::{
        self,
        figures::{self, Asked, GrowthGroup, GrowthNumbers, Measure},
    },
    reports::Narrowing,
    staff::Officer,
    words::Lang,
};
use db::Position;
use rules::{
    Percent,
    growth::{Indicator, Outcome},
    number::thousands,
};

/// From best to worst, and who cannot be judged.
const OUTCOMES: [Outcome; 4] = [Outcome::Rose, Outcome::Stayed, Outcome::Fell, Outcome::Unknown];

/// What is told of a group.
fn of_group() -> impl Iterator<Item = Measure> {
    let outcomes = OUTCOMES.map(Measure::Outcome);
    [Measure::Businesses].into_iter().chain(outcomes).chain([Measure::Gaining])
}

/// What is told of the whole: the same, and beside it each indicator.
fn of_whole() -> impl Iterator<Item = Measure> {
    let changes = Indicator::ALL.into_iter();
    let changes = changes.flat_map(|of| OUTCOMES.map(|outcome| Measure::Change(of, outcome)));
    of_group().chain([Measure::Losing]).chain(changes)
}

/// A line a number; `narrowing` names its day and its position.
pub(super) fn lines(
    house: &House,
    officer: &Officer,
    (narrowing, by): (&Narrowing, Option<Grouping>),
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    let whole = of_growth(narrowing);
    let by = by.and_then(Grouping::of_growth).into_iter().collect();
    let answer = figures::answer(house, officer, &Asked { by, ..whole.clone() }, seen)?;
    let mut lines = Vec::new();
    let about = growth::definition(&whole, &answer, Lang::Id);
    for measure in of_whole() {
        let line = line(&lines, measure, &answer.total, &about);
        lines.push(Behind { line, list: List::Businesses(whole.clone(), measure) });
    }
    for group in answer.groups.iter().flatten() {
        add(&mut lines, &whole, group)?;
    }
    Ok(lines)
}

fn add(lines: &mut Vec<Behind>, whole: &Asked, group: &GrowthGroup) -> Result<(), Problem> {
    let place = group.key.first().and_then(|key| Some((&key.label, key.code.as_deref()?)));
    let (Some((label, code)), Some(asked)) = (place, whole.narrowed(&group.key)) else {
        return Err(Problem::Broken("a group of businesses has no place".to_owned()));
    };
    for measure in of_group() {
        let own = line(lines, measure, &group.numbers, "");
        let line = Line {
            indicator: format!("{label}: {}", own.indicator),
            key: format!("{code}/{}", own.key),
            ..own
        };
        lines.push(Behind { line, list: List::Businesses(asked.clone(), measure) });
    }
    Ok(())
}

fn line(before: &[Behind], measure: Measure, of: &GrowthNumbers, about: &str) -> Line {
    let actual = measure.number(of);
    let share = Percent::of(actual, of.businesses);
    let of_all = share.map_or("–".to_owned(), |share| format!("{share}% dari semua usaha"));
    let remark = match measure {
        Measure::Businesses => about.to_owned(),
        Measure::Outcome(_) | Measure::Change(..) => of_all,
        Measure::Gaining => format!("{} tenaga kerja lebih banyak", thousands(of.workers_gained)),
        Measure::Losing => format!("{} tenaga kerja lebih sedikit", thousands(of.workers_lost)),
    };
    Line {
        actual,
        at: None,
        attainment_hundredths: None,
        indicator: growth::said(measure, Lang::Id),
        key: measure.word(),
        number: before.len() as u64 + 1,
        open: None,
        remark,
        share_hundredths: share.map(|share| share.0),
        target: None,
        unit: "usaha".to_owned(),
    }
}
