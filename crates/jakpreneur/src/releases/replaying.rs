//! Why figures of a stage report changed between two positions of the journal: the same question is asked
//! after each run of entries of one kind, so the parts add up to the difference exactly.
use super::{Document, Part, Reason};
use crate::{
    House, Problem,
    attendance::ClassReopened,
    journal::Event,
    licences::{LicenceCorrected, LicenceVoided},
    people::{Corrected, Decided, Undone},
    reports::{self, Narrowing},
    staff::Officer,
    stages::ServiceVoided,
};
use db::{Entry, Position, Tx};

/// So many runs are told by their reason; what comes after them is told together.
const MOST_RUNS: usize = 200;

/// What is told: the counts to begin with, and from where to where.
pub(super) struct Replaying {
    after: Position,
    until: Position,
    counts: Vec<(String, u64)>,
}

/// Entries of one kind that follow each other.
#[derive(Clone, Copy)]
struct Run {
    reason: Reason,
    last: Position,
}

impl Replaying {
    /// From what one report says to what the other does.
    pub fn of(before: &Document, now: &Document) -> Self {
        let count = |line: &super::Line| (line.key.clone(), line.actual);
        let counts = before.lines.iter().map(count).collect();
        Self { after: before.known_at, until: now.known_at, counts }
    }

    /// For each line its difference by reason.
    pub fn parts(
        mut self,
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
        asked: &Narrowing,
    ) -> Result<Vec<(String, Part)>, Problem> {
        let mut parts: Vec<(String, Part)> = Vec::new();
        for run in self.runs(tx)? {
            let asked = Narrowing { known_at: Some(run.last), ..asked.clone() };
            let answer = reports::answer(house, officer, &asked, run.last)?;
            for row in &answer.rows {
                self.note(&mut parts, row.stage.word(), row.reached, run.reason);
            }
        }
        parts.retain(|(_, part)| part.change != 0);
        Ok(parts)
    }

    fn note(&mut self, parts: &mut Vec<(String, Part)>, key: &str, now: u64, reason: Reason) {
        let Some((_, count)) = self.counts.iter_mut().find(|(known, _)| known == key) else {
            return;
        };
        let change = now.cast_signed() - count.cast_signed();
        *count = now;
        let known = parts.iter_mut().find(|(of, part)| of == key && part.reason == reason);
        match known {
            _ if change == 0 => {}
            Some((_, part)) => part.change += change,
            None => parts.push((key.to_owned(), Part { change, reason })),
        }
    }

    fn runs(&self, tx: &mut Tx<'_>) -> Result<Vec<Run>, Problem> {
        let mut runs: Vec<Run> = Vec::new();
        let mut unread = None;
        tx.entries(self.after, self.until - self.after, |entry| {
            match reason(&entry) {
                Ok(reason) => take(&mut runs, Run { reason, last: entry.position }),
                Err(problem) => unread = Some(problem),
            }
            Ok(())
        })?;
        unread.map_or(Ok(runs), Err)
    }
}

fn take(runs: &mut Vec<Run>, next: Run) {
    let full = runs.len() > MOST_RUNS;
    let reason = if runs.len() >= MOST_RUNS { Reason::Several } else { next.reason };
    match runs.last_mut() {
        Some(last) if full || last.reason == next.reason => last.last = next.last,
        _ => runs.push(Run { reason, ..next }),
    }
}

/// What an entry does to figures that it changes.
fn reason(entry: &Entry) -> Result<Reason, Problem> {
    Ok(match entry.act.as_str() {
        Corrected::ACT if Corrected::of(entry)?.moved_on.is_some() => Reason::Moved,
        Corrected::ACT | LicenceCorrected::ACT => Reason::Corrected,
        Decided::ACT | Undone::ACT => Reason::Linked,
        ServiceVoided::ACT | LicenceVoided::ACT | ClassReopened::ACT => Reason::Voided,
        _ => Reason::EnteredLater,
    })
}
