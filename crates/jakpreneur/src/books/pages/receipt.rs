//! The photo of a receipt: sent from the phone, and looked at again.
use super::entry::{again, id};
use crate::{
    App, Code, Problem, books,
    files::{self, PictureLimits},
    journal::Asking,
    residents::Resident,
    web::{Visit, take_upload},
};
use axum::{
    extract::{Multipart, Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use rules::ActId;

/// Keeps the photo, or says why not.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(text): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let entry = id(&text)?;
    let act_id = ActId(app.house.new_id());
    let officer = resident.officer();
    let asking = Asking { officer, at: app.house.now(), act_id, asked: None, made_at: None };
    let kept = match photo(&app, &visit, &headers, form).await {
        Ok(photo) => app
            .change(move |tx, house| books::add_receipt(tx, house, &asking, entry, &photo))
            .await
            .map(drop),
        Err(problem) => Err(problem),
    };
    let code = match kept {
        Ok(()) => {
            return Ok(Redirect::to(&format!("/saya/laporan/catatan/{entry}")).into_response());
        }
        Err(Problem::Refused(code)) => code,
        Err(Problem::Invalid(wrong)) => wrong.first().map_or(Code::File, |it| it.code),
        Err(other) => return Err(other),
    };
    again(&app, &visit, resident, entry, ("file", code), String::new()).await
}

/// The photo with nothing left but its pixels.
async fn photo(
    app: &App,
    visit: &Visit,
    headers: &HeaderMap,
    mut form: Multipart,
) -> Result<files::CleanPicture, Problem> {
    let sent = take_upload(&mut form, |sent| visit.check_form(sent.get("csrf"), headers)).await?;
    let bytes = sent.file.map(|(_, bytes)| bytes).unwrap_or_default();
    let clean = move || {
        files::clean(&bytes, PictureLimits::USUAL).map_err(|why| files::refused("file", why))
    };
    app.blocking(clean).await
}

/// Gives the photo out, never to be shown in the page's place.
pub(super) async fn give(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
) -> Result<Response, Problem> {
    let entry = id(&text)?;
    let read = app.look(move |tx, house| books::own_receipt(tx, house, resident.member(), entry));
    let (media, bytes) = read.await?;
    let name = format!("attachment; filename=\"nota-{entry}.{}\"", media.ending());
    let headers = [
        (header::CONTENT_TYPE, media.word().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
