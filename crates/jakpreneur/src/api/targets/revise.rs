//! `POST /targets/{id}/revise`: a new version, with the reason.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    targets::{self, Revision},
};
use axum::{Json, extract::State};
use rules::{Act, TargetId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is to be different.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TargetRevisionBody)]
pub struct RevisionBody {
    /// The version that was looked at; a newer one refuses the change.
    #[schema(required, value_type = i64, minimum = 1, example = 1)]
    version: Option<i64>,
    /// Persons to reach.
    #[schema(required, value_type = u64, example = 278_971)]
    target: Option<u64>,
    /// What it rests on, at most 300 characters.
    basis: Option<String>,
    /// Why, in a sentence.
    #[schema(required, value_type = String, example = "RPJMD diubah")]
    reason: Option<String>,
}

/// A target that was revised.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TargetRevisionAnswer)]
pub struct RevisionAnswer {
    /// The target.
    id: Uuid,
    /// The new version.
    version: i64,
    /// Persons to reach.
    target: u64,
    /// What it rests on.
    basis: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Revise a target
///
/// The versions before stay readable, and figures as known earlier keep them.
#[utoipa::path(post, path = "/targets/{id}/revise", tag = "targets", request_body = RevisionBody,
    params(("id" = Uuid, Path, description = "The target."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Revised, now or by the same request before.", body = RevisionAnswer),
        (status = 409, description = "`target-changed`: there is a newer version. `unchanged`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn revise(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<TargetId>,
    sent: Sent<RevisionBody>,
) -> Result<Json<RevisionAnswer>, Declined> {
    caller.0.may(Act::SetTargets)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let revision = Revision {
        version: body.version.unwrap_or_default(),
        target: body.target.map(|target| target.to_string()).unwrap_or_default(),
        basis: body.basis.unwrap_or_default(),
        reason: body.reason.unwrap_or_default(),
    };
    let done = app.change(move |tx, _| targets::revise(tx, &asking, id, &revision)).await?;
    Ok(Json(RevisionAnswer {
        id: done.event.target.0,
        version: done.event.version,
        target: done.event.persons,
        basis: done.event.basis,
        position: done.stamp.position,
    }))
}
