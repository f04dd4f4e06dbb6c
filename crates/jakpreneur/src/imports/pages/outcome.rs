//! How far a file is, what became of its rows, and what may be done about them.
use super::list::{kind, number};
use crate::{
    App, Problem,
    imports::{self, Job, Outlook, State, failure_words},
    web::{Page, Posted, Shell, Visit},
    words::{Imports, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State as Of},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use documents::table::Format;
use rules::Act;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "imports/pages/outcome.html")]
pub(super) struct OutcomePage {
    shell: Shell,
    w: &'static Imports,
    id: Uuid,
    title: &'static str,
    line: String,
    is_over: bool,
    is_trial: bool,
    failure: Option<String>,
    rows_done: String,
    cards: Vec<Card>,
    unknown_columns: Option<String>,
    /// How many rows would be recorded, where they may be.
    confirm: Option<String>,
    late: Option<&'static str>,
    rejected: Option<String>,
    duplicates: Option<&'static str>,
    first: Vec<(String, String)>,
    first_title: String,
}

struct Card {
    label: &'static str,
    number: String,
    note: &'static str,
}

/// Shows how far a file is.
pub(super) async fn show(
    Of(app): Of<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Page<OutcomePage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::Import)?;
    let review = officer.role.may(Act::ReviewDuplicates);
    let seen = app.look(move |tx, _| imports::outlook(tx, &officer, id)).await?;
    Ok(Page::of(page(&app, &visit, seen, review)))
}

fn page(app: &App, visit: &Visit, seen: Outlook, review: bool) -> OutcomePage {
    let Outlook { job, may_confirm, first_rejects } = seen;
    let (lang, w) = (visit.lang, Imports::of(visit.lang));
    let would = job.counts.new + job.counts.possible_duplicate;
    let trial_is_over = job.dry_run && job.state == State::Done;
    let columns = job.unknown_columns.join(", ");
    let rejected = job.is_over() && job.counts.rejected > 0;
    let count = i64::try_from(first_rejects.len()).unwrap_or_default();
    OutcomePage {
        shell: visit.shell(app, title(&job, w)),
        w,
        id: job.id,
        title: title(&job, w),
        line: about(&job, w),
        is_over: job.is_over(),
        is_trial: job.dry_run,
        failure: job.failure.map(|failure| failure_words(failure, lang)),
        rows_done: fill(w.rows_done, &[("rows", &number(job.counts.rows()))]),
        cards: cards(&job, w),
        unknown_columns: (!columns.is_empty())
            .then(|| fill(w.unknown_columns, &[("columns", &columns)])),
        confirm: (may_confirm && would > 0).then(|| fill(w.confirm, &[("n", &number(would))])),
        late: (trial_is_over && !may_confirm && would > 0).then_some(w.confirm_late),
        rejected: rejected.then(|| fill(w.take_rejects, &[("n", &number(job.counts.rejected))])),
        duplicates: (review && !job.dry_run && job.counts.possible_duplicate > 0)
            .then_some(w.see_duplicates),
        first: first_rejects.into_iter().map(|(line, why)| (number(line), why)).collect(),
        first_title: fill(w.first_rejects, &[("n", &number(count))]),
    }
}

fn title(job: &Job, w: &'static Imports) -> &'static str {
    match job.state {
        State::Waiting => w.title_waiting,
        State::Running => w.title_running,
        State::Done if job.dry_run => w.title_tried,
        State::Done => w.title_done,
        State::Failed => w.title_failed,
    }
}

fn about(job: &Job, w: &Imports) -> String {
    let kind = kind(job.kind, w).to_lowercase();
    let rows = number(job.counts.rows());
    fill(w.line, &[("file", &job.file_name), ("kind", &kind), ("rows", &rows)])
}

fn cards(job: &Job, w: &'static Imports) -> Vec<Card> {
    let (recorded, duplicate) = if job.dry_run {
        (w.note_would, w.note_duplicate_would)
    } else {
        (w.note_recorded, w.note_duplicate)
    };
    [
        (w.new, job.counts.new, recorded),
        (w.existing, job.counts.existing, w.note_existing),
        (w.duplicate, job.counts.possible_duplicate, duplicate),
        (w.rejected, job.counts.rejected, w.note_rejected),
    ]
    .into_iter()
    .map(|(label, n, note)| Card { label, number: number(n), note })
    .collect()
}

/// Records the rows of a file that was tried out.
pub(super) async fn confirm(
    Of(app): Of<App>,
    Path(id): Path<Uuid>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    imports::confirm(&app, posted.visit.officer()?, id).await?;
    Ok(Redirect::to(&format!("/impor/{id}")))
}

/// Hands out the rows that go back.
pub(super) async fn rejects(
    Of(app): Of<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Response, Problem> {
    let back = imports::rejects(&app, visit.officer()?, id).await?;
    let kind = match back.format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, back.attachment())];
    Ok((headers, back.bytes).into_response())
}
