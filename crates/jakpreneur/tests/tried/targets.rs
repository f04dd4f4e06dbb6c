//! Targets, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    staff::Officer,
    targets::{self, Draft, Revision},
};
use rules::{
    Agency,
    targets::{CountingRule, Indicator, Period},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn setting() -> Tries {
    vec![("set", set), ("set for all", set_for_all), ("revise", revise)]
}

fn draft(at: &Place) -> Draft {
    Draft {
        indicator: Indicator::Registered,
        agency: Agency::parse(at.agency).ok(),
        area: at.office.parse().expect("a region"),
        period: Period::Year(2022),
        rule: CountingRule::FirstReached,
        target: 60,
        basis: "Rencana".to_owned(),
    }
}

fn set(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, draft) = (world.asking(by), draft(at));
    tried(world, move |tx, house| targets::set(tx, house, &asking, &draft))
}

/// A target of all agencies together.
fn set_for_all(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, draft) = (world.asking(by), Draft { agency: None, ..draft(at) });
    tried(world, move |tx, house| targets::set(tx, house, &asking, &draft))
}

fn revise(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, setting, draft) =
        (world.asking(by), world.asking(&world.app.operator()), draft(at));
    let revision = Revision {
        version: 1,
        target: "70".to_owned(),
        basis: "Rencana".to_owned(),
        reason: "Rencana berubah".to_owned(),
    };
    tried(world, move |tx, house| {
        let target = targets::set(tx, house, &setting, &draft)?.event.target;
        targets::revise(tx, &asking, target, &revision)
    })
}
