//! Which terms mentors have, and whom they may be given by them.
use super::{TermRow, rows};
use crate::{
    Problem,
    mentoring::caseload::{mentor, sees},
    staff::Officer,
};
use db::Tx;
use rules::{
    Act, Agency, Date, RegionCode, UserId,
    mentoring::{Term, is_mentor_on},
};
use std::collections::HashMap;

/// The terms of mentors.
#[derive(Clone, Debug, Default)]
pub struct Terms(HashMap<UserId, Vec<TermRow>>);

impl Terms {
    /// Those of every mentor.
    pub fn read(tx: &mut Tx<'_>) -> Result<Self, Problem> {
        let mut of: HashMap<UserId, Vec<TermRow>> = HashMap::new();
        for row in rows::all(tx)? {
            of.entry(row.mentor).or_default().push(row);
        }
        Ok(Self(of))
    }

    fn of(&self, mentor: UserId) -> &[TermRow] {
        self.0.get(&mentor).map_or(&[], Vec::as_slice)
    }

    /// Whether a mentor is one on a day, wherever.
    pub fn run(&self, mentor: UserId, day: Date) -> bool {
        let terms: Vec<Term> = self.of(mentor).iter().map(|row| row.term).collect();
        is_mentor_on(&terms, day)
    }

    /// Whether a mentor may be given a member of this agency and office on a day.
    pub fn cover(
        &self,
        mentor: UserId,
        day: Date,
        (agency, office): (&Agency, RegionCode),
    ) -> bool {
        let terms = self.of(mentor);
        let here = |row: &TermRow| row.agency == *agency && office.within(&row.area);
        terms.is_empty() || terms.iter().any(|row| here(row) && row.term.runs_on(day))
    }

    /// The term that runs on a day, or the newest before it, or the next.
    pub fn current(&self, mentor: UserId, day: Date) -> Option<&TermRow> {
        let terms = self.of(mentor);
        let runs = terms.iter().find(|row| row.term.runs_on(day));
        let before = || terms.iter().rev().find(|row| row.term.last_on() < day);
        runs.or_else(before).or_else(|| terms.first())
    }
}

/// The terms of a mentor within scope, oldest first; a mentor sees the own alone.
pub fn terms(tx: &mut Tx<'_>, officer: &Officer, of: UserId) -> Result<Vec<TermRow>, Problem> {
    officer.may(Act::VisitMembers)?;
    if !sees(officer, of) || mentor(tx, &officer.scope, of)?.is_none() {
        return Err(Problem::NotFound);
    }
    Ok(rows::of_mentor(tx, of)?)
}
