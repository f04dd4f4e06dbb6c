//! `POST /imports`, `GET /imports`, `GET /imports/{id}`, `GET /imports/{id}/rejects`: files that officers send.
mod answer;
mod send;

use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    imports::{self, LARGEST},
};
use answer::{ImportAnswer, ImportsPage};
use axum::{
    Json,
    extract::{DefaultBodyLimit, State},
    http::header,
    response::{IntoResponse, Response},
};
use documents::table::Format;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The routes of files; that which takes one takes more than the others.
pub fn routes() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(LARGEST + 64 * 1024);
    OpenApiRouter::new()
        .routes(routes!(send::send, list))
        .layer(room)
        .routes(routes!(show))
        .routes(routes!(rejects))
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Page {
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<Uuid>)]
    after: Option<String>,
}

/// List the files that were sent, newest first
///
/// One's own, and those of people who reach no further than the caller.
#[utoipa::path(get, path = "/imports", tag = "imports", params(Page),
    responses(Aloud, Read, (status = 200, description = "A page of files.", body = ImportsPage)))]
async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(page): Query<Page>,
) -> Result<Json<ImportsPage>, Declined> {
    let limit = page.limit.map_or(Ok(50), |limit| limit.parse());
    let limit = limit.map_err(|_| invalid("limit", Code::Number))?;
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", Code::Number).into());
    }
    let after = page.after.map(|after| after.parse()).transpose();
    let after = after.map_err(|_| invalid("after", Code::Word))?;
    let jobs = app.look(move |tx, _| imports::jobs(tx, &officer, after, limit)).await?;
    Ok(Json(ImportsPage::of(&jobs)))
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// Read how far a file is
#[utoipa::path(get, path = "/imports/{id}", tag = "imports",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(Aloud, Read, Found, (status = 200, description = "How far it is.", body = ImportAnswer)))]
async fn show(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<Uuid>,
) -> Result<Json<ImportAnswer>, Declined> {
    let job = app.look(move |tx, _| imports::job(tx, &officer, id)).await?;
    Ok(Json(ImportAnswer::of(&job)))
}

/// Take the refused rows away
///
/// The same kind of file as was sent, with its cells as they were and a column `Alasan`. Taking it is logged.
#[utoipa::path(get, path = "/imports/{id}/rejects", tag = "imports",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(Aloud, Read, Found,
        (status = 200, description = "The file.", content(
            (Vec<u8> = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
async fn rejects(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<Uuid>,
) -> Result<Response, Declined> {
    let back = imports::rejects(&app, officer, id).await?;
    let kind = match back.format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, back.attachment())];
    Ok((headers, back.bytes).into_response())
}
