//! The report of targets, line by line, as it is frozen.
use super::{
    Line,
    lines::{Behind, List},
};
use crate::{
    House, Problem,
    staff::Officer,
    targets::{self, Selection, say},
    words::Lang,
};
use db::Tx;
use figures::Measure;
use rules::{Day, targets::CountingRule};

/// A line a target; the selection names its day and its position.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    asked: &Selection,
) -> Result<Vec<Behind>, Problem> {
    let answer = targets::answer(tx, house, officer, asked)?;
    let behind = |(number, own): (u64, &targets::Line)| Behind {
        line: line(house, number, own),
        list: List::Persons(own.realised.narrowing.clone(), measure(own)),
    };
    Ok((1..).zip(&answer.rows).map(behind).collect())
}

/// Which list stands behind the realisation.
fn measure(line: &targets::Line) -> Measure {
    let stage = u8::try_from(line.own.indicator.stage().index()).unwrap_or_default();
    match line.own.rule {
        CountingRule::Cumulative | CountingRule::Cohort => Measure::Reached(stage),
        CountingRule::FirstReached => Measure::First(stage, Day::of(line.own.period.first()).0),
    }
}

fn line(house: &House, number: u64, own: &targets::Line) -> Line {
    let (target, lang) = (&own.own, Lang::Id);
    let indicator = [
        say::indicator(target, lang).to_owned(),
        say::agency(target, lang),
        say::area(house, target),
        say::period(target, lang),
    ];
    let basis = Some(target.basis.as_str()).filter(|basis| !basis.is_empty());
    let basis = basis.unwrap_or("dasar belum diisi");
    let rule = target.rule.label_id();
    Line {
        actual: own.actual,
        at: None,
        attainment_hundredths: own.percent().map(|percent| percent.0),
        indicator: indicator.join(", "),
        key: own.id.to_string(),
        number,
        open: None,
        remark: format!("{}; {rule}; {basis}, versi {}", say::outlook(own, lang), own.version),
        share_hundredths: None,
        target: Some(own.target),
        unit: "orang".to_owned(),
    }
}
