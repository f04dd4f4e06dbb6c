//! `GET /training-plans/{id}`: a plan with its lines, in any of its versions.
use super::{answer::PlanAnswer, number};
use crate::{
    App, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    plans,
};
use axum::{Json, extract::State};
use rules::{Act, PlanId};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which version.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// The version to tell; the newest when not given.
    #[param(value_type = Option<i64>, minimum = 1)]
    pub version: Option<String>,
}

impl Which {
    /// The version asked for.
    pub fn version(&self) -> Result<Option<i64>, Problem> {
        number("version", self.version.as_deref())
    }
}

/// Open a training plan
#[utoipa::path(get, path = "/training-plans/{id}", tag = "training-plans",
    params(("id" = Uuid, Path, description = "The plan."), Which),
    responses(Aloud, Read, Found, (status = 200, description = "The plan.", body = PlanAnswer)))]
pub async fn open(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<PlanId>,
    Query(which): Query<Which>,
) -> Result<Json<PlanAnswer>, Declined> {
    officer.may(Act::ReadFigures)?;
    let version = which.version()?;
    let answer = app.look(move |tx, _| {
        let scope = &officer.scope;
        let plan = plans::plan(tx, scope, id)?.ok_or(Problem::NotFound)?;
        let asked = version.unwrap_or(plan.version);
        let versions = plans::versions(tx, scope, id)?;
        let told = versions.into_iter().find(|version| version.version == asked);
        let told = told.ok_or(Problem::NotFound)?;
        let lines = plans::lines(tx, scope, id, asked)?;
        Ok(PlanAnswer::of(&plan, told, &lines))
    });
    Ok(Json(answer.await?))
}
