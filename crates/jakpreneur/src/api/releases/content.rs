//! `GET /releases/{id}/content`: the exact bytes that were released.
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    releases::{self, Document},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use rules::{Act, ReleaseId};

/// The exact bytes of a released report
///
/// Their SHA-256 is the release's `sha256`. Needs the right to export figures.
#[utoipa::path(get, path = "/releases/{id}/content", tag = "releases",
    params(("id" = Uuid, Path, description = "The release.")),
    responses(Read, Found, (status = 200, description = "The bytes.", body = Document),
        (status = 409, description = "`release-changed`: its bytes are not those released.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn content(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<ReleaseId>,
) -> Result<Response, Declined> {
    officer.may(Act::ReadFigures)?;
    officer.may(Act::ExportFigures)?;
    let opened = app.look(move |tx, _| releases::open(tx, &officer, id)).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], opened.bytes).into_response())
}
