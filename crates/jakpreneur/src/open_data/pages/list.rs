//! The published tables, and what must be known to read them.
use super::published;
use crate::{
    App, Problem,
    open_data::{Metadata, Table},
    web::{Page, Shell, Visit},
    words::{self, OpenData},
};
use askama::Template;
use axum::extract::State;

#[derive(Template)]
#[template(path = "open_data/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static OpenData,
    date: String,
    about: Vec<(&'static str, String)>,
    tables: Vec<(&'static str, &'static str)>,
}

/// Shows the list.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<ListPage>, Problem> {
    let (w, lang) = (OpenData::of(visit.lang), visit.lang);
    let publication = published(&app).await?;
    let state = (publication.as_at, publication.known_at);
    let about = Metadata::of(Table::StagesByArea, state, lang);
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        date: words::day(publication.as_at, lang),
        about: said(about, w),
        tables: Table::ALL.map(|table| (table.word(), table.title(lang))).into(),
        w,
    }))
}

/// How a table is read, in words.
pub(super) fn said(about: Metadata, w: &'static OpenData) -> Vec<(&'static str, String)> {
    vec![
        (w.concept_title, about.concept.to_owned()),
        (w.unit_title, about.unit.to_owned()),
        (w.formula_title, about.formula.to_owned()),
        (w.hidden_title, about.hidden),
        (w.codes_title, about.codes.to_owned()),
        (w.source_title, about.source.to_owned()),
        (w.licence_title, about.licence.to_owned()),
    ]
}
