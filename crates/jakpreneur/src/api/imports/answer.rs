//! A sent file as the API answers it.
use crate::{
    imports::{Counts, Failure, Job, Jobs, failure_words},
    words::Lang,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A file that was sent, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImportAnswer {
    /// The import.
    id: Uuid,
    /// What its rows are: `members`, `services`, `licences`, `measurements`, `support` or `targets`.
    kind: &'static str,
    /// As the sender calls it.
    file_name: String,
    /// Whether it is only tried out: nothing is recorded.
    dry_run: bool,
    /// Whose rows they are where the file does not say.
    agency: String,
    /// Whose codes P1 to P7 count, if any.
    scheme: Option<&'static str>,
    /// `waiting`, `running`, `done` or `failed`.
    state: &'static str,
    /// The last line of the file that was dealt with; the header is line 1.
    line: i64,
    /// What became of the rows so far.
    counts: CountsAnswer,
    /// Columns that nobody knows; they are ignored.
    unknown_columns: Vec<String>,
    /// Why the file cannot go on; rows that went in before stay.
    failure: Option<FailureAnswer>,
    /// When it was sent.
    #[schema(format = DateTime)]
    made_at: String,
    /// When it was done or failed.
    #[schema(format = DateTime)]
    ended_at: Option<String>,
}

/// Rows, each counted once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CountsAnswer {
    /// Recorded, and like nobody else's.
    new: i64,
    /// Recorded before.
    existing: i64,
    /// Recorded, and put on the list of pairs to look at.
    possible_duplicate: i64,
    /// Given back with the reason.
    rejected: i64,
}

/// Why a file cannot go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FailureAnswer {
    /// A stable slug, such as `column-missing`.
    code: &'static str,
    /// What to do about it, in Indonesian.
    message: String,
}

/// A page of files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ImportsPage {
    /// The files, newest first.
    items: Vec<ImportAnswer>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<Uuid>,
    /// How many there are over all pages.
    total: i64,
}

impl ImportAnswer {
    /// A file as answered.
    pub fn of(job: &Job) -> Self {
        Self {
            id: job.id,
            kind: job.kind.word(),
            file_name: job.file_name.clone(),
            dry_run: job.dry_run,
            agency: job.agency.to_string(),
            scheme: job.scheme.map(rules::Scheme::word),
            state: job.state.word(),
            line: job.line,
            counts: job.counts.into(),
            unknown_columns: job.unknown_columns.clone(),
            failure: job.failure.map(FailureAnswer::from),
            made_at: job.made_at.rfc3339(),
            ended_at: job.ended_at.map(rules::Instant::rfc3339),
        }
    }
}

impl From<Counts> for CountsAnswer {
    fn from(counts: Counts) -> Self {
        let Counts { new, existing, possible_duplicate, rejected } = counts;
        Self { new, existing, possible_duplicate, rejected }
    }
}

impl From<Failure> for FailureAnswer {
    fn from(failure: Failure) -> Self {
        Self { code: failure.slug(), message: failure_words(failure, Lang::Id) }
    }
}

impl ImportsPage {
    /// A page as answered.
    pub fn of(jobs: &Jobs) -> Self {
        let items = jobs.items.iter().map(ImportAnswer::of).collect();
        Self { items, next: jobs.next, total: jobs.total }
    }
}
