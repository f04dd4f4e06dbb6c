//! `POST /members/{id}/visits/{visit}/photos` and `GET …/photos/{file}`: photos of a visit.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId},
        problem::{Declined, Found, Known, Read, Written},
    },
    files::{self, Media, PictureLimits},
    mentoring,
    web::{given_out, take_file},
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ActId, FileId, MemberId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A photo of a visit.
#[derive(ToSchema)]
#[schema(as = SentPhoto)]
#[expect(dead_code, reason = "read as it arrives; this is its documentation")]
pub struct SentPhoto {
    /// A JPEG or PNG of at most 12 MB, told by its bytes and not by its name. Only the pixels are kept, as a JPEG,
    /// never where the photo was taken. HEIC, a page, and what unpacks to too many pixels are refused.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// A photo that is kept.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VisitPhoto)]
pub struct PhotoAnswer {
    /// The photo.
    id: Uuid,
    /// The visit.
    visit: Uuid,
    /// Its type.
    #[schema(pattern = "^image/jpeg$")]
    media: String,
    /// Its size in bytes as it is kept.
    size: i64,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Add a photo to a visit
///
/// A request of its own, so that a visit stands whatever becomes of its photo. A device that made the visit without
/// a connection knows its id beforehand: it is the visit's `Idempotency-Key`, or its `id` in `POST /actions`.
#[utoipa::path(post, path = "/members/{id}/visits/{visit}/photos", tag = "mentoring",
    request_body(content = SentPhoto, content_type = "multipart/form-data"),
    params(("id" = Uuid, Path, description = "The member record."),
        ("visit" = Uuid, Path, description = "The visit."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept, sealed.", body = PhotoAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = PhotoAnswer),
        (status = 409, description = "`photos-full`: three photos are there. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId((member, visit)): RecordId<(MemberId, ActId)>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    caller.0.may(Act::VisitMembers)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let bytes = take_file(&mut form, |_| Ok(())).await?;
    let asking = key.asking(&app, &caller, &bytes);
    let clean = move || {
        files::clean(&bytes, PictureLimits::USUAL).map_err(|why| files::refused("file", why))
    };
    let picture = app.blocking(clean).await?;
    let act = app.change(move |tx, house| {
        mentoring::add_photo(tx, house, &asking, (member, visit), &picture)
    });
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let (file, position) = (done.event.file, done.stamp.position);
    let (id, visit) = (file.file.0, done.event.visit.0);
    let body = PhotoAnswer { id, visit, media: file.media, size: file.size, position };
    Ok((status, Json(body)).into_response())
}

/// Open a photo of a visit
///
/// That it was opened is logged.
#[utoipa::path(get, path = "/members/{id}/visits/{visit}/photos/{file}", tag = "mentoring",
    params(("id" = Uuid, Path, description = "The member record."),
        ("visit" = Uuid, Path, description = "The visit."),
        ("file" = Uuid, Path, description = "The photo.")),
    responses(Read, Found, (status = 200, description = "The photo.",
        body = Vec<u8>, content_type = "image/jpeg")))]
pub async fn give(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId((member, _, file)): RecordId<(MemberId, ActId, FileId)>,
) -> Result<Response, Declined> {
    let at = app.house.now();
    let act = app.change(move |tx, house| {
        mentoring::take_photo(tx, house, &officer, (at, house.new_id()), (member, file))
    });
    Ok(given_out(file, Media::Jpeg, act.await?))
}
