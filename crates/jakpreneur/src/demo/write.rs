//! Writing residents through the acts, many to a transaction.
use super::{
    Told, asking,
    resident::{File, Given, Resident, Source},
};
use crate::{
    App, House, Problem,
    journal::{Asking, Change},
    licences::{self, LicenceForm, LicenceRow},
    mentoring::{self, VisitForm},
    people,
    staff::Officer,
    stages,
};
use rules::{Date, MemberId, licensing::LicenceKind, mentoring::Met};
use std::{
    sync::{Arc, mpsc},
    thread,
};

/// Why something is taken back.
const WRONG: &str = "Salah orang";
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
    let asking = asking(house, officer, house.now());
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

/// Registers somebody.
pub(super) fn register(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Arc<Officer>,
    file: &File,
) -> Result<MemberId, Problem> {
    let new = file.form.understand(house, officer)?;
    let asking = asking(house, officer, house.now());
    Ok(people::register(tx, house, &asking, &new)?.event.member)
}

fn service(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Arc<Officer>,
    member: MemberId,
    given: &Given,
) -> Result<(), Problem> {
    let at = || asking(house, officer, house.now());
    match given.source {
        Some(Source::Permit(number)) => permit(tx, house, at, member, (number, given)),
        Some(Source::Visit) => visit(tx, house, at, member, given),
        None => {
            let done = stages::record(tx, house, &at(), member, &given.form, None)?;
            if given.taken_back {
                stages::void(tx, house, &at(), done.event.service, WRONG)?;
            }
            Ok(())
        }
    }
}

/// The first permit of a resident is a NIB, another one a trademark; the wrong one was somebody else's letter.
fn permit(
    tx: &mut Change<'_>,
    house: &House,
    at: impl Fn() -> Asking,
    member: MemberId,
    (number, given): (u64, &Given),
) -> Result<(), Problem> {
    let stands = |it: &LicenceRow| it.voided_at_position.is_none();
    let has_one = licences::of_member(tx, member)?.iter().any(stands);
    let (kind, number) = match (given.taken_back, has_one) {
        (true, _) => (LicenceKind::SKU, format!("SKU {number}")),
        (false, false) => (LicenceKind::NIB, format!("91{number:011}")),
        (false, true) => (LicenceKind::TRADEMARK, format!("IDM{number:09}")),
    };
    let form = LicenceForm {
        kind: kind.to_string(),
        number,
        issued_on: given.on.to_string(),
        ..LicenceForm::default()
    };
    let done = licences::record(tx, house, &at(), member, &form)?;
    if given.taken_back {
        licences::void(tx, house, &at(), done.event.licence, WRONG)?;
    }
    Ok(())
}

/// A visit; the first that meets somebody is the mentoring service.
fn visit(
    tx: &mut Change<'_>,
    house: &House,
    at: impl Fn() -> Asking,
    member: MemberId,
    given: &Given,
) -> Result<(), Problem> {
    let form = VisitForm {
        met: Met::Member.word().to_owned(),
        visited_on: given.on.to_string(),
        ..VisitForm::default()
    };
    let done = mentoring::visit(tx, house, &at(), member, &form)?;
    let taken_back = done.event.service.filter(|_| given.taken_back);
    if let Some(service) = taken_back {
        stages::void(tx, house, &at(), service, WRONG)?;
    }
    Ok(())
}

impl Told {
    pub(super) fn add(&mut self, other: Self) {
        self.members += other.members;
        self.services += other.services;
    }
}
