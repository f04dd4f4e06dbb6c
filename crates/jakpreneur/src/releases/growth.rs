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
use rules::{Percent, growth::Outcome, number::thousands};

/// What is told of a group; of the whole everything is.
const OF_GROUP: [Measure; 6] = [
    Measure::Businesses,
    Measure::Outcome(Outcome::Rose),
    Measure::Outcome(Outcome::Stayed),
    Measure::Outcome(Outcome::Fell),
    Measure::Outcome(Outcome::Unknown),
    Measure::Gaining,
];

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
    for measure in Measure::all() {
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
    for measure in OF_GROUP {
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
