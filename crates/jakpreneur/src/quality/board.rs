//! The board: each finding with its number, what it touches, and the list behind it.
use super::{Finding, Wanted, look::Findings, look::look};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::Officer,
    targets::{self, Target},
};
use db::{Position, Tx};
use rules::{Act, Percent, RegionCode, StageKind};
use std::collections::BTreeMap;

/// What looks wrong within a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Records looked at.
    pub records: u64,
    /// A line for each finding.
    pub lines: Vec<Line>,
    /// Records entered late by office, most first.
    pub late: Vec<(RegionCode, u64, u64)>,
    /// Targets that rest on no document.
    pub without_basis: Vec<Target>,
    /// Targets within scope.
    pub targets: u64,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub finding: Finding,
    /// Records that have it.
    pub records: u64,
    /// For each stage, records reached and how many of these have it.
    pub touched: Vec<(StageKind, u64, u64)>,
}

impl Line {
    /// Of all records looked at; none where there are none.
    pub fn share(&self, all: u64) -> Option<Percent> {
        Percent::of(self.records, all)
    }
}

/// Looks through the officer's scope.
pub fn ask(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: Wanted,
) -> Result<Board, Problem> {
    officer.may(Act::ReadFigures)?;
    let found = look(tx, house, &officer.scope, wanted)?;
    let all = targets::targets(tx, &officer.scope, None)?;
    Ok(Board {
        records: found.records.len() as u64,
        lines: Finding::ALL.map(|finding| line(&found, finding)).into(),
        late: late_by_office(&found),
        targets: all.len() as u64,
        without_basis: all.into_iter().filter(|target| target.basis.is_empty()).collect(),
    })
}

fn line(found: &Findings, finding: Finding) -> Line {
    let of = found.of.get(&finding);
    let has = |position: &Position| of.is_some_and(|of| of.contains(position));
    let touched = |stage: StageKind| {
        let reached = |reached: &[bool]| reached.get(stage.index()).copied().unwrap_or_default();
        let all = found.records.iter().filter(|(_, record)| reached(&record.reached));
        let (mut reached, mut touched) = (0, 0);
        for (position, _) in all {
            reached += 1;
            touched += u64::from(has(position));
        }
        (stage, reached, touched)
    };
    Line {
        finding,
        records: of.map_or(0, |of| of.len() as u64),
        touched: StageKind::ALL.map(touched).into(),
    }
}

/// For each office its late records, and all of its records.
fn late_by_office(found: &Findings) -> Vec<(RegionCode, u64, u64)> {
    let late = found.of.get(&Finding::EnteredLate);
    let mut offices: BTreeMap<RegionCode, (u64, u64)> = BTreeMap::new();
    for (position, record) in &found.records {
        let office = offices.entry(record.office).or_default();
        office.0 += u64::from(late.is_some_and(|late| late.contains(position)));
        office.1 += 1;
    }
    let offices = offices.into_iter().filter(|(_, (late, _))| *late > 0);
    let mut offices: Vec<_> = offices.map(|(office, (late, all))| (office, late, all)).collect();
    offices.sort_by_key(|(office, late, _)| (std::cmp::Reverse(*late), *office));
    offices
}

/// A page of the records of a finding, the newest first, with how many there are and where to go on.
pub fn listed(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (finding, wanted): (Finding, Wanted),
    (before, limit): (Option<Position>, usize),
) -> Result<(Vec<Brief>, u64, Option<Position>), Problem> {
    officer.may(Act::ReadFigures)?;
    officer.may(Act::SearchMembers)?;
    let found = look(tx, house, &officer.scope, wanted)?;
    let all = found.of.get(&finding);
    let total = all.map_or(0, |all| all.len() as u64);
    let older = all.into_iter().flatten().rev();
    let older = older.filter(|position| before.is_none_or(|before| **position < before));
    let page: Vec<Position> = older.copied().take(limit + 1).collect();
    let shown = page.get(..limit).unwrap_or(&page);
    let next = shown.last().copied().filter(|_| page.len() > limit);
    let mut rows = Vec::new();
    for position in shown {
        if let Some(record) = found.records.get(position) {
            rows.extend(people::record(tx, &officer.scope, record.id)?);
        }
    }
    Ok((people::briefs(house, rows), total, next))
}
