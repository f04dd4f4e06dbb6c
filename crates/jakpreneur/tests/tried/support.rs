//! Support given, proved, counted and taken back, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem, files,
    staff::Officer,
    support::{self, Span, SupportForm},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn recording() -> Tries {
    vec![("support", give), ("prove support", prove)]
}

fn form() -> SupportForm {
    SupportForm {
        kind: "consultation".to_owned(),
        what: "Kemasan".to_owned(),
        ..SupportForm::default()
    }
}

fn give(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| support::give(tx, house, &asking, member, &form()))
}

fn prove(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let (member, ready) = (at.member, files::ready("file", b"%PDF-1.7".to_vec())?);
    tried(world, move |tx, house| {
        let done = support::give(tx, house, &first, member, &form())?;
        support::add_evidence(tx, house, &then, done.event.support, &ready)
    })
}

pub fn void(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = support::give(tx, house, &first, member, &form())?;
        support::void(tx, house, &then, done.event.support, "salah orang")
    })
}

pub fn count(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let first = world.asking(&world.app.operator());
    let (by, member) = (by.clone(), at.member);
    let (tell, told) = std::sync::mpsc::channel();
    let counted = tried(world, move |tx, house| {
        support::give(tx, house, &first, member, &form())?;
        let counted = support::figures(tx, &by, &Span::default());
        tell.send(counted.as_ref().is_ok_and(|of| of.total.services == 1)).ok();
        counted
    });
    counted.map(|_| told.recv().is_ok_and(|sees| sees))
}
