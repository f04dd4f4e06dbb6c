//! `POST /products` and what is done to one: changed, published, taken off.
use super::body::{ProductBody, ProductChangeBody, ProductConsentBody, ProductDone};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    products::{self, Consent, ProductForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ProductId};

/// Keep a product of a member
///
/// Nobody but its member and officers sees it until it is published.
#[utoipa::path(post, path = "/products", tag = "products", request_body = ProductBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept.", body = ProductDone),
        (status = 200, description = "The same request under the same key was done before.", body = ProductDone),
        (status = 409, description = "`erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<ProductBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let member = sent.value.member()?;
    let form = ProductForm::from(sent.value);
    let act = app.change(move |tx, house| products::add(tx, house, &asking, member, &form));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let (id, member) = (done.event.product.0, done.event.member.0);
    Ok((status, Json(ProductDone { id, member, position: done.stamp.position })).into_response())
}

/// Change a product
///
/// Where it is in the catalogue, it changes there too.
#[utoipa::path(post, path = "/products/{id}/change", tag = "products", request_body = ProductChangeBody,
    params(("id" = Uuid, Path, description = "The product."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Changed, now or by the same request before.", body = ProductDone),
        (status = 409, description = "`erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ProductId>,
    sent: Sent<ProductChangeBody>,
) -> Result<Json<ProductDone>, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ProductForm::from(sent.value);
    let act = app.change(move |tx, house| products::change(tx, house, &asking, id, &form));
    let done = act.await?;
    let (id, member) = (done.event.product.0, done.event.member.0);
    Ok(Json(ProductDone { id, member, position: done.stamp.position }))
}

/// Show a product to everybody
///
/// Only with the seller's consent, and with the contact the seller chose.
#[utoipa::path(post, path = "/products/{id}/publish", tag = "products", request_body = ProductConsentBody,
    params(("id" = Uuid, Path, description = "The product."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "In the catalogue, now or by the same request before.", body = ProductDone),
        (status = 409, description = "`published`: it is there already. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn publish(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ProductId>,
    sent: Sent<ProductConsentBody>,
) -> Result<Json<ProductDone>, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let consent = Consent::from(sent.value);
    let act = app.change(move |tx, house| products::publish(tx, house, &asking, id, &consent));
    let done = act.await?;
    let (id, member) = (done.event.product.0, done.event.member.0);
    Ok(Json(ProductDone { id, member, position: done.stamp.position }))
}

/// Take a product off the catalogue
#[utoipa::path(post, path = "/products/{id}/take-off", tag = "products",
    params(("id" = Uuid, Path, description = "The product."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken off, now or by the same request before.", body = ProductDone),
        (status = 409, description = "`not-published`: it is not there.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn take_off(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ProductId>,
) -> Result<Json<ProductDone>, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, b"");
    let act = app.change(move |tx, house| products::take_off(tx, house, &asking, id));
    let done = act.await?;
    let (id, member) = (done.event.product.0, done.event.member.0);
    Ok(Json(ProductDone { id, member, position: done.stamp.position }))
}
