//! A photo of a visit, given out as a download.
use crate::{App, Problem, mentoring, web::Visit};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use rules::{FileId, MemberId};

/// Gives a photo out, never to be shown in the page's place.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path((member, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let member: MemberId = member.parse().map_err(|_| Problem::NotFound)?;
    let file: FileId = file.parse().map_err(|_| Problem::NotFound)?;
    let (officer, at) = (visit.officer()?, app.house.now());
    let act = app.change(move |tx, house| {
        mentoring::take_photo(tx, house, &officer, (at, house.new_id()), (member, file))
    });
    let bytes = act.await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"foto-{file}.jpg\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
