//! `POST /certificates/{number}/revoke`: a certificate that no longer holds.
use super::answer::number;
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    certificates,
};
use axum::{
    Json,
    extract::{Path, State},
};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a certificate is revoked.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevokeBody {
    /// The reason, which whoever checks it reads.
    #[schema(required, value_type = String, example = "Diterbitkan untuk orang yang salah")]
    reason: Option<String>,
}

/// A certificate that was revoked.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevokeAnswer {
    /// The certificate.
    id: Uuid,
    /// Whose it was.
    member: Uuid,
    /// The day, by the server's clock.
    #[schema(format = Date)]
    revoked_on: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Revoke a certificate
#[utoipa::path(post, path = "/certificates/{number}/revoke", tag = "certificates", request_body = RevokeBody,
    params(("number" = String, Path, description = "The number as printed, with dashes for slashes."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Revoked, now or by the same request before.", body = RevokeAnswer),
        (status = 409, description = "`certificate-revoked` or `certificate-replaced`: it did not hold.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn revoke(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    Path(asked): Path<String>,
    sent: Sent<RevokeBody>,
) -> Result<Json<RevokeAnswer>, Declined> {
    caller.0.may(Act::IssueCertificates)?;
    let (asking, number) = (key.asking(&app, &caller, &sent.bytes), number(&asked)?);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app
        .change(move |tx, house| certificates::revoke(tx, house, &asking, &number, &reason))
        .await?;
    Ok(Json(RevokeAnswer {
        id: done.event.certificate.0,
        member: done.event.member.0,
        revoked_on: done.stamp.at.date().to_string(),
        position: done.stamp.position,
    }))
}
