//! `POST /licences/{id}/evidence` and `GET /licences/{id}/evidence/{file}`: files that prove a permit.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId},
        problem::{Declined, Found, Known, Read, Written},
    },
    files::Kept,
    licences,
    web::{given_out, made_ready, take_file},
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, FileId, LicenceId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A file that proves something.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read as it arrives; this is its documentation")]
pub struct SentEvidence {
    /// A PDF of at most 5 MB, or a JPEG or PNG of at most 12 MB, told by its bytes and not by its name. Of a picture
    /// only the pixels are kept, as a JPEG.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// A file that is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvidenceAnswer {
    /// The file.
    pub id: Uuid,
    /// Its type.
    #[schema(pattern = "^(application/pdf|image/jpeg|image/png)$")]
    pub media: String,
    /// Its size in bytes as it is kept.
    pub size: i64,
    /// Where it was recorded in the journal.
    pub position: i64,
}

impl EvidenceAnswer {
    /// The answer about a file that was kept at a position.
    pub fn of(kept: Kept, position: i64) -> Self {
        Self { id: kept.file.0, media: kept.media, size: kept.size, position }
    }
}

/// Keep a file that proves a permit
#[utoipa::path(post, path = "/licences/{id}/evidence", tag = "licences",
    request_body(content = SentEvidence, content_type = "multipart/form-data"),
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept, sealed.", body = EvidenceAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = EvidenceAnswer),
        (status = 409, description = "`evidence-full`: five files are there. `already-voided`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageLicences)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let bytes = take_file(&mut form, |_| Ok(())).await?;
    let asking = key.asking(&app, &caller, &bytes);
    let ready = made_ready(&app, bytes).await?;
    let act =
        app.change(move |tx, house| licences::add_evidence(tx, house, &asking, licence, &ready));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = EvidenceAnswer::of(done.event.file, done.stamp.position);
    Ok((status, Json(body)).into_response())
}

/// The files that prove something.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvidenceList {
    /// The files, the oldest first.
    pub items: Vec<EvidenceAnswer>,
}

/// List the files that prove a permit
#[utoipa::path(get, path = "/licences/{id}/evidence", tag = "licences",
    params(("id" = Uuid, Path, description = "The permit.")),
    responses(Read, Found, (status = 200, description = "The files.", body = EvidenceList)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(licence): RecordId<LicenceId>,
) -> Result<Json<EvidenceList>, Declined> {
    let seen = app.look(move |tx, house| licences::see(tx, house, &officer, licence)).await?;
    let of = |it: licences::EvidenceRow| EvidenceAnswer {
        id: it.file.0,
        media: it.media,
        size: it.size,
        position: it.position,
    };
    Ok(Json(EvidenceList { items: seen.evidence.into_iter().map(of).collect() }))
}

/// Open a file that proves a permit
///
/// That it was opened is logged.
#[utoipa::path(get, path = "/licences/{id}/evidence/{file}", tag = "licences",
    params(("id" = Uuid, Path, description = "The permit."), ("file" = Uuid, Path, description = "The file.")),
    responses(Read, Found, (status = 200, description = "The file.",
        body = Vec<u8>, content_type = "application/octet-stream")))]
pub async fn give(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId((licence, file)): RecordId<(LicenceId, FileId)>,
) -> Result<Response, Declined> {
    let at = app.house.now();
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        licences::take_evidence(tx, house, &officer, log, (licence, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
