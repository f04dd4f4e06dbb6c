//! The stage report, line by line, as it is frozen.
use super::{Counted, Line, members::Members};
use crate::{
    House, Problem,
    reports::{self, Answer, Narrowing, StageRow},
    staff::Officer,
};
use db::Position;
use figures::Measure;
use rules::number::thousands;

/// The lines, and everybody counted in them; `narrowing` names its day and its position.
pub(super) fn frozen(
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<(Vec<Line>, Vec<Counted>), Problem> {
    let answer = reports::answer(house, officer, narrowing, seen)?;
    let mut members = Members::default();
    members.add(house, &officer.scope, narrowing, Measure::Registered, (0, answer.persons))?;
    for (number, row) in (1..).zip(&answer.rows) {
        let stage = u8::try_from(row.stage.index()).unwrap_or_default();
        let says = (number, row.reached);
        members.add(house, &officer.scope, narrowing, Measure::Reached(stage), says)?;
    }
    Ok((lines(&answer), members.frozen(house)))
}

fn lines(answer: &Answer) -> Vec<Line> {
    (1..).zip(&answer.rows).map(|(number, row)| line(number, row)).collect()
}

fn line(number: u64, row: &StageRow) -> Line {
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
