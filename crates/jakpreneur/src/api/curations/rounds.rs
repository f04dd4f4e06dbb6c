//! `POST /curations` and `POST /curations/{id}/close`.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    curations::{self, RoundForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::{Act, CurationRoundId, marketing::curation::Grade};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A round of curation.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CurationBody {
    /// What it is called.
    #[schema(required, value_type = String)]
    title: Option<String>,
    /// The code of the agency that holds it; not given: the caller's own.
    agency: Option<String>,
    /// The code of the area it is for; not given: the caller's own.
    area: Option<String>,
    /// The first day of entering; today when not given.
    #[schema(format = Date)]
    opens_on: Option<String>,
    /// The last day of entering.
    #[schema(required, value_type = String, format = Date)]
    closes_on: Option<String>,
    /// What is looked at; those in force, as usual, when not given.
    criteria: Option<Vec<CriterionBody>>,
    /// The grades; those in force when not given.
    grades: Option<Vec<GradeBody>>,
}

/// A criterion with its weight.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CriterionBody {
    /// A code of `GET /curation-terms`.
    #[schema(required, value_type = String)]
    code: Option<String>,
    /// How heavy it weighs beside the others.
    #[schema(required, value_type = u16, minimum = 1, maximum = 1000)]
    weight: Option<u16>,
}

/// A grade, from a score on; one of them begins at 0.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GradeBody {
    /// What it is called.
    #[schema(required, value_type = String)]
    name: Option<String>,
    /// The least weighted score.
    #[schema(required, value_type = u8, minimum = 0, maximum = 100)]
    from: Option<u8>,
    /// Whether it is a passed curation.
    #[schema(required)]
    passes: bool,
}

/// A round that was announced or closed.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationDone {
    /// The round.
    id: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Announce a round of curation
#[utoipa::path(post, path = "/curations", tag = "curations", request_body = CurationBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Announced.", body = CurationDone),
        (status = 200, description = "The same request under the same key was done before.", body = CurationDone)))]
pub async fn announce(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<CurationBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageCurations)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let form = sent.value.form()?;
    let done = app.change(move |tx, house| curations::announce(tx, house, &asking, &form)).await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let body = CurationDone { id: done.event.round.0, position: done.stamp.position };
    Ok((status, Json(body)).into_response())
}

impl CurationBody {
    fn form(self) -> Result<RoundForm, Problem> {
        let criterion = |it: CriterionBody| {
            let weight = it.weight.map(|weight| weight.to_string());
            (it.code.unwrap_or_default(), weight.unwrap_or_default())
        };
        let wrong = |code| Problem::Invalid(vec![FieldError::new("grades", code)]);
        let mut grades = Vec::new();
        for it in self.grades.unwrap_or_default() {
            let name = it.name.unwrap_or_default();
            let from = it.from.ok_or_else(|| wrong(Code::Empty))?;
            grades.push(Grade { name, from, passes: it.passes });
        }
        Ok(RoundForm {
            title: self.title.unwrap_or_default(),
            agency: self.agency.unwrap_or_default(),
            area: self.area.unwrap_or_default(),
            opens_on: self.opens_on.unwrap_or_default(),
            closes_on: self.closes_on.unwrap_or_default(),
            criteria: self.criteria.unwrap_or_default().into_iter().map(criterion).collect(),
            grades,
        })
    }
}

/// Close a round early
///
/// Nothing more is entered; what is under way goes on.
#[utoipa::path(post, path = "/curations/{id}/close", tag = "curations",
    params(("id" = Uuid, Path, description = "The round."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Closed, now or by the same request before.", body = CurationDone),
        (status = 409, description = "`round-closed`: it was closed.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn close(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(round): RecordId<CurationRoundId>,
) -> Result<Json<CurationDone>, Declined> {
    caller.0.may(Act::ManageCurations)?;
    let asking = key.asking(&app, &caller, &[]);
    let done = app.change(move |tx, _| curations::close(tx, &asking, round)).await?;
    Ok(Json(CurationDone { id: round.0, position: done.stamp.position }))
}
