//! `PUT /training-plans/{id}`: a new version, with the reason.
use super::{
    LARGEST_PLAN,
    answer::PlanLineAnswer,
    body::{PlanLineBody, lines},
    invalid,
};
use crate::{
    App, Code, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::Done,
    plans::{self, Revised, Revision, Wanted},
    staff::Officer,
};
use axum::{Json, extract::State};
use rules::{Act, PlanId, RegionCode};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is to be different in a plan.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevisionBody {
    /// The version that was looked at; a newer one refuses the change.
    #[schema(required, value_type = i64, minimum = 1)]
    version: Option<i64>,
    /// Why, at most 500 characters.
    #[schema(required, value_type = String, example = "Ruang kelas pindah")]
    reason: Option<String>,
    /// What the plan is to be called; as before when not given.
    title: Option<String>,
    /// How many people it is to reach; as before when not given.
    persons_target: Option<u32>,
    /// The lines in the caller's area, all of them: equal ones keep their numbers, missing ones are gone.
    /// As before when not given.
    lines: Option<Vec<PlanLineBody>>,
}

/// A new version of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct RevisionAnswer {
    /// The plan.
    id: Uuid,
    /// The new version.
    version: i64,
    /// What the plan is called.
    title: String,
    /// How many people it is to reach.
    persons_target: u32,
    /// Why the version was made.
    reason: String,
    /// The numbers of lines that are gone.
    gone: Vec<u32>,
    /// Lines that are new, or different from now on.
    lines: Vec<PlanLineAnswer>,
    /// When it was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Revise a training plan
///
/// The versions before stay readable. The document may be up to 4 MB.
#[utoipa::path(put, path = "/training-plans/{id}", tag = "training-plans", request_body = RevisionBody,
    params(("id" = Uuid, Path, description = "The plan."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Revised, now or by the same request before.", body = RevisionAnswer),
        (status = 409, description = "`plan-changed`: there is a newer version. `unchanged`: nothing differs.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn revise(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<PlanId>,
    sent: Sent<RevisionBody, LARGEST_PLAN>,
) -> Result<Json<RevisionAnswer>, Declined> {
    caller.0.may(Act::PlanTraining)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let revision = sent.value.revision(&app, caller.0, id).await?;
    let done = app.change(move |tx, house| plans::revise(tx, house, &asking, &revision)).await?;
    Ok(Json(answer(done)))
}

impl RevisionBody {
    async fn revision(
        self,
        app: &App,
        officer: Arc<Officer>,
        plan: PlanId,
    ) -> Result<Revision, Declined> {
        let version = self.version.ok_or_else(|| invalid("version", Code::Empty))?;
        let wanted = match &self.lines {
            Some(bodies) => Wanted::These(wanted(app, officer, plan, bodies).await?),
            None => Wanted::AsTheyAre,
        };
        Ok(Revision {
            plan,
            version,
            title: self.title,
            persons_target: self.persons_target,
            reason: self.reason.unwrap_or_default(),
            lines: wanted,
        })
    }
}

async fn wanted(
    app: &App,
    officer: Arc<Officer>,
    id: PlanId,
    bodies: &[PlanLineBody],
) -> Result<Vec<rules::training::plan::PlannedClasses>, Declined> {
    let known = app.look(move |tx, _| {
        let plan = plans::plan(tx, &officer.scope, id)?.ok_or(Problem::NotFound)?;
        Ok((plan.area, plan.year, plans::trades(tx)?))
    });
    let (area, year, trades): (RegionCode, i16, _) = known.await?;
    lines(bodies, &app.house, &trades, (area, year)).map_err(Declined::Fields)
}

fn answer(done: Done<Revised>) -> RevisionAnswer {
    let event = done.event;
    RevisionAnswer {
        id: event.plan.0,
        version: event.version,
        title: event.title,
        persons_target: event.persons_target,
        reason: event.reason,
        gone: event.changes.gone,
        lines: event.changes.lines.iter().map(PlanLineAnswer::of).collect(),
        recorded_at: done.stamp.at.rfc3339(),
        position: done.stamp.position,
    }
}
