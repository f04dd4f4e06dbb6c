//! The board: each finding with its number, what it touches, and the list behind it.
use super::{Finding, Wanted, look::look, records::Looked};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::Officer,
    targets::{self, Target},
};
use db::{Position, Tx};
use rules::{Act, Date, Percent, RegionCode, StageKind};
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
    let all = targets::targets(tx, &officer.scope, None)?;
    let looking = look(tx, house, &officer.scope, wanted)?;
    let mut counts = Counts::default();
    looking.each().for_each(|(_, record)| counts.take(record, looking.since));
    Ok(Board {
        records: counts.records,
        lines: Finding::ALL.map(|finding| counts.line(finding)).into(),
        late: counts.late_by_office(),
        targets: all.len() as u64,
        without_basis: all.into_iter().filter(|target| target.basis.is_empty()).collect(),
    })
}

const FINDINGS: usize = Finding::ALL.len();
const STAGES: usize = StageKind::ALL.len();

/// What is counted in one go through the records.
#[derive(Default)]
struct Counts {
    records: u64,
    reached: [u64; STAGES],
    of: [u64; FINDINGS],
    touched: [[u64; STAGES]; FINDINGS],
    /// For each office its late records, and all of its records.
    offices: BTreeMap<RegionCode, (u64, u64)>,
}

impl Counts {
    fn take(&mut self, record: &Looked, since: Date) {
        self.records += 1;
        add(&mut self.reached, record.reached);
        let lines = self.of.iter_mut().zip(&mut self.touched);
        for (finding, (records, touched)) in Finding::ALL.into_iter().zip(lines) {
            if record.has(finding, since) {
                *records += 1;
                add(touched, record.reached);
            }
        }
        let office = self.offices.entry(record.office).or_default();
        office.0 += u64::from(record.has(Finding::EnteredLate, since));
        office.1 += 1;
    }

    fn line(&self, finding: Finding) -> Line {
        let at = Finding::ALL.iter().position(|it| *it == finding).unwrap_or_default();
        let touched = self.touched.get(at).copied().unwrap_or_default();
        let stages = StageKind::ALL.into_iter().zip(self.reached).zip(touched);
        Line {
            finding,
            records: self.of.get(at).copied().unwrap_or_default(),
            touched: stages.map(|((stage, reached), touched)| (stage, reached, touched)).collect(),
        }
    }

    fn late_by_office(&self) -> Vec<(RegionCode, u64, u64)> {
        let offices = self.offices.iter().filter(|(_, (late, _))| *late > 0);
        let mut offices: Vec<_> =
            offices.map(|(office, (late, all))| (*office, *late, *all)).collect();
        offices.sort_by_key(|(office, late, _)| (std::cmp::Reverse(*late), *office));
        offices
    }
}

fn add(to: &mut [u64; STAGES], reached: [bool; STAGES]) {
    to.iter_mut().zip(reached).for_each(|(count, reached)| *count += u64::from(reached));
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
    let looking = look(tx, house, &officer.scope, wanted)?;
    let all = looking.each().rev().filter(|(_, record)| record.has(finding, looking.since));
    let all: Vec<_> = all.map(|(position, record)| (position, record.id)).collect();
    drop(looking);
    let older = all.iter().filter(|(position, _)| before.is_none_or(|before| *position < before));
    let page: Vec<_> = older.take(limit + 1).collect();
    let shown = page.get(..limit).unwrap_or(&page);
    let next = shown.last().map(|(position, _)| *position).filter(|_| page.len() > limit);
    let mut rows = Vec::new();
    for (_, id) in shown {
        rows.extend(people::record(tx, &officer.scope, *id)?);
    }
    Ok((people::briefs(house, rows), all.len() as u64, next))
}
