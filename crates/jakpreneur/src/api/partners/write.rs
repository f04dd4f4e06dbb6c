//! `POST /partners`, their agreements, and what they took part in.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    partners::{self, AgreementForm, PartForm, PartnerForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, PartnerId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A partner of the programme.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartnerBody {
    /// `university`, `company`, `marketplace`, `ministry` or `other`.
    #[schema(required, value_type = String)]
    kind: Option<String>,
    /// Its name.
    #[schema(required, value_type = String)]
    name: Option<String>,
    /// The marketplace it runs: whoever an officer saw selling there was reached by it.
    marketplace: Option<String>,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct PartnerDone {
    /// The partner, or the agreement.
    id: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

fn answer(before: bool, id: Uuid, position: i64) -> Response {
    let status = if before { StatusCode::OK } else { StatusCode::CREATED };
    (status, Json(PartnerDone { id, position })).into_response()
}

/// Keep a partner
#[utoipa::path(post, path = "/partners", tag = "partners", request_body = PartnerBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Kept.", body = PartnerDone),
        (status = 200, description = "The same request under the same key was done before.", body = PartnerDone)))]
pub async fn keep(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<PartnerBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManagePartners)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = PartnerForm {
        kind: sent.value.kind.unwrap_or_default(),
        name: sent.value.name.unwrap_or_default(),
        marketplace: sent.value.marketplace.unwrap_or_default(),
    };
    let done = app.change(move |tx, house| partners::keep(tx, house, &asking, &form)).await?;
    Ok(answer(done.before, done.event.partner.0, done.stamp.position))
}

/// An agreement with a partner.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AgreementBody {
    /// Its number.
    #[schema(required, value_type = String)]
    number: Option<String>,
    /// What it is called.
    #[schema(required, value_type = String)]
    title: Option<String>,
    /// The code of the agency that signed; not given: the caller's own.
    agency: Option<String>,
    /// The first day.
    #[schema(required, value_type = String, format = Date)]
    starts_on: Option<String>,
    /// The last.
    #[schema(required, value_type = String, format = Date)]
    ends_on: Option<String>,
    /// What is given: `training`, `mentoring`, `marketing`, `tools`.
    #[schema(required)]
    gives: Vec<String>,
}

/// Keep an agreement with a partner
#[utoipa::path(post, path = "/partners/{id}/agreements", tag = "partners", request_body = AgreementBody,
    params(("id" = Uuid, Path, description = "The partner."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Kept.", body = PartnerDone),
        (status = 200, description = "The same request under the same key was done before.", body = PartnerDone)))]
pub async fn agree(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(partner): RecordId<PartnerId>,
    sent: Sent<AgreementBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManagePartners)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let form = AgreementForm {
        number: body.number.unwrap_or_default(),
        title: body.title.unwrap_or_default(),
        agency: body.agency.unwrap_or_default(),
        starts_on: body.starts_on.unwrap_or_default(),
        ends_on: body.ends_on.unwrap_or_default(),
        gives: body.gives,
    };
    let act = app.change(move |tx, house| partners::agree(tx, house, &asking, partner, &form));
    let done = act.await?;
    Ok(answer(done.before, done.event.agreement.0, done.stamp.position))
}

/// What a partner took part in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PartBody {
    /// `class`, `visit` or `tools`.
    #[schema(required, value_type = String)]
    kind: Option<String>,
    /// The id of the class, the visit or the handover.
    #[schema(required, value_type = Uuid)]
    subject: Option<String>,
}

impl From<PartBody> for PartForm {
    fn from(body: PartBody) -> Self {
        Self { kind: body.kind.unwrap_or_default(), subject: body.subject.unwrap_or_default() }
    }
}

/// Say what a partner took part in
#[utoipa::path(post, path = "/partners/{id}/parts", tag = "partners", request_body = PartBody,
    params(("id" = Uuid, Path, description = "The partner."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = PartnerDone),
        (status = 200, description = "The same request under the same key was done before.", body = PartnerDone),
        (status = 409, description = "`part-there`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn take_part(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(partner): RecordId<PartnerId>,
    sent: Sent<PartBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManagePartners)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = PartForm::from(sent.value);
    let act = app.change(move |tx, _| partners::take_part(tx, &asking, partner, &form));
    let done = act.await?;
    Ok(answer(done.before, partner.0, done.stamp.position))
}

/// Take back what a partner took part in
#[utoipa::path(post, path = "/partners/{id}/parts/take-back", tag = "partners", request_body = PartBody,
    params(("id" = Uuid, Path, description = "The partner."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = PartnerDone),
        (status = 409, description = "`part-gone`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn gone(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(partner): RecordId<PartnerId>,
    sent: Sent<PartBody>,
) -> Result<Json<PartnerDone>, Declined> {
    caller.0.may(Act::ManagePartners)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = PartForm::from(sent.value);
    let done = app.change(move |tx, _| partners::gone(tx, &asking, partner, &form)).await?;
    Ok(Json(PartnerDone { id: partner.0, position: done.stamp.position }))
}
