//! Released reports, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    releases::{self, OutsideForm, ReleaseForm, ReleaseNumber},
    staff::Officer,
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn releasing() -> Tries {
    vec![("release", release), ("see an agency's", see), ("enter a figure from elsewhere", enter)]
}

fn form(at: &Place) -> ReleaseForm {
    let mut form = ReleaseForm { kind: "stages".to_owned(), ..ReleaseForm::default() };
    form.question.agency = Some(at.agency.to_owned());
    form
}

fn release(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let draft = releases::prepare(&world.app, by, &form(at))?;
    let asking = world.asking(by);
    tried(world, move |tx, house| releases::release(tx, house, &asking, draft))
}

/// Opening what the operator released of the agency's records everywhere.
fn see(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let draft = releases::prepare(&world.app, &world.app.operator(), &form(at))?;
    let (asking, by) = (world.asking(&world.app.operator()), by.clone());
    tried(world, move |tx, house| {
        let done = releases::release(tx, house, &asking, draft)?;
        releases::open(tx, &by, done.event.release)
    })
}

/// A figure beside what the operator released of the agency's records everywhere.
fn enter(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let draft = releases::prepare(&world.app, &world.app.operator(), &form(at))?;
    let (operator, asking) = (world.asking(&world.app.operator()), world.asking(by));
    let outside = OutsideForm {
        line: "registration".to_owned(),
        value: "1".to_owned(),
        source: "Surat kabar".to_owned(),
        explanation: "Dihitung lain".to_owned(),
        parts: Vec::new(),
    };
    tried(world, move |tx, house| {
        let event = releases::release(tx, house, &operator, draft)?.event;
        let number = ReleaseNumber { year: event.year, serial: event.serial };
        releases::enter_outside(tx, &asking, number, &outside)
    })
}
