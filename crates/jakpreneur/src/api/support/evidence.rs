//! `POST /supports/{id}/evidence` and its files: what proves support.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId},
        licences::{EvidenceAnswer, EvidenceList, SentEvidence},
        problem::{Declined, Found, Known, Read, Written},
    },
    support,
    web::{given_out, made_ready, take_file},
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, FileId, SupportId};

/// Keep a file that proves support
#[utoipa::path(post, path = "/supports/{id}/evidence", tag = "support",
    request_body(content = SentEvidence, content_type = "multipart/form-data"),
    params(("id" = Uuid, Path, description = "The support."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept, sealed.", body = EvidenceAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = EvidenceAnswer),
        (status = 409, description = "`evidence-full`: five files are there. `already-voided`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<SupportId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    caller.0.may(Act::RecordService)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let bytes = take_file(&mut form, |_| Ok(())).await?;
    let asking = key.asking(&app, &caller, &bytes);
    let ready = made_ready(&app, bytes).await?;
    let act = app.change(move |tx, house| support::add_evidence(tx, house, &asking, id, &ready));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = EvidenceAnswer::of(done.event.file, done.stamp.position);
    Ok((status, Json(body)).into_response())
}

/// List the files that prove support
#[utoipa::path(get, path = "/supports/{id}/evidence", tag = "support",
    params(("id" = Uuid, Path, description = "The support.")),
    responses(Read, Found, (status = 200, description = "The files.", body = EvidenceList)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<SupportId>,
) -> Result<Json<EvidenceList>, Declined> {
    let found = app.look(move |tx, _| support::evidence_of(tx, &officer, id)).await?;
    let of = |it: support::EvidenceRow| EvidenceAnswer {
        id: it.file.0,
        media: it.media,
        size: it.size,
        position: it.position,
    };
    Ok(Json(EvidenceList { items: found.into_iter().map(of).collect() }))
}

/// Open a file that proves support
///
/// That it was opened is logged.
#[utoipa::path(get, path = "/supports/{id}/evidence/{file}", tag = "support",
    params(("id" = Uuid, Path, description = "The support."), ("file" = Uuid, Path, description = "The file.")),
    responses(Read, Found, (status = 200, description = "The file.",
        body = Vec<u8>, content_type = "application/octet-stream")))]
pub async fn give(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId((id, file)): RecordId<(SupportId, FileId)>,
) -> Result<Response, Declined> {
    let at = app.house.now();
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        support::take_evidence(tx, house, &officer, log, (id, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
