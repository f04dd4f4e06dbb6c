//! `POST /licences/{id}/correct` and `void`: what was recorded wrongly.
use super::body::{CorrectBody, LicenceVoidBody};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    licences,
};
use axum::{Json, extract::State};
use rules::{Act, LicenceId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A permit that was mended.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenceMended {
    /// The permit.
    id: Uuid,
    /// Whose it is.
    member: Uuid,
    /// The licensing service that stands for it now.
    service: Option<Uuid>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Correct a permit
///
/// What it said before stays readable. Where the day of issue changes, another licensing service takes the place of the
/// one that stood for it.
#[utoipa::path(post, path = "/licences/{id}/correct", tag = "licences", request_body = CorrectBody,
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Corrected, now or by the same request before.", body = LicenceMended),
        (status = 409, description = "`unchanged`. `already-voided`. `licence-there`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn correct(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    sent: Sent<CorrectBody>,
) -> Result<Json<LicenceMended>, Declined> {
    caller.0.may(Act::ManageLicences)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let why = sent.value.reason.clone().unwrap_or_default();
    let form = sent.value.into();
    let act =
        app.change(move |tx, house| licences::correct(tx, house, &asking, licence, &form, &why));
    let done = act.await?;
    Ok(Json(LicenceMended {
        id: done.event.licence.0,
        member: done.event.member.0,
        service: done.event.service.map(|service| service.0),
        position: done.stamp.position,
    }))
}

/// Take a permit back that never was
///
/// Recorded for somebody else, or twice: its stage is taken back with it.
#[utoipa::path(post, path = "/licences/{id}/void", tag = "licences", request_body = LicenceVoidBody,
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = LicenceMended),
        (status = 409, description = "`already-voided`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn void(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    sent: Sent<LicenceVoidBody>,
) -> Result<Json<LicenceMended>, Declined> {
    caller.0.may(Act::VoidService)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let why = sent.value.reason.unwrap_or_default();
    let act = app.change(move |tx, house| licences::void(tx, house, &asking, licence, &why));
    let done = act.await?;
    Ok(Json(LicenceMended {
        id: done.event.licence.0,
        member: done.event.member.0,
        service: None,
        position: done.stamp.position,
    }))
}
