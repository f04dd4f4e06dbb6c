//! Photos of a product: sent, and looked at by whoever looks after it.
use super::{door::Door, one::again};
use crate::{
    App, Problem, files,
    products::{self, PRODUCT_PHOTO},
    web::{Fields, Visit, take_upload},
};
use axum::{
    extract::{Multipart, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use rules::FileId;

/// Keeps a photo, or says why not.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    door: Door,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let (asking, id) = (door.asking(&app), door.product()?);
    let kept = match photo(&app, &visit, &headers, form).await {
        Ok(photo) => app
            .change(move |tx, house| products::add_photo(tx, house, &asking, id, &photo))
            .await
            .map(drop),
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("{}/{id}?tersimpan=1", door.base)).into_response()),
        Err(wrong) => again(&app, &visit, &door, Fields::default(), wrong).await,
    }
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
    let clean =
        move || files::clean(&bytes, PRODUCT_PHOTO).map_err(|why| files::refused("file", why));
    app.blocking(clean).await
}

/// Shows a photo to whoever looks after the product.
pub(super) async fn give(State(app): State<App>, door: Door) -> Result<Response, Problem> {
    let (asking, product, file) =
        (door.asking(&app), door.product()?, door.named::<FileId>("file")?);
    let look = app.look(move |tx, house| products::own_photo(tx, house, &asking, product, file));
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, look.await?).into_response())
}
