//! Plans of trainings, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    plans::{self, Draft, Revision, Wanted},
    staff::Officer,
};
use rules::{
    Agency, RegionCode,
    training::{ClassKind, plan::PlannedClasses},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn planning() -> Tries {
    vec![("lay out", lay_out), ("change a line", revise), ("a city's line", revise_within)]
}

fn draft(at: &Place, area: &str) -> Draft {
    let line = PlannedClasses {
        kind: ClassKind::Basic,
        trade: "kuliner".to_owned(),
        area: region(at.office),
        month: 7,
        classes: 1,
        seats: 40,
        sessions: 2,
        persons: 40,
        budget_line: String::new(),
        budget: None,
        first_on: None,
        place: None,
        trainer: None,
    };
    Draft {
        agency: Agency::parse(at.agency).expect("an agency"),
        area: region(area),
        year: 2023,
        title: "Rencana".to_owned(),
        persons_target: 40,
        lines: vec![line],
        copied_from: None,
    }
}

fn region(code: &str) -> RegionCode {
    code.parse().expect("a region")
}

fn lay_out(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, draft) = (world.asking(by), draft(at, at.office));
    tried(world, move |tx, house| plans::lay_out(tx, house, &asking, &draft))
}

/// A line of the kecamatan's own plan.
fn revise(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    revise_in(world, by, at, at.office)
}

/// The kecamatan's line in the plan for all of Jakarta.
fn revise_within(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    revise_in(world, by, at, "31")
}

fn revise_in(world: &World, by: &Arc<Officer>, at: &Place, area: &str) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let draft = draft(at, area);
    tried(world, move |tx, house| {
        let plan = plans::lay_out(tx, house, &first, &draft)?.event.plan;
        let revision = Revision {
            plan,
            version: 1,
            title: None,
            persons_target: None,
            reason: "Salah bulan".to_owned(),
            lines: Wanted::Drop(1),
        };
        plans::revise(tx, house, &then, &revision)
    })
}
