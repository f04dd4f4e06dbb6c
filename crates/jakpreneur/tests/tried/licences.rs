//! Permits and waves, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem, files,
    licences::{self, LicenceForm},
    staff::Officer,
    waves::{self, WaveForm},
};
use rules::licensing::LicenceState;
use std::sync::Arc;

type Tries = Vec<(&'static str, Try)>;

pub fn managing() -> Tries {
    vec![
        ("record", record),
        ("refuse", refuse),
        ("correct", correct),
        ("prove", prove),
        ("ask in a wave", ask),
        ("leave a wave", leave),
    ]
}

pub fn waves() -> Tries {
    vec![("open", open), ("close", close)]
}

fn nib() -> LicenceForm {
    LicenceForm {
        kind: "nib".to_owned(),
        number: "1234567890123".to_owned(),
        issued_on: "2022-03-01".to_owned(),
        ..LicenceForm::default()
    }
}

fn record(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| licences::record(tx, house, &asking, member, &nib()))
}

fn refuse(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let asked = LicenceForm { kind: "nib".to_owned(), ..LicenceForm::default() };
        let done = licences::record(tx, house, &first, member, &asked)?;
        let no = LicenceForm { refusal: "zoning".to_owned(), ..LicenceForm::default() };
        licences::decide(tx, house, &then, done.event.licence, LicenceState::Refused, &no)
    })
}

fn correct(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = licences::record(tx, house, &first, member, &nib())?;
        let right = LicenceForm { issuer: "BKPM".to_owned(), ..LicenceForm::default() };
        licences::correct(tx, house, &then, done.event.licence, &right, "salah tulis")
    })
}

fn prove(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = licences::record(tx, house, &first, member, &nib())?;
        let ready = files::ready("file", b"%PDF-1.7".to_vec())?;
        licences::add_evidence(tx, house, &then, done.event.licence, &ready)
    })
}

pub fn void(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let member = at.member;
    tried(world, move |tx, house| {
        let done = licences::record(tx, house, &first, member, &nib())?;
        licences::void(tx, house, &then, done.event.licence, "salah orang")
    })
}

fn form(at: &Place) -> WaveForm {
    WaveForm {
        kind: "nib".to_owned(),
        agency: at.agency.to_owned(),
        area: at.office.to_owned(),
        closes_on: "2099-12-31".to_owned(),
        ..WaveForm::default()
    }
}

fn open(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, form) = (world.asking(by), form(at));
    tried(world, move |tx, house| waves::open(tx, house, &asking, &form))
}

fn close(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let form = form(at);
    tried(world, move |tx, house| {
        let done = waves::open(tx, house, &first, &form)?;
        waves::close(tx, &then, done.event.wave)
    })
}

fn ask(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then) = (world.asking(&world.app.operator()), world.asking(by));
    let (form, member) = (form(at), at.member);
    tried(world, move |tx, house| {
        let done = waves::open(tx, house, &first, &form)?;
        waves::ask(tx, &then, done.event.wave, member)
    })
}

fn leave(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let operator = world.app.operator();
    let (first, second) = (world.asking(&operator), world.asking(&operator));
    let (then, form, member) = (world.asking(by), form(at), at.member);
    tried(world, move |tx, house| {
        let done = waves::open(tx, house, &first, &form)?;
        waves::ask(tx, &second, done.event.wave, member)?;
        waves::leave(tx, house, &then, done.event.wave, member, "tidak jadi")
    })
}
