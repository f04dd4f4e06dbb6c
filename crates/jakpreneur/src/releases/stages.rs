//! The stage report, line by line, as it is frozen: the whole, and behind it each group that was asked for.
use super::{
    Line,
    grouping::Grouping,
    lines::{Behind, List},
};
use crate::{
    House, Problem,
    reports::{self, GroupAnswer, Narrowing, StageRow, narrowed},
    staff::Officer,
};
use db::Position;
use figures::Measure;
use rules::number::thousands;

/// A line a stage; `narrowing` names its day and its position.
pub(super) fn lines(
    house: &House,
    officer: &Officer,
    (narrowing, by): (&Narrowing, Option<Grouping>),
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    let by = by.and_then(Grouping::of_stages);
    let asked = Narrowing { by: by.into_iter().collect(), ..narrowing.clone() };
    let answer = reports::answer(house, officer, &asked, seen)?;
    let behind = |(number, row): (u64, &StageRow)| Behind {
        line: line(number, row),
        list: List::Persons(narrowing.clone(), measure(row)),
    };
    let mut lines: Vec<Behind> = (1..).zip(&answer.rows).map(behind).collect();
    for group in answer.groups.iter().flatten() {
        add(&mut lines, narrowing, group)?;
    }
    Ok(lines)
}

/// The lines of a group behind those before it.
fn add(lines: &mut Vec<Behind>, asked: &Narrowing, group: &GroupAnswer) -> Result<(), Problem> {
    let place = group.key.first().and_then(|key| Some((&key.label, key.code.as_deref()?)));
    let (Some((label, code)), Some(narrowing)) = (place, narrowed(asked, &group.key)) else {
        return Err(Problem::Broken("a group of records has no place".to_owned()));
    };
    for row in &group.rows {
        let own = line(lines.len() as u64 + 1, row);
        let line = Line {
            indicator: format!("{label}: {}", own.indicator),
            key: format!("{code}/{}", own.key),
            ..own
        };
        lines.push(Behind { line, list: List::Persons(narrowing.clone(), measure(row)) });
    }
    Ok(())
}

/// Which list stands behind a stage's number.
pub(super) fn measure(row: &StageRow) -> Measure {
    Measure::Reached(u8::try_from(row.stage.index()).unwrap_or_default())
}

/// A stage's numbers as a line.
pub(super) fn line(number: u64, row: &StageRow) -> Line {
    let share = row.percent.map_or("–".to_owned(), |share| format!("{share}%"));
    let (open, at) = (thousands(row.open), thousands(row.at));
    Line {
        actual: row.reached,
        at: Some(row.at),
        attainment_hundredths: None,
        indicator: format!("{} ({})", row.label, row.code),
        key: row.stage.word().to_owned(),
        number,
        open: Some(row.open),
        remark: format!("{share} dari yang terdaftar; sedang berjalan {open}; tahap terakhir {at}"),
        share_hundredths: row.percent.map(|share| share.0),
        target: None,
        unit: "orang".to_owned(),
    }
}
