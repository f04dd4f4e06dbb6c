//! Writing residents through the acts, many to a transaction.
use super::{
    Told,
    resident::{File, Given, Resident},
};
use crate::{
    App, House, Problem,
    journal::{Asking, Change},
    people,
    staff::Officer,
    stages,
};
use rules::{ActId, Date, MemberId};
use std::{
    sync::{Arc, mpsc},
    thread,
};

/// So many acts go into one transaction. People live in 4,096 shards, each with its own pages: fewer
/// acts together would write nearly a page for each.
const TOGETHER: usize = 50_000;

/// People, and how many of them there are up to here.
type Portion = (Vec<File>, u64);

/// Writes everyone; `telling` hears how many residents are written. One thread makes them up while
/// the other writes.
pub(super) fn all(
    app: &App,
    residents: impl Iterator<Item = Resident> + Send,
    telling: &mut dyn FnMut(u64),
) -> Result<Told, Problem> {
    let today = app.house.today();
    let mut told = Told::default();
    thread::scope(|scope| {
        let (send, receive) = mpsc::sync_channel::<Portion>(1);
        scope.spawn(move || make_up(residents, today, &send));
        for (files, done) in receive {
            told.add(together(app, files)?);
            telling(done);
        }
        Ok(told)
    })
}

/// Makes people up until nobody wants more.
fn make_up(
    residents: impl Iterator<Item = Resident>,
    today: Date,
    send: &mpsc::SyncSender<Portion>,
) {
    let (mut waiting, mut acts, mut done) = (Vec::new(), 0, 0);
    for resident in residents {
        done += 1;
        for file in resident.files.into_iter().filter_map(|file| until(file, today)) {
            acts += 1 + file.services.len();
            waiting.push(file);
        }
        if acts >= TOGETHER {
            acts = 0;
            if send.send((std::mem::take(&mut waiting), done)).is_err() {
                return;
            }
        }
    }
    // Writing stopped at a fault, and says so itself.
    drop(send.send((waiting, done)));
}

/// Nothing is recorded of a day that has not come.
fn until(mut file: File, today: Date) -> Option<File> {
    file.services.retain(|given| given.on <= today);
    (file.on <= today).then_some(file)
}

fn together(app: &App, files: Vec<File>) -> Result<Told, Problem> {
    let officer = app.operator();
    app.change_now(move |tx, house| {
        let (mut told, mut just_now) = (Told::default(), people::JustNow::default());
        for file in &files {
            told.add(one(tx, house, &officer, file, &mut just_now)?);
        }
        Ok(told)
    })
}

fn one(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Arc<Officer>,
    file: &File,
    just_now: &mut people::JustNow,
) -> Result<Told, Problem> {
    let asking = asking(house, officer);
    let new = file.form.understand(house, officer)?;
    let done = people::register_of_many(tx, house, &asking, &new, just_now)?;
    let member = done.event.member;
    let mut told = Told { members: 1, services: 0 };
    for given in &file.services {
        service(tx, house, officer, member, given)?;
        told.services += 1;
    }
    Ok(told)
}

fn service(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Arc<Officer>,
    member: MemberId,
    given: &Given,
) -> Result<(), Problem> {
    let done = stages::record(tx, house, &asking(house, officer), member, &given.form, None)?;
    if given.taken_back {
        let service = done.event.service;
        stages::void(tx, house, &asking(house, officer), service, "Salah orang")?;
    }
    Ok(())
}

fn asking(house: &House, officer: &Arc<Officer>) -> Asking {
    let (at, act_id) = (house.now(), ActId(house.new_id()));
    Asking { officer: officer.clone(), at, act_id, asked: None }
}

impl Told {
    fn add(&mut self, other: Self) {
        self.members += other.members;
        self.services += other.services;
    }
}
