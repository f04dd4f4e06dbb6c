//! The page where anybody checks that a report was released by the programme, by its SHA-256.
use crate::{
    App, Problem,
    releases::{self, Digest, ReleaseNumber, Released},
    web::{Fields, Page, Shell, Visit},
    words::{self, Lang},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

#[derive(Template)]
#[template(path = "releases/pages/check.html")]
struct CheckPage {
    shell: Shell,
    w: &'static words::Releases,
    asked: String,
    found: Found,
}

/// What is shown.
enum Found {
    /// Nothing was asked.
    Nothing,
    /// There is no such release.
    None,
    /// A release that holds, and the number of the one that took its place.
    Release(Vec<(&'static str, String)>, Option<ReleaseNumber>),
}

/// The form, and what it asks.
pub(super) async fn ask(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    answer(&app, &visit, asked.get("sha256").to_owned()).await
}

/// What a digest stands for.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(digest): Path<String>,
) -> Result<Response, Problem> {
    answer(&app, &visit, digest).await
}

async fn answer(app: &App, visit: &Visit, asked: String) -> Result<Response, Problem> {
    let w = words::Releases::of(visit.lang);
    let found = match asked.parse::<Digest>() {
        _ if asked.is_empty() => Found::Nothing,
        Err(_) => Found::None,
        Ok(digest) => {
            let found = app.look(move |tx, _| releases::checked(tx, &digest)).await?;
            found.map_or(Found::None, |(release, after)| {
                Found::Release(facts(&release, w, visit.lang), after)
            })
        }
    };
    let status = if matches!(found, Found::None) { StatusCode::NOT_FOUND } else { StatusCode::OK };
    let page = CheckPage { shell: visit.shell(app, w.check_title), w, asked, found };
    Ok(Page::with(status, page).into_response())
}

fn facts(
    release: &Released,
    w: &'static words::Releases,
    lang: Lang,
) -> Vec<(&'static str, String)> {
    vec![
        (w.number, release.number.to_string()),
        (w.title_field, release.title.clone()),
        (w.as_at, words::day(release.as_at, lang)),
        (w.released_at, words::day(release.released_at.date(), lang)),
    ]
}
