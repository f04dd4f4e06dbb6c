//! `GET /releases/{id}`: a released report with what was frozen.
use super::answer::ReleaseAnswer;
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    releases::{self, Document, OutsideFigure},
};
use axum::{Json, extract::State};
use rules::{Act, ReleaseId};
use serde::Serialize;
use utoipa::ToSchema;

/// A released report, and what was frozen.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseOpened {
    /// The release.
    release: ReleaseAnswer,
    /// The number of the release that took its place; null where it holds.
    restated_by: Option<String>,
    /// What was frozen; its exact bytes are at `/releases/{id}/content`.
    report: Document,
    /// Figures published elsewhere, entered beside it.
    outside: Vec<OutsideFigure>,
}

/// Open a released report
#[utoipa::path(get, path = "/releases/{id}", tag = "releases",
    params(("id" = Uuid, Path, description = "The release.")),
    responses(Read, Found, (status = 200, description = "The release.", body = ReleaseOpened),
        (status = 409, description = "`release-changed`: its bytes are not those released.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn open(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<ReleaseId>,
) -> Result<Json<ReleaseOpened>, Declined> {
    officer.may(Act::ReadFigures)?;
    let opened = app.look(move |tx, _| releases::open(tx, &officer, id)).await?;
    Ok(Json(ReleaseOpened {
        release: opened.release.into(),
        restated_by: opened.restated_by.map(|number| number.to_string()),
        report: opened.document,
        outside: opened.outside,
    }))
}
