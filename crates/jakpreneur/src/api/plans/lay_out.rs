//! `POST /training-plans`: a plan laid out, or copied from another year.
use super::{
    LARGEST_PLAN,
    answer::PlanAnswer,
    body::{PlanLineBody, lines},
    invalid,
};
use crate::{
    App, Code, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
    },
    plans::{self, Draft, Heading},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, PlanId};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A plan to be laid out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBody {
    /// The code of the agency whose plan it is.
    #[schema(required, value_type = String, example = "ppkukm")]
    agency: Option<String>,
    /// The code of the area it is for: Jakarta, a city or a kecamatan.
    #[schema(required, value_type = String, example = "31")]
    area: Option<String>,
    /// The year it is for, 2017 to 2100.
    #[schema(required, value_type = i16, example = 2020)]
    year: Option<i16>,
    /// What it is called, at most 120 characters.
    #[schema(required, value_type = String, example = "Rencana pelatihan 2020")]
    title: Option<String>,
    /// How many people it is to reach; not how many seats.
    #[schema(required, value_type = u32, example = 43_000)]
    persons_target: Option<u32>,
    /// What it lays out, at most 5000 lines; none when not given.
    lines: Option<Vec<PlanLineBody>>,
    /// Another plan whose lines in this area are copied into this year, instead of `lines`.
    copy_from: Option<Uuid>,
}

/// Lay out a training plan
///
/// The whole document is one act; it may be up to 4 MB. An agency has one plan for an area and a year.
#[utoipa::path(post, path = "/training-plans", tag = "training-plans", request_body = PlanBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Laid out, as version 1.", body = PlanAnswer),
        (status = 200, description = "The same request under the same key was done before.", body = PlanAnswer),
        (status = 404, description = "`not-found`: there is no plan to copy from in the caller's scope.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "`plan-there`: the agency has a plan for the area and year.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn lay_out(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<PlanBody, LARGEST_PLAN>,
) -> Result<Response, Declined> {
    caller.0.may(Act::PlanTraining)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let body = sent.value;
    let copied = body.copy_from.map(PlanId);
    if copied.is_some() && body.lines.is_some() {
        return Err(invalid("copy_from", Code::Word).into());
    }
    let draft = body.draft(&app).await?;
    let done = app.change(move |tx, house| match copied {
        Some(from) => plans::copy(tx, house, &asking, from, &draft),
        None => plans::lay_out(tx, house, &asking, &draft),
    });
    let done = done.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(PlanAnswer::laid_out(&done))).into_response())
}

impl PlanBody {
    async fn draft(&self, app: &App) -> Result<Draft, Declined> {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let heading = Heading {
            agency: text(&self.agency),
            area: text(&self.area),
            year: self.year.map(|year| year.to_string()).unwrap_or_default(),
            title: text(&self.title),
            persons_target: self.persons_target.map(|n| n.to_string()).unwrap_or_default(),
        };
        let mut draft = heading.understand()?;
        if let Some(bodies) = &self.lines {
            let trades = app.look(|tx, _| Ok::<_, Problem>(plans::trades(tx)?)).await?;
            draft.lines = lines(bodies, &app.house, &trades, (draft.area, draft.year))
                .map_err(Declined::Fields)?;
        }
        Ok(draft)
    }
}
