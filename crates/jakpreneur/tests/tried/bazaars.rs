//! Bazaars announced and drawn, stands asked for and days told of, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    bazaars::{self, BazaarForm},
    staff::Officer,
};
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn managing() -> Tries {
    vec![("announce", announce), ("call off", call_off)]
}

pub fn looking_after() -> Tries {
    vec![("ask", ask), ("sellers", sellers)]
}

/// A bazaar on the network, today.
fn form(at: &Place, world: &World) -> BazaarForm {
    let today = world.app.house.today().to_string();
    BazaarForm {
        title: "Bazar contoh".to_owned(),
        kind: "online".to_owned(),
        agency: at.agency.to_owned(),
        area: at.office.to_owned(),
        place: "https://bazar.example".to_owned(),
        first_on: today.clone(),
        closes_on: today,
        ..BazaarForm::default()
    }
}

fn announce(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, form) = (world.asking(by), form(at, world));
    tried(world, move |tx, house| bazaars::announce(tx, house, &asking, &form))
}

fn call_off(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, asking) = (world.asking(&world.app.operator()), world.asking(by));
    let form = form(at, world);
    tried(world, move |tx, house| {
        let id = bazaars::announce(tx, house, &first, &form)?.event.bazaar;
        bazaars::call_off(tx, &asking, id, "hujan")
    })
}

fn ask(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, asking) = (world.asking(&world.app.operator()), world.asking(by));
    let (form, member) = (form(at, world), at.member);
    tried(world, move |tx, house| {
        let id = bazaars::announce(tx, house, &first, &form)?.event.bazaar;
        bazaars::ask(tx, house, &asking, id, member)
    })
}

fn sellers(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let operator = world.app.operator();
    let [first, second] = [(); 2].map(|()| world.asking(&operator));
    let (asking, form, member) = (world.asking(by), form(at, world), at.member);
    let (tell, told) = std::sync::mpsc::channel();
    let done = tried(world, move |tx, house| {
        let id = bazaars::announce(tx, house, &first, &form)?.event.bazaar;
        bazaars::ask(tx, house, &second, id, member)?;
        let seen = bazaars::sellers(tx, house, &asking, id, (0, 50))?;
        tell.send(seen.total == 1).expect("hears");
        Ok(())
    });
    done.map(|_| told.recv().expect("was told"))
}
