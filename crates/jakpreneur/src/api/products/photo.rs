//! `POST /products/{id}/photos`: a photo of a product.
use super::body::ProductDone;
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId},
        licences::SentEvidence,
        problem::{Declined, Found, Known, Read, Written},
    },
    files,
    products::{self, PRODUCT_PHOTO},
    web::take_file,
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ProductId};

/// Keep a photo of a product
///
/// Nothing but its pixels is kept, at most 720 on the longer side.
#[utoipa::path(post, path = "/products/{id}/photos", tag = "products",
    request_body(content = SentEvidence, content_type = "multipart/form-data"),
    params(("id" = Uuid, Path, description = "The product."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept.", body = ProductDone),
        (status = 200, description = "The same request under the same key was done before.", body = ProductDone),
        (status = 409, description = "`erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ProductId>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let bytes = take_file(&mut form, |_| Ok(())).await?;
    let asking = key.asking(&app, &caller, &bytes);
    let clean =
        move || files::clean(&bytes, PRODUCT_PHOTO).map_err(|why| files::refused("file", why));
    let photo = app.blocking(clean).await?;
    let act = app.change(move |tx, house| products::add_photo(tx, house, &asking, id, &photo));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let (id, member) = (done.event.product.0, done.event.member.0);
    Ok((status, Json(ProductDone { id, member, position: done.stamp.position })).into_response())
}
