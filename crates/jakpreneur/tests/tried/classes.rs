//! Classes and the places in them, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    classes::{self, ClassForm, SessionForm},
    places,
    staff::Officer,
};
use rules::ClassId;
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn reading() -> Tries {
    vec![("open a class", open_class), ("one it teaches", open_own_class)]
}

pub fn managing() -> Tries {
    vec![("announce", announce), ("change", change_class), ("call off", call_off)]
}

pub fn placing() -> Tries {
    vec![("ask", ask_place), ("cancel", cancel_place), ("roster", roster)]
}

fn class_form(at: &Place) -> ClassForm {
    ClassForm { agency: Some(at.agency.to_owned()), area: Some(at.office.to_owned()), ..a_class() }
}

fn a_class() -> ClassForm {
    let text = |text: &str| Some(text.to_owned());
    let session = SessionForm {
        held_on: "2022-07-01".to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "theory".to_owned(),
        ..SessionForm::default()
    };
    ClassForm {
        kind: text("basic"),
        title: text("Kelas dasar"),
        trade: text("kuliner"),
        place: text("Aula"),
        capacity: text("1"),
        sessions: Some(vec![session]),
        ..ClassForm::default()
    }
}

fn open_class(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    world.app.db.look(|tx| classes::open(tx, by, at.class)).map(|_| true)
}

fn open_own_class(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, by, mut form) = (world.asking(&world.app.operator()), by.clone(), class_form(at));
    let trainer = classes::TrainerForm { name: "Pelatih".to_owned(), account: by.name.clone() };
    form.trainers = Some(vec![trainer]);
    tried(world, move |tx, house| {
        let class = classes::announce(tx, house, &asking, &form)?.event.class;
        classes::open(tx, &by, class)
    })
}

fn announce(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, form) = (world.asking(by), class_form(at));
    tried(world, move |tx, house| classes::announce(tx, house, &asking, &form))
}

fn change_class(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, class) = (world.asking(by), at.class);
    let form = ClassForm { capacity: Some("5".to_owned()), ..ClassForm::default() };
    tried(world, move |tx, house| classes::change(tx, house, &asking, class, &form))
}

fn call_off(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, class) = (world.asking(by), at.class);
    tried(world, move |tx, _| classes::call_off(tx, &asking, class, "banjir"))
}

fn ask_place(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, class, member) = (world.asking(by), at.class, at.lookalike);
    let wish = places::Wish::default();
    tried(world, move |tx, house| places::ask(tx, house, &asking, class, member, &wish))
}

fn cancel_place(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, class, member) = (world.asking(by), at.class, at.member);
    tried(world, move |tx, house| places::cancel(tx, house, &asking, class, member, "pindah"))
}

fn roster(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let wanted = places::Roster { limit: 10, ..places::Roster::default() };
    let house = &world.app.house;
    let found = world.app.db.look(|tx| places::roster(tx, house, by, at.class, &wanted))?;
    Ok(found.items.iter().any(|line| line.member == at.member))
}

/// A class whose one seat the member has.
pub fn taken(world: &World, at: &Place) -> ClassId {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(&world.app.operator()));
    let (form, member, wish) = (class_form(at), at.member, places::Wish::default());
    let made = world.app.change_now(move |tx, house| {
        let class = classes::announce(tx, house, &first, &form)?.event.class;
        places::ask(tx, house, &then, class, member, &wish)?;
        Ok::<_, Problem>(class)
    });
    made.expect("makes a class")
}
