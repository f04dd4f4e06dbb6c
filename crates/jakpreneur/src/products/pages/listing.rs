//! Where a product is sold: told, looked at, taken back.
use super::{act::answer, door::Door};
use crate::{
    App, Code, FieldError, Problem,
    products::{self, ListingForm},
    web::Posted,
};
use axum::{extract::State, response::Response};

/// Tells of a listing.
pub(super) async fn tell(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.product()?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form = ListingForm {
        marketplace: text("marketplace"),
        address: text("address"),
        listed_on: text("listed_on"),
    };
    let act = app.change(move |tx, house| products::list_at(tx, house, &asking, id, &form));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}

/// Says whether it is there.
pub(super) async fn check(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.listing()?);
    let there = match posted.fields.get("there") {
        "yes" => true,
        "no" => false,
        _ => return Err(Problem::Invalid(vec![FieldError::new("there", Code::Word)])),
    };
    let act = app.change(move |tx, house| products::check(tx, house, &asking, id, there));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}

/// Takes it back, because it never was.
pub(super) async fn void(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.listing()?);
    let reason = posted.fields.get("reason").to_owned();
    let act = app.change(move |tx, house| products::void(tx, house, &asking, id, &reason));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}
