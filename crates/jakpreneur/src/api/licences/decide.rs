//! `POST /licences/{id}/issue`, `refuse`, `revoke`: what the issuer decided.
use super::{
    answer::LicenceChange,
    body::{IssueBody, RefuseBody, RevokeBody},
};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, ProblemBody, Read, Written},
    },
    journal::Asking,
    licences::{self, LicenceForm},
};
use axum::{Json, extract::State};
use rules::{Act, LicenceId, licensing::LicenceState};
use std::collections::BTreeMap;
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{Content, Ref, RefOr, Response, ResponseBuilder},
};

/// Record that a permit was issued
///
/// The licensing stage is reached by it.
#[utoipa::path(post, path = "/licences/{id}/issue", tag = "licences", request_body = IssueBody,
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written, Decided))]
pub async fn issue(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    sent: Sent<IssueBody>,
) -> Result<Json<LicenceChange>, Declined> {
    let asking = key.asking(&app, &caller, &sent.bytes);
    decided(&app, asking, licence, LicenceState::Issued, sent.value.into()).await
}

/// Record that a permit was refused
///
/// Where zoning forbids the place, for example; it is asked for anew as another permit.
#[utoipa::path(post, path = "/licences/{id}/refuse", tag = "licences", request_body = RefuseBody,
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written, Decided))]
pub async fn refuse(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    sent: Sent<RefuseBody>,
) -> Result<Json<LicenceChange>, Declined> {
    let asking = key.asking(&app, &caller, &sent.bytes);
    decided(&app, asking, licence, LicenceState::Refused, sent.value.into()).await
}

/// Record that the issuer took a permit back
///
/// The stage that was reached stays counted.
#[utoipa::path(post, path = "/licences/{id}/revoke", tag = "licences", request_body = RevokeBody,
    params(("id" = Uuid, Path, description = "The permit."), Key),
    responses(Read, Found, Known, Written, Decided))]
pub async fn revoke(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(licence): RecordId<LicenceId>,
    sent: Sent<RevokeBody>,
) -> Result<Json<LicenceChange>, Declined> {
    let asking = key.asking(&app, &caller, &sent.bytes);
    decided(&app, asking, licence, LicenceState::Revoked, sent.value.into()).await
}

/// What every decision answers beside what routes about a record do.
struct Decided;

impl IntoResponses for Decided {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let about = "`licence-decided`: it is not in a state from which this follows. `already-voided`. \
                     `licence-there`. `erased`.";
        let response = |about: &str, media: &str, schema: &str| {
            let content = Content::builder().schema(Some(Ref::from_schema_name(schema))).build();
            ResponseBuilder::new().description(about).content(media, content).build().into()
        };
        let done = "Recorded, now or by the same request before.";
        let done = response(done, "application/json", &LicenceChange::name());
        let refused = response(about, "application/problem+json", &ProblemBody::name());
        [("200".to_owned(), done), ("409".to_owned(), refused)].into()
    }
}

async fn decided(
    app: &App,
    asking: Asking,
    licence: LicenceId,
    to: LicenceState,
    form: LicenceForm,
) -> Result<Json<LicenceChange>, Declined> {
    asking.officer.may(Act::ManageLicences)?;
    let act = app.change(move |tx, house| licences::decide(tx, house, &asking, licence, to, &form));
    let done = act.await?;
    let (event, position) = (done.event, done.stamp.position);
    Ok(Json(LicenceChange {
        id: event.licence.0,
        member: event.member.0,
        state: event.to.word(),
        expires_on: event.expires_on.map(|on| on.to_string()),
        warnings: event.warnings,
        service: event.service.map(|service| service.0),
        position,
    }))
}
