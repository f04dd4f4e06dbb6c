//! `POST /certificates/{number}/reissue`: a new certificate in the place of another.
use super::answer::{number, signing};
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
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Why a certificate is issued again, and who signs it.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReissueBody {
    /// The reason, which whoever checks the old one reads.
    #[schema(required, value_type = String, example = "Nama salah tulis")]
    reason: Option<String>,
    /// The name of who signs, with titles.
    #[schema(required, value_type = String)]
    signer: Option<String>,
    /// As what.
    #[schema(required, value_type = String)]
    position: Option<String>,
}

/// A certificate in the place of another.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReissueAnswer {
    /// The certificate.
    id: Uuid,
    /// Who finished.
    member: Uuid,
    /// Its number.
    number: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Issue a certificate again
///
/// With what is known now of the person and the class, under a new number; the old one says what took its
/// place, and why.
#[utoipa::path(post, path = "/certificates/{number}/reissue", tag = "certificates", request_body = ReissueBody,
    params(("number" = String, Path, description = "The number as printed, with dashes for slashes."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Issued.", body = ReissueAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = ReissueAnswer),
        (status = 409, description = "`certificate-replaced`: by another; `erased`: there is no name to print.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn reissue(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    Path(asked): Path<String>,
    sent: Sent<ReissueBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::IssueCertificates)?;
    let (asking, number) = (key.asking(&app, &caller, &sent.bytes), number(&asked)?);
    let form = signing(sent.value.signer, sent.value.position);
    let reason = sent.value.reason.unwrap_or_default();
    let done = app.change(move |tx, house| {
        let signing = form.understand()?;
        certificates::reissue(tx, house, &asking, &number, &signing, &reason)
    });
    let done = done.await?;
    let body = ReissueAnswer {
        id: done.event.issued.certificate.0,
        member: done.event.issued.member.0,
        number: done.event.issued.number.to_string(),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
