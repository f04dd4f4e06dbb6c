//! What is done to a product with a form: changed, shown, taken off.
use super::{door::Door, home::form, one::again};
use crate::{
    App, Problem,
    products::{self, Consent},
    web::Posted,
};
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};

/// Leads back to the product, or shows its page again with what is wrong.
pub(super) async fn answer(
    app: &App,
    door: &Door,
    posted: Posted,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(()) => {
            let to = format!("{}/{}?tersimpan=1", door.base, door.product()?);
            Ok(Redirect::to(&to).into_response())
        }
        Err(wrong) => again(app, &posted.visit, door, posted.fields, wrong).await,
    }
}

/// Changes it.
pub(super) async fn change(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.product()?);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| products::change(tx, house, &asking, id, &form));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}

/// Shows it to everybody.
pub(super) async fn publish(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.product()?);
    let typed = &posted.fields;
    let consent = Consent {
        given: typed.yes("consent"),
        by: typed.get("by").to_owned(),
        at: typed.get("contact").to_owned(),
    };
    let act = app.change(move |tx, house| products::publish(tx, house, &asking, id, &consent));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}

/// Takes it off.
pub(super) async fn take_off(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, id) = (posted.asked_by(&app, door.officer.clone()), door.product()?);
    let act = app.change(move |tx, house| products::take_off(tx, house, &asking, id));
    let done = act.await.map(drop);
    answer(&app, &door, posted, done).await
}
