//! `POST /products/{id}/listings` and what is done to one: looked at, taken back.
use super::body::{ListingBody, ListingDone};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    products::{self, ListingForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ListingId, ProductId};
use serde::Deserialize;
use utoipa::ToSchema;

/// Record that a product is sold at a marketplace
///
/// The caller has looked: by the programme's terms it is the marketing service.
#[utoipa::path(post, path = "/products/{id}/listings", tag = "products", request_body = ListingBody,
    params(("id" = Uuid, Path, description = "The product."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = ListingDone),
        (status = 200, description = "The same request under the same key was done before.", body = ListingDone),
        (status = 409, description = "`listing-there`: recorded already. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn tell(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ProductId>,
    sent: Sent<ListingBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ListingForm::from(sent.value);
    let act = app.change(move |tx, house| products::list_at(tx, house, &asking, id, &form));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = ListingDone {
        id: done.event.listing.0,
        member: done.event.member.0,
        service: done.event.service.map(|id| id.0),
        position: done.stamp.position,
    };
    Ok((status, Json(body)).into_response())
}

/// What somebody saw who looked at a listing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListingCheckBody {
    /// Whether it is still there.
    there: bool,
}

/// Say whether a listing is still there
///
/// One that is gone was a service all the same.
#[utoipa::path(post, path = "/listings/{id}/check", tag = "products", request_body = ListingCheckBody,
    params(("id" = Uuid, Path, description = "The listing."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Recorded, now or by the same request before.", body = ListingDone),
        (status = 409, description = "`listing-gone`: it was found gone. `already-voided`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn check(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ListingId>,
    sent: Sent<ListingCheckBody>,
) -> Result<Json<ListingDone>, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let there = sent.value.there;
    let act = app.change(move |tx, house| products::check(tx, house, &asking, id, there));
    let done = act.await?;
    Ok(Json(ListingDone {
        id: done.event.listing.0,
        member: done.event.member.0,
        service: done.event.service.map(|id| id.0),
        position: done.stamp.position,
    }))
}

/// Why a listing is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListingVoidBody {
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Lapak orang lain")]
    reason: Option<String>,
}

/// Take a listing back that never was
///
/// It stays in the file; the marketing service it was goes with it.
#[utoipa::path(post, path = "/listings/{id}/void", tag = "products", request_body = ListingVoidBody,
    params(("id" = Uuid, Path, description = "The listing."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = ListingDone),
        (status = 409, description = "`already-voided`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn void(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<ListingId>,
    sent: Sent<ListingVoidBody>,
) -> Result<Json<ListingDone>, Declined> {
    caller.0.may(Act::VoidService)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let reason = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| products::void(tx, house, &asking, id, &reason));
    let done = act.await?;
    Ok(Json(ListingDone {
        id: done.event.listing.0,
        member: done.event.member.0,
        service: None,
        position: done.stamp.position,
    }))
}
