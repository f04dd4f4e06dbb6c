//! One published table, with how to read it.
use super::{list::said, published};
use crate::{
    App, Problem,
    open_data::{Metadata, OpenRow, Table},
    web::{Page, Shell, Visit},
    words::{self, Lang, OpenData, fill},
};
use askama::Template;
use axum::extract::{Path, State};
use rules::{StageKind, number::thousands};

#[derive(Template)]
#[template(path = "open_data/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static OpenData,
    title: &'static str,
    word: &'static str,
    state: String,
    about: Vec<(&'static str, String)>,
    areas: bool,
    stages: Vec<&'static str>,
    rows: Vec<Row>,
}

/// A group in words.
struct Row {
    label: String,
    code: String,
    bps_code: String,
    cells: Vec<(&'static str, Option<String>)>,
}

/// Shows the table.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(word): Path<String>,
) -> Result<Page<OnePage>, Problem> {
    let table = Table::of_word(&word).ok_or(Problem::NotFound)?;
    let (w, lang) = (OpenData::of(visit.lang), visit.lang);
    let publication = published(&app).await?;
    let state = (publication.as_at, publication.known_at);
    let known = thousands(u64::try_from(publication.known_at).unwrap_or_default());
    let said_state = format!(
        "{} {}, {}",
        w.as_at,
        words::day(publication.as_at, lang),
        fill(w.known_at, &[("n", &known)])
    );
    let rows = publication.table(table).map(|it| it.rows.iter()).into_iter().flatten();
    Ok(Page::of(OnePage {
        shell: visit.shell(&app, table.title(lang)),
        title: table.title(lang),
        word: table.word(),
        state: said_state,
        about: said(Metadata::of(table, state, lang), w),
        areas: table == Table::StagesByArea,
        stages: StageKind::ALL.map(|stage| label(stage, lang)).into(),
        rows: rows.map(|it| row(it, lang)).collect(),
        w,
    }))
}

fn label(stage: StageKind, lang: Lang) -> &'static str {
    lang.pick(stage.label_id(), stage.label_en())
}

fn row(row: &OpenRow, lang: Lang) -> Row {
    let cells = row.cells.iter().map(|cell| (label(cell.stage, lang), cell.persons.map(thousands)));
    Row {
        label: row.label.clone(),
        code: row.code.clone().unwrap_or_default(),
        bps_code: row.bps_code.clone().unwrap_or_default(),
        cells: cells.collect(),
    }
}
