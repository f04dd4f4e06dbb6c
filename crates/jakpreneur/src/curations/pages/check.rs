//! The page where anybody checks a curation's certificate.
use crate::{
    App, Problem,
    curations::{self, Printed},
    web::{Page, Shell, Visit},
    words::{self, Curation},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use rules::marketing::curation::CurationNumber;

#[derive(Template)]
#[template(path = "curations/pages/check.html")]
pub(super) struct CheckPage {
    shell: Shell,
    w: &'static Curation,
    found: bool,
    number: String,
    issued: String,
    printed: Option<Printed>,
}

/// What a number stands for.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(asked): Path<String>,
) -> Result<Page<CheckPage>, Problem> {
    let w = Curation::of(visit.lang);
    let number = CurationNumber::parse(&asked).ok();
    let look = app.look(move |tx, house| match number {
        Some(number) => curations::check(tx, house, &number),
        None => Ok(None),
    });
    let found = look.await?;
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let issued = found.as_ref().map(|it| words::day(it.issued_on, visit.lang));
    Ok(Page::with(
        status,
        CheckPage {
            shell: visit.shell(&app, w.check_title),
            w,
            found: found.is_some(),
            number: found.as_ref().map(|it| it.number.clone()).unwrap_or_default(),
            issued: issued.unwrap_or_default(),
            printed: found.and_then(|it| it.printed),
        },
    ))
}
