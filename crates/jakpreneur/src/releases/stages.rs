//! The stage report, line by line, as it is frozen.
use super::{Line, lines::Behind};
use crate::{
    House, Problem,
    reports::{self, Narrowing, StageRow},
    staff::Officer,
};
use db::Position;
use figures::Measure;
use rules::number::thousands;

/// A line a stage; `narrowing` names its day and its position.
pub(super) fn lines(
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    let answer = reports::answer(house, officer, narrowing, seen)?;
    let behind = |(number, row): (u64, &StageRow)| Behind {
        line: line(number, row),
        narrowing: narrowing.clone(),
        measure: measure(row),
    };
    Ok((1..).zip(&answer.rows).map(behind).collect())
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
