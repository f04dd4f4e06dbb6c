//! A photo of a product in the catalogue.
use crate::{App, Problem, products};
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use rules::{FileId, ProductId};

/// Gives a photo out. A browser keeps it for an hour, so that taking a product off is soon seen everywhere.
pub(super) async fn give(
    State(app): State<App>,
    Path((product, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let product: ProductId = product.parse().map_err(|_| Problem::NotFound)?;
    let file: FileId = file.parse().map_err(|_| Problem::NotFound)?;
    let look = app.look(move |tx, house| products::public_photo(tx, house, product, file));
    let bytes = look.await?;
    let headers = [
        (header::CONTENT_TYPE, "image/jpeg"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    Ok((headers, bytes).into_response())
}
