//! Why figures of a report changed between two positions of the journal: the same question is asked
//! after each run of entries of one kind, so the parts add up to the difference exactly.
use super::{Document, Part, Reason, lines::lines, question::Question};
use crate::{
    House, Problem,
    attendance::ClassReopened,
    growth::MeasurementVoided,
    journal::Event,
    licences::{LicenceCorrected, LicenceVoided},
    people::{Corrected, Decided, Undone},
    staff::Officer,
    stages::ServiceVoided,
    targets::{Revised, TargetSet},
};
use db::{Entry, Position, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// So many runs are told by their reason; what comes after them is told together.
const MOST_RUNS: usize = 200;

/// How many each line counts, by its key.
type Counts = BTreeMap<String, u64>;

/// What is told: the counts to begin with, and from where to where.
pub(super) struct Replaying {
    after: Position,
    until: Position,
    counts: Counts,
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
        question: &Question,
    ) -> Result<Vec<(String, Part)>, Problem> {
        let mut parts: Vec<(String, Part)> = Vec::new();
        for run in self.runs(tx)? {
            let lines = lines(tx, house, officer, &question.known(run.last), run.last)?;
            let now = lines.into_iter().map(|it| (it.line.key, it.line.actual)).collect();
            self.note(&mut parts, now, run.reason);
        }
        parts.retain(|(_, part)| part.change != 0);
        Ok(parts)
    }

    /// Notes what is another; a line that is not there counts nobody.
    fn note(&mut self, parts: &mut Vec<(String, Part)>, now: Counts, reason: Reason) {
        let before = std::mem::replace(&mut self.counts, now);
        let keys: BTreeSet<&String> = before.keys().chain(self.counts.keys()).collect();
        for key in keys {
            let of = |counts: &Counts| counts.get(key).copied().unwrap_or_default().cast_signed();
            let change = of(&self.counts) - of(&before);
            let known = parts.iter_mut().find(|(of, part)| of == key && part.reason == reason);
            match known {
                _ if change == 0 => {}
                Some((_, part)) => part.change += change,
                None => parts.push((key.clone(), Part { change, reason })),
            }
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
        ServiceVoided::ACT | LicenceVoided::ACT | ClassReopened::ACT | MeasurementVoided::ACT => {
            Reason::Voided
        }
        TargetSet::ACT | Revised::ACT => Reason::TargetRevised,
        _ => Reason::EnteredLater,
    })
}
