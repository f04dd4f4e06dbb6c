//! Marking, closing and opening again, tried by every role on a class of today.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    House, Problem,
    attendance::{self, Marking},
    classes::{self, ClassForm, SessionForm, TrainerForm},
    journal::{Asking, Change},
    places::{self, Wish},
    staff::Officer,
};
use rules::{
    ClassId, MemberId,
    training::{Mark, Way},
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn marking() -> Tries {
    vec![("mark", mark), ("one it teaches", mark_own), ("let in", admit)]
}

pub fn finishing() -> Tries {
    vec![("close", finish), ("one it teaches", finish_own), ("open again", reopen)]
}

/// A class of today, in which the member has a place.
fn today(at: &Place, trainer: Option<&Officer>) -> ClassForm {
    let text = |text: &str| Some(text.to_owned());
    let session = SessionForm {
        held_on: "2022-06-22".to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "theory".to_owned(),
        ..SessionForm::default()
    };
    let of = |by: &Officer| TrainerForm { name: "Pelatih".to_owned(), account: by.name.clone() };
    ClassForm {
        agency: text(at.agency),
        area: text(at.office),
        kind: text("trade"),
        title: text("Olahan kue"),
        trade: text("kuliner"),
        place: text("Aula"),
        capacity: text("2"),
        closes_on: text("2022-06-22"),
        sessions: Some(vec![session]),
        trainers: trainer.map(|by| vec![of(by)]),
        ..ClassForm::default()
    }
}

pub type Ready = (ClassForm, [Asking; 3], MemberId);

pub fn ready(world: &World, at: &Place, trainer: Option<&Officer>) -> Ready {
    let operator = world.app.operator();
    let asking = [0, 1, 2].map(|_| world.asking(&operator));
    (today(at, trainer), asking, at.member)
}

fn present(member: MemberId) -> Marking {
    let marks = vec![(member, Mark::Present)];
    Marking { session: 1, way: Way::List, marks, reason: String::new() }
}

fn hold(
    tx: &mut Change<'_>,
    house: &House,
    (form, [first, then, _], member): &Ready,
) -> Result<ClassId, Problem> {
    let class = classes::announce(tx, house, first, form)?.event.class;
    places::ask(tx, house, then, class, *member, &Wish::default())?;
    Ok(class)
}

/// A class that is over, and that the member finished.
pub fn closed(
    tx: &mut Change<'_>,
    house: &House,
    ready: &Ready,
    closing: &Asking,
) -> Result<ClassId, Problem> {
    let class = hold(tx, house, ready)?;
    attendance::mark(tx, house, &ready.1[2], class, &present(ready.2))?;
    attendance::finish(tx, house, closing, class)?;
    Ok(class)
}

fn marked(
    world: &World,
    by: &Arc<Officer>,
    at: &Place,
    own: Option<&Officer>,
) -> Result<bool, Problem> {
    let (asking, ready) = (world.asking(by), ready(world, at, own));
    tried(world, move |tx, house| {
        let class = hold(tx, house, &ready)?;
        attendance::mark(tx, house, &asking, class, &present(ready.2))
    })
}

fn mark(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    marked(world, by, at, None)
}

fn mark_own(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    marked(world, by, at, Some(by))
}

fn admit(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, ready, new) = (world.asking(by), ready(world, at, Some(by)), at.lookalike);
    tried(world, move |tx, house| {
        let class = hold(tx, house, &ready)?;
        attendance::admit(tx, house, &asking, (class, 1), (new, Way::List), "")
    })
}

fn finished(
    world: &World,
    by: &Arc<Officer>,
    at: &Place,
    own: Option<&Officer>,
) -> Result<bool, Problem> {
    let (asking, ready) = (world.asking(by), ready(world, at, own));
    tried(world, move |tx, house| {
        let class = hold(tx, house, &ready)?;
        attendance::mark(tx, house, &ready.1[2], class, &present(ready.2))?;
        attendance::finish(tx, house, &asking, class)
    })
}

fn finish(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    finished(world, by, at, None)
}

fn finish_own(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    finished(world, by, at, Some(by))
}

fn reopen(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, ready, closing) =
        (world.asking(by), ready(world, at, Some(by)), world.asking(&world.app.operator()));
    tried(world, move |tx, house| {
        let class = closed(tx, house, &ready, &closing)?;
        attendance::reopen(tx, house, &asking, class, "salah catat")
    })
}
