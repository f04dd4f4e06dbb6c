//! The report of a unit for a month, a quarter or a year, line by line, as it is frozen: who reached each
//! stage for the first time within it, beside the target of that period where there is one.
use super::{
    Line,
    lines::{Behind, List},
};
use crate::{
    House, Problem,
    reports::{Narrowing, Tally},
    staff::Officer,
    targets::{self, Target},
};
use db::{Position, Tx};
use figures::Measure;
use rules::{
    Day, Level, Percent,
    targets::{CountingRule, Indicator, Period},
};

/// A line an indicator; `asked` names its day, within the period, and its position.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (asked, period): (&Narrowing, Period),
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    let targets = targets::targets(tx, &officer.scope, asked.known_at)?;
    let board = house.board();
    let tally = Tally::new(house, &board, &officer.scope, asked)?.as_seen(&board, seen);
    let first = Day::of(period.first()).0;
    let line = |(number, indicator): (u64, Indicator)| {
        let stage = u8::try_from(indicator.stage().index()).unwrap_or_default();
        let curve = board.figures.curve(&tally.question, stage);
        let before = curve.iter().rev().find(|(day, _)| *day < first).map_or(0, |(_, n)| *n);
        let actual = curve.last().map_or(0, |(_, n)| *n) - before;
        let target = targets.iter().find(|it| is_of(it, indicator, asked, period));
        Behind {
            line: line(number, indicator, period, actual, target),
            list: List::Persons(asked.clone(), Measure::First(stage, first)),
        }
    };
    Ok((1..).zip(Indicator::ALL).map(line).collect())
}

/// Whether a target is the unit's own for this indicator and period, counted as the report counts.
fn is_of(target: &Target, indicator: Indicator, asked: &Narrowing, period: Period) -> bool {
    let whole = target.area.level() == Level::Province;
    (target.indicator, target.period, target.rule)
        == (indicator, period, CountingRule::FirstReached)
        && target.agency == asked.agency
        && asked.area.map_or(whole, |area| target.area == area)
}

fn line(
    number: u64,
    indicator: Indicator,
    period: Period,
    actual: u64,
    target: Option<&Target>,
) -> Line {
    let rule = format!("pertama kali tercapai dalam {}", period.label_id());
    let remark = match target {
        None => format!("{rule}; belum ada target"),
        Some(it) if it.basis.is_empty() => {
            format!("{rule}; dasar belum diisi, versi {}", it.version)
        }
        Some(it) => format!("{rule}; {}, versi {}", it.basis, it.version),
    };
    let attainment = target.and_then(|it| Percent::of(actual, it.target));
    Line {
        actual,
        at: None,
        attainment_hundredths: attainment.map(|percent| percent.0),
        indicator: indicator.label_id().to_owned(),
        key: indicator.word().to_owned(),
        number,
        open: None,
        remark,
        share_hundredths: None,
        target: target.map(|it| it.target),
        unit: "orang".to_owned(),
    }
}
