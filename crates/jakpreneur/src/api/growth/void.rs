//! `POST /members/{id}/measurements/void`: a month taken back, with a reason.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    growth,
};
use axum::{Json, extract::State};
use rules::{Act, MemberId, growth::Month};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Which month is taken back, and why.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VoidMonthBody {
    /// The month.
    #[schema(required, value_type = String, example = "2022-05")]
    month: Option<String>,
    /// The reason, in a sentence.
    #[schema(required, value_type = String, example = "Usaha orang lain")]
    reason: Option<String>,
}

/// A month that was taken back.
#[derive(Debug, Serialize, ToSchema)]
pub struct VoidMonthAnswer {
    /// The member record.
    member: Uuid,
    /// The month, which is missing now.
    month: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Take a month back
///
/// The month is missing then; where it was the baseline, the next month told is.
#[utoipa::path(post, path = "/members/{id}/measurements/void", tag = "growth", request_body = VoidMonthBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Taken back, now or by the same request before.", body = VoidMonthAnswer),
        (status = 409, description = "`erased`: the person's data was erased.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn void(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<VoidMonthBody>,
) -> Result<Json<VoidMonthAnswer>, Declined> {
    caller.0.may(Act::Measure)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let wrong = |_| Problem::Invalid(vec![FieldError::new("month", Code::Month)]);
    let month = Month::parse_officer(&sent.value.month.unwrap_or_default()).map_err(wrong)?;
    let (of, reason) = ((member, month), sent.value.reason.unwrap_or_default());
    let act = app.change(move |tx, house| growth::void(tx, house, &asking, of, &reason));
    let done = act.await?;
    Ok(Json(VoidMonthAnswer {
        member: done.event.member.0,
        month: done.event.month.to_string(),
        position: done.stamp.position,
    }))
}
