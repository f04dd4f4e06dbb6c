//! Telling a month of a business and taking it back, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    growth::{self, MeasureForm},
    staff::Officer,
};
use rules::growth::Month;
use std::sync::Arc;

pub fn measuring() -> Vec<(&'static str, Try)> {
    vec![("measure", measure), ("void", void)]
}

fn form() -> MeasureForm {
    let text = |text: &str| text.to_owned();
    MeasureForm {
        month: text("2022-01"),
        turnover: text("5000000"),
        source: text("told"),
        ..MeasureForm::default()
    }
}

fn measure(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| growth::measure(tx, house, &asking, member, &form()))
}

fn void(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = growth::measure(tx, house, &first, member, &form())?;
        let of: (_, Month) = (member, done.event.month);
        growth::void(tx, house, &then, of, "usaha orang lain")
    })
}
