//! The comparison of agencies, line by line, as it is frozen: each agency's stages. Somebody at two
//! agencies counts at both, once at each.
use super::{
    Line,
    lines::{Behind, List},
    stages,
};
use crate::{
    House, Problem,
    reports::{self, By, GroupAnswer, Narrowing},
    staff::Officer,
};
use db::Position;
use rules::Agency;

/// A line a stage of each agency with somebody in it; `narrowing` names its day and its position.
pub(super) fn lines(
    house: &House,
    officer: &Officer,
    narrowing: &Narrowing,
    seen: Position,
) -> Result<Vec<Behind>, Problem> {
    let asked = Narrowing { by: vec![By::Agency], ..narrowing.clone() };
    let answer = reports::answer(house, officer, &asked, seen)?;
    let mut lines = Vec::new();
    for group in answer.groups.iter().flatten() {
        add(&mut lines, narrowing, group)?;
    }
    Ok(lines)
}

fn add(lines: &mut Vec<Behind>, asked: &Narrowing, group: &GroupAnswer) -> Result<(), Problem> {
    let key = group.key.first();
    let agency = key.and_then(|key| Agency::parse(key.code.as_deref()?).ok());
    let (Some(key), Some(agency)) = (key, agency) else {
        return Err(Problem::Broken("a group of records has no agency".to_owned()));
    };
    for row in &group.rows {
        let own = stages::line(lines.len() as u64 + 1, row);
        let line = Line {
            indicator: format!("{}: {}", key.label, own.indicator),
            key: format!("{agency}/{}", own.key),
            ..own
        };
        let narrowing = Narrowing { agency: Some(agency), ..asked.clone() };
        lines.push(Behind { line, list: List::Persons(narrowing, stages::measure(row)) });
    }
    Ok(())
}
