//! Seeing the books of a member who consents, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{Problem, books, staff::Officer};
use std::sync::Arc;

pub fn reading() -> Vec<(&'static str, Try)> {
    vec![("with consent", read), ("without consent", read_without)]
}

fn read(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let consenting = world.asking(&Arc::new(Officer::resident(at.member)));
    let (by, member, now) = (by.clone(), at.member, world.app.house.now());
    tried(world, move |tx, house| {
        books::consent(tx, &consenting)?;
        books::seen_by(tx, house, &by, member, now)
    })
}

fn read_without(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (by, member, now) = (by.clone(), at.member, world.app.house.now());
    tried(world, move |tx, house| books::seen_by(tx, house, &by, member, now))
}
