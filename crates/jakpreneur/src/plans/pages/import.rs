//! A file that was tried out: what it holds, what goes back, and laying it out.
use super::{count, download::unwritable, said};
use crate::{
    App, Problem,
    plans::import::{self, Into, Tried},
    web::{Page, Posted, Shell, Visit, attachment, jakarta},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{Redirect, Response},
};
use documents::table::Format;
use rules::Act;
use uuid::Uuid;

/// How many rows that go back are shown.
const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "plans/pages/import.html")]
pub(super) struct ImportPage {
    shell: Shell,
    w: &'static words::Plans,
    id: Uuid,
    line: String,
    cards: Vec<(&'static str, String)>,
    unknown: Option<String>,
    confirm: Option<String>,
    rejected: Option<String>,
    first_title: String,
    first: Vec<(u64, String)>,
    act_id: Uuid,
}

/// The file of an address, for whoever sent it.
async fn tried(app: &App, visit: &Visit, raw: &str) -> Result<(Uuid, Tried), Problem> {
    let officer = visit.officer()?;
    officer.may(Act::PlanTraining)?;
    let id: Uuid = raw.parse().map_err(|_| Problem::NotFound)?;
    let tried = app.look(move |tx, house| import::tried(tx, house, &officer, id)).await?;
    Ok((id, tried))
}

/// Shows what the file would do.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Page<ImportPage>, Problem> {
    let (id, tried) = tried(&app, &visit, &raw).await?;
    let w = words::Plans::of(visit.lang);
    let (good, bad) = (tried.rows.lines.len(), tried.rows.rejected.len());
    let sums = tried.sums();
    let (rows, n, back) = (count(good + bad), count(good), count(bad));
    let unknown = tried.rows.unknown.join(", ");
    Ok(Page::of(ImportPage {
        shell: visit.shell(&app, w.tried),
        w,
        id,
        line: fill(w.tried_line, &[("file", &tried.file_name), ("n", &rows)]),
        cards: vec![
            (w.good, n.clone()),
            (w.rejected, back.clone()),
            (w.classes, said(sums.classes)),
            (w.seats, said(sums.seats)),
            (w.persons, said(sums.persons)),
        ],
        unknown: (!unknown.is_empty()).then(|| fill(w.unknown_columns, &[("columns", &unknown)])),
        confirm: (good > 0).then(|| fill(w.confirm, &[("n", &n)])),
        rejected: (bad > 0).then(|| fill(w.take_rejects, &[("n", &back)])),
        first_title: fill(w.first_rejects, &[("n", &count(bad.min(SHOWN)))]),
        first: first(&tried),
        act_id: app.house.new_id(),
    }))
}

fn first(tried: &Tried) -> Vec<(u64, String)> {
    let rows = tried.rows.rejected.iter().take(SHOWN);
    rows.map(|(line, _, reasons)| (*line, reasons.clone())).collect()
}

/// Lays the good rows out.
pub(super) async fn confirm(
    State(app): State<App>,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Redirect, Problem> {
    let (_, tried) = tried(&app, &posted.visit, &raw).await?;
    let asking = posted.asking(&app)?;
    let new = matches!(tried.into, Into::New { .. });
    let done = app.change(move |tx, house| import::confirm(tx, house, &asking, &tried)).await?;
    let saved = if new { String::new() } else { format!("?tersimpan={}", done.version) };
    Ok(Redirect::to(&format!("/rencana/{}{saved}", done.plan)))
}

/// The rows that go back, as a file.
pub(super) async fn rejects(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Response, Problem> {
    let (_, tried) = tried(&app, &visit, &raw).await?;
    let bytes = import::back(&tried, jakarta(app.house.now())).map_err(unwritable)?;
    let stem = tried.file_name.rsplit_once('.').map_or(&*tried.file_name, |(stem, _)| stem);
    let plain: String =
        stem.chars().filter(|c| c.is_ascii_alphanumeric() || "-_ ".contains(*c)).collect();
    let format = if tried.workbook { Format::Xlsx } else { Format::Csv };
    Ok(attachment(bytes, format, &format!("{plain}-ditolak")))
}
