//! `POST /members/{id}/measurements`: a month of a member's business.
use super::list::WorkersBody;
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    growth::{self, MeasureForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A month of a business; what is not given is not known.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MeasureBody {
    /// The month the turnover is of; not one to come.
    #[schema(required, value_type = String, example = "2022-05")]
    month: Option<String>,
    /// The day on which assets and workers were so; today when not given.
    #[schema(format = Date)]
    measured_on: Option<String>,
    /// Sales of the month in whole rupiah.
    #[schema(minimum = 0)]
    turnover: Option<i64>,
    /// Capital without land and building in whole rupiah.
    #[schema(minimum = 0)]
    assets: Option<i64>,
    /// Who works there, the owner included.
    workers: Option<WorkersBody>,
    /// Where it comes from.
    #[schema(required, value_type = String, pattern = "^(told|books|verified)$")]
    source: Option<String>,
    /// Why what stands for the month is corrected; needed where something stands.
    reason: Option<String>,
    /// Whether values are meant that jump against the month told before.
    confirmed: Option<bool>,
}

/// A month that was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureAnswer {
    /// The member record.
    member: Uuid,
    /// The month.
    month: String,
    /// Whether growth is counted from here: the first month told is the baseline.
    is_baseline: bool,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Tell a month of a member's business
///
/// Instead of what stands for the month, where something does. Values that jump are asked back with `odd` and
/// `unconfirmed`, until `confirmed` is true.
#[utoipa::path(post, path = "/members/{id}/measurements", tag = "growth", request_body = MeasureBody,
    params(("id" = Uuid, Path, description = "The member record."), Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = MeasureAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = MeasureAnswer),
        (status = 409, description = "`unchanged`: this stands for the month already. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn measure(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(member): RecordId<MemberId>,
    sent: Sent<MeasureBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::Measure)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = MeasureForm::from(sent.value);
    let act = app.change(move |tx, house| growth::measure(tx, house, &asking, member, &form));
    let done = act.await?;
    let body = MeasureAnswer {
        member: done.event.member.0,
        month: done.event.month.to_string(),
        is_baseline: done.event.is_baseline,
        position: done.stamp.position,
    };
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(body)).into_response())
}

impl From<MeasureBody> for MeasureForm {
    fn from(body: MeasureBody) -> Self {
        let amount = |of: Option<i64>| of.map(|of| of.to_string()).unwrap_or_default();
        let workers = body.workers.map(|of| {
            [of.women_paid, of.women_unpaid, of.men_paid, of.men_unpaid].map(|one| one.to_string())
        });
        Self {
            month: body.month.unwrap_or_default(),
            measured_on: body.measured_on.unwrap_or_default(),
            turnover: amount(body.turnover),
            assets: amount(body.assets),
            workers: workers.unwrap_or_default(),
            source: body.source.unwrap_or_default(),
            reason: body.reason.unwrap_or_default(),
            confirmed: body.confirmed.unwrap_or_default(),
        }
    }
}
