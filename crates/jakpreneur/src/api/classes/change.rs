//! `PATCH /classes/{id}`: changing a class.
use super::{answer::ClassAnswer, body::ClassBody};
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
        strict::with_the_rest,
    },
    classes::{self, ClassChanged, ClassForm},
    journal::Done,
    staff::Officer,
};
use axum::{Json, extract::State};
use db::Tx;
use rules::{Act, ClassId};

/// Change a class
///
/// What is not given stays. Seats are not taken from who has one, and new seats go to who waits.
#[utoipa::path(patch, path = "/classes/{id}", tag = "classes", request_body = ClassBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Changed, now or by the same request before.", body = ClassAnswer),
        (status = 409, description = "`class-over`: it is finished or called off.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn change(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<ClassBody>,
) -> Result<Json<ClassAnswer>, Declined> {
    caller.0.may(Act::ManageClasses)?;
    let wrong = sent.value.not_as_documented();
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ClassForm::from(sent.value);
    let answer = app.change(move |tx, house| {
        let done = with_the_rest(classes::change(tx, house, &asking, class, &form), wrong)?;
        answer(tx, &asking.officer, done)
    });
    Ok(Json(answer.await?))
}

/// A change as it is answered.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    officer: &Officer,
    done: Done<ClassChanged>,
) -> Result<ClassAnswer, Problem> {
    let (event, at) = (done.event, done.stamp.position);
    let answer = ClassAnswer::of(tx, officer, event.class, event.announced, event.clashes, at)?;
    Ok(answer.with_moved_up(&event.moved_up))
}
