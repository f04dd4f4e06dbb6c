//! `GET` and `POST /classes/{id}/sessions`: when a class is held.
use super::{
    answer::{ClassAnswer, SessionLine},
    body::SessionBody,
    change::answer,
};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Aloud, Declined, Found, Known, Read, Written},
        strict::{Documented, with_the_rest},
    },
    classes::{self, ClassForm},
};
use axum::{Json, extract::State};
use rules::{Act, ClassId};
use serde::Serialize;
use utoipa::ToSchema;

/// The sessions of a class, in the order of time.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionList {
    /// The sessions.
    items: Vec<SessionLine>,
    /// How many there are.
    total: usize,
}

/// List the sessions of a class
#[utoipa::path(get, path = "/classes/{id}/sessions", tag = "classes",
    params(("id" = Uuid, Path, description = "The class.")),
    responses(Aloud, Read, Found, (status = 200, description = "The sessions.", body = SessionList)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(class): RecordId<ClassId>,
) -> Result<Json<SessionList>, Declined> {
    let found = app.look(move |tx, _| classes::open(tx, &officer, class)).await?;
    let items: Vec<SessionLine> =
        found.announced.sessions.into_iter().map(SessionLine::from).collect();
    Ok(Json(SessionList { total: items.len(), items }))
}

/// Add a session
///
/// A change of the class: its other sessions stay. To move or drop one, `PATCH /classes/{id}`.
#[utoipa::path(post, path = "/classes/{id}/sessions", tag = "classes", request_body = SessionBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Added, now or by the same request before.", body = ClassAnswer),
        (status = 409, description = "`class-over`: it is finished or called off.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn add(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<SessionBody>,
) -> Result<Json<ClassAnswer>, Declined> {
    caller.0.may(Act::ManageClasses)?;
    let mut wrong = Documented::default();
    sent.value.hold(&mut wrong);
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = ClassForm { added: vec![sent.value.into()], ..ClassForm::default() };
    let done = app.change(move |tx, house| {
        let done = with_the_rest(classes::change(tx, house, &asking, class, &form), wrong.0)?;
        answer(tx, &asking.officer, done)
    });
    Ok(Json(done.await?))
}
