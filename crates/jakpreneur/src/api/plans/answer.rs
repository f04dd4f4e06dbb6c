//! What is told of a plan.
use crate::{
    journal::Done,
    plans::{LaidOut, Plan, Version},
};
use rules::training::plan::Numbered;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A plan in one of its versions.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanAnswer {
    /// The plan.
    id: Uuid,
    /// The code of its agency.
    agency: String,
    /// The code of the area it is for.
    area: String,
    /// The year it is for.
    year: i16,
    /// What it is called.
    title: String,
    /// How many people it is to reach.
    persons_target: u32,
    /// The version that is told.
    version: i64,
    /// Why this version was made; null for the first.
    reason: Option<String>,
    /// When this version was recorded, by the server's clock.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// Where this version was recorded in the journal.
    position: i64,
    /// The plan that its first lines were copied from; null where they were not.
    copied_from: Option<Uuid>,
    /// The lines in the caller's area.
    lines: Vec<PlanLineAnswer>,
}

/// A line of a plan.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanLineAnswer {
    /// The line's number, which it keeps through all versions.
    line: u32,
    /// For whom the classes are.
    #[schema(pattern = "^(basic|trade|workshop|agency)$")]
    kind: &'static str,
    /// The code of what they are about.
    trade: String,
    /// The code of the kecamatan.
    area: String,
    /// The month, 1 to 12.
    month: i8,
    /// How many classes.
    classes: u32,
    /// Seats of each class.
    seats: u32,
    /// Sessions of each class.
    sessions: u32,
    /// People they reach together whom no other line counts.
    persons: u32,
    /// The line of the budget; empty where none is named.
    budget_line: String,
    /// What they may cost together, in whole rupiah.
    budget: Option<i64>,
    /// The day the first of them begins.
    #[schema(format = Date)]
    first_on: Option<String>,
    /// The room.
    place: Option<String>,
    /// Who teaches.
    trainer: Option<String>,
}

impl PlanLineAnswer {
    /// A line as it is told.
    pub fn of((line, planned): &Numbered) -> Self {
        Self {
            line: *line,
            kind: planned.kind.word(),
            trade: planned.trade.clone(),
            area: planned.area.to_string(),
            month: planned.month,
            classes: planned.classes,
            seats: planned.seats,
            sessions: planned.sessions,
            persons: planned.persons,
            budget_line: planned.budget_line.clone(),
            budget: planned.budget.map(|budget| budget.0),
            first_on: planned.first_on.map(|on| on.to_string()),
            place: planned.place.clone(),
            trainer: planned.trainer.clone(),
        }
    }
}

impl PlanAnswer {
    /// A plan as it was laid out.
    pub fn laid_out(done: &Done<LaidOut>) -> Self {
        let event = &done.event;
        let lines = (1..).zip(event.lines.iter().cloned());
        Self {
            id: event.plan.0,
            agency: event.agency.to_string(),
            area: event.area.to_string(),
            year: event.year,
            title: event.title.clone(),
            persons_target: event.persons_target,
            version: 1,
            reason: None,
            recorded_at: done.stamp.at.rfc3339(),
            position: done.stamp.position,
            copied_from: event.copied_from.map(|plan| plan.0),
            lines: lines.map(|line| PlanLineAnswer::of(&line)).collect(),
        }
    }

    /// A version of a plan.
    pub fn of(plan: &Plan, version: Version, lines: &[Numbered]) -> Self {
        Self {
            id: plan.id.0,
            agency: plan.agency.to_string(),
            area: plan.area.to_string(),
            year: plan.year,
            title: version.title,
            persons_target: version.persons_target,
            version: version.version,
            reason: version.reason,
            recorded_at: version.recorded_at.rfc3339(),
            position: version.position,
            copied_from: plan.copied_from.map(|plan| plan.0),
            lines: lines.iter().map(PlanLineAnswer::of).collect(),
        }
    }
}
