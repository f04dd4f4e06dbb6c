//! `POST /classes`: announcing a class.
use super::{answer::ClassAnswer, body::ClassBody};
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
        strict::with_the_rest,
    },
    classes::{self, ClassForm},
};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::Act;

/// Announce a class
///
/// Two classes that share a room or a trainer on a day are told in `warnings`, and not refused.
#[utoipa::path(post, path = "/classes", tag = "classes", request_body = ClassBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Announced.", body = ClassAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ClassAnswer)))]
pub async fn announce(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<ClassBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageClasses)?;
    let wrong = sent.value.not_as_documented();
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ClassForm::from(sent.value);
    let (before, answer) = app
        .change(move |tx, house| {
            let done = with_the_rest(classes::announce(tx, house, &asking, &form), wrong)?;
            let (event, at) = (done.event, done.stamp.position);
            let (class, of) = (event.class, &asking.officer);
            let answer = ClassAnswer::of(tx, of, class, event.announced, event.clashes, at)?;
            Ok((done.before, (class, answer)))
        })
        .await?;
    let (class, answer) = answer;
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    let location = [(header::LOCATION, format!("/api/v1/classes/{class}"))];
    Ok((status, location, Json(answer)).into_response())
}
