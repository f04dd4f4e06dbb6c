//! `GET /figures/stages`: how many people reached which stage, as at any day, as known at any position.
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
    board,
    reports::{self, Answer, Narrowing, Words},
    staff::Officer,
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rules::Act;
use sha2::{Digest, Sha256};
use std::sync::Arc;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of figures.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(stages))
}

/// Stage figures
///
/// Distinct persons in the caller's scope. `reached` counts persons with a completed service that was not
/// taken back; `open` those who began and have not reached; `at` the latest stage of each, so it adds up to
/// `persons`. `share` is in percent of the persons registered.
#[utoipa::path(get, path = "/figures/stages", tag = "figures", params(Words),
    responses(Aloud, Read,
        (status = 200, description = "The figures.", body = Answer,
            headers(("ETag" = String, description = "Changes when the answer may have changed."))),
        (status = 304, description = "They are those of `If-None-Match`.")))]
pub async fn stages(
    State(app): State<App>,
    Caller(officer): Caller,
    headers: HeaderMap,
    Query(words): Query<Words>,
) -> Result<Response, Declined> {
    officer.may(Act::ReadFigures)?;
    let narrowing = words.understand(&app.house).map_err(Problem::Invalid)?;
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    let known = known.map(str::to_owned);
    let here = app.clone();
    let (tag, answer) =
        app.blocking(move || answered(&here, &officer, &narrowing, known.as_deref())).await?;
    let kept = [(header::ETAG, tag), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    Ok(match answer {
        Some(answer) => (kept, Json(answer)).into_response(),
        None => (StatusCode::NOT_MODIFIED, kept).into_response(),
    })
}

/// The figures with their tag; none where the caller has those of this tag already.
fn answered(
    app: &App,
    officer: &Arc<Officer>,
    narrowing: &Narrowing,
    known: Option<&str>,
) -> Result<(String, Option<Answer>), Problem> {
    let seen = board::bring_up_to_date(&app.db, &app.house)?;
    let tag = tag(officer, narrowing, seen, app.house.today());
    if known == Some(&tag) {
        return Ok((tag, None));
    }
    let answer = reports::answer(&app.house, officer, narrowing, seen)?;
    Ok((tag, Some(answer)))
}

/// Two answers under one tag are the same: same question, same reach, same facts, same day, same program.
fn tag(officer: &Officer, asked: &Narrowing, position: db::Position, today: rules::Date) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let text = format!("{version} {asked:?} {:?} {position} {today}", officer.scope);
    let digest = Sha256::digest(text.as_bytes());
    let short = digest.get(..12).unwrap_or_default();
    format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(short))
}
