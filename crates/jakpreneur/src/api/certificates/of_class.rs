//! `GET` and `POST /classes/{id}/certificates`: those of a class; issuing them to who finished.
use super::answer::{CertificateAnswer, members, signing};
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    certificates,
    staff::log_read,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Who gets certificates, and who signs them.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueBody {
    /// The name of who signs, with titles.
    #[schema(required, value_type = String, example = "Nama Penanda Tangan")]
    signer: Option<String>,
    /// As what.
    #[schema(required, value_type = String, example = "Kepala Suku Dinas")]
    position: Option<String>,
    /// The member records; not given: everybody who finished and has none.
    #[schema(value_type = Option<Vec<Uuid>>)]
    members: Option<Vec<String>>,
}

/// Certificates that were issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedAnswer {
    /// The class.
    class: Uuid,
    /// One for each who finished, in the order of the numbers.
    issued: Vec<IssuedOne>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// A certificate that was issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedOne {
    /// The certificate.
    id: Uuid,
    /// Who finished.
    member: Uuid,
    /// Its number.
    number: String,
}

/// Certificates of a class.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfClass {
    /// All of them, in the order of issue.
    items: Vec<CertificateAnswer>,
    /// How many finished and have none.
    due: usize,
}

/// List the certificates of a class
///
/// For whoever issues them. That the names were read is logged.
#[utoipa::path(get, path = "/classes/{id}/certificates", tag = "certificates",
    params(("id" = Uuid, Path, description = "The class.")),
    responses(Read, Found, (status = 200, description = "The certificates.", body = OfClass)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(class): RecordId<ClassId>,
) -> Result<Json<OfClass>, Declined> {
    officer.may(Act::IssueCertificates)?;
    let at = app.house.now();
    let read = app.change(move |tx, house| {
        let (all, due) = certificates::for_issuer(tx, house, &officer, class)?;
        let found = i64::try_from(all.len()).unwrap_or(i64::MAX);
        log_read(tx, house.new_id(), at, &officer, "certificate.list", Some(class.0), found)?;
        Ok((all, due))
    });
    let (all, due) = read.await?;
    Ok(Json(OfClass { items: all.into_iter().map(CertificateAnswer::from).collect(), due }))
}

/// Issue certificates
///
/// Who has one gets no second by this, not even when it was revoked; a second call issues the missing.
#[utoipa::path(post, path = "/classes/{id}/certificates", tag = "certificates", request_body = IssueBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Issued.", body = IssuedAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = IssuedAnswer),
        (status = 409, description = "`class-not-finished`; `no-certificate-due`: everybody has one.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn issue(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<IssueBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::IssueCertificates)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = signing(sent.value.signer, sent.value.position);
    let to = members(sent.value.members)?;
    let done = app.change(move |tx, house| {
        certificates::issue(tx, house, &asking, class, &to, &form.understand()?)
    });
    let done = done.await?;
    let one = |it: &certificates::Issued| IssuedOne {
        id: it.certificate.0,
        member: it.member.0,
        number: it.number.to_string(),
    };
    let body = IssuedAnswer {
        class: done.event.class.0,
        issued: done.event.issued.iter().map(one).collect(),
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}
