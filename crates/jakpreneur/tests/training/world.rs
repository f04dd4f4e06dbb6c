//! What tests of training share: a class as typed, and the acts upon it.
use crate::common;
use jakpreneur::{
    App, Problem,
    attendance::{self, By, Wanted},
    classes::{self, Class, ClassAnnounced, ClassChanged, ClassForm, SessionForm},
    journal::Done,
    places::{self, PlaceAsked, PlaceCancelled, PlaceTransferred, Wish},
    staff::{self, AccountForm, Cost, Officer},
    verify::{NotVerified, verify},
};
use rules::{ClassId, MemberId, training::PlaceState};
use std::sync::Arc;

/// A class of two days in a week, in Kebon Jeruk.
pub fn form(seats: u32) -> ClassForm {
    let text = |text: &str| Some(text.to_owned());
    ClassForm {
        kind: text("trade"),
        title: text("Olahan kue kering"),
        trade: text("kue-roti"),
        agency: text("ppkukm"),
        area: text("31.73.05"),
        place: text("Aula kecamatan Kebon Jeruk"),
        capacity: Some(seats.to_string()),
        closes_on: text("2022-06-28"),
        sessions: Some(vec![session("2022-06-29"), session("2022-06-30")]),
        ..ClassForm::default()
    }
}

/// A session from nine to noon.
pub fn session(held_on: &str) -> SessionForm {
    SessionForm {
        held_on: held_on.to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "praktik".to_owned(),
        ..SessionForm::default()
    }
}

pub fn announce(app: &App, form: ClassForm) -> Result<Done<ClassAnnounced>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| classes::announce(tx, house, &asking, &form))
}

/// A class with so many seats.
pub fn class(app: &App, seats: u32) -> ClassId {
    announce(app, form(seats)).expect("announces").event.class
}

pub fn change(app: &App, class: ClassId, form: ClassForm) -> Result<Done<ClassChanged>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| classes::change(tx, house, &asking, class, &form))
}

pub fn open(app: &App, class: ClassId) -> Class {
    app.db.look(|tx| classes::open(tx, &app.operator(), class)).expect("is there")
}

pub fn ask(app: &App, class: ClassId, member: MemberId) -> Result<Done<PlaceAsked>, Problem> {
    wish(app, class, member, Wish::default())
}

pub fn wish(
    app: &App,
    class: ClassId,
    member: MemberId,
    wish: Wish,
) -> Result<Done<PlaceAsked>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| places::ask(tx, house, &asking, class, member, &wish))
}

pub fn cancel(
    app: &App,
    class: ClassId,
    member: MemberId,
) -> Result<Done<PlaceCancelled>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| places::cancel(tx, house, &asking, class, member, "sakit"))
}

pub fn transfer(
    app: &App,
    classes: (ClassId, ClassId),
    member: MemberId,
) -> Result<Done<PlaceTransferred>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| places::transfer(tx, house, &asking, classes, member, ""))
}

/// How a member stands to a class.
pub fn state(app: &App, class: ClassId, member: MemberId) -> Option<PlaceState> {
    let place = app.db.look(|tx| places::place(tx, class, member)).expect("looks");
    place.map(|place| place.state)
}

/// Registers so many people, all of one agency.
pub fn members(app: &App, many: u32) -> Vec<MemberId> {
    let register = |n| common::register(app, n, "ppkukm", "2022-01-03").expect("registers");
    (0..many).map(|n| register(n).event.member).collect()
}

/// What is remembered of a class between requests counts as its rows do.
pub fn counted_as_read(app: &App, class: ClassId) {
    let wanted = Wanted { class: Some(class), ..Wanted::default() };
    let officer = app.operator();
    let (remembered, read) = app
        .db
        .look(|tx| {
            let sums = attendance::sums(tx, &app.house, &officer, By::Class, &wanted)?;
            Ok::<_, Problem>((sums.all, attendance::numbers(tx, &officer, class)?))
        })
        .expect("counts");
    assert_eq!(remembered, read);
}

/// Every row follows from the journal.
pub fn is_verified(app: &App) {
    match verify(app, &mut |_, _, _| {}) {
        Ok(_) => {}
        Err(NotVerified::Differs(difference)) => panic!("{difference}"),
        Err(NotVerified::Problem(problem)) => panic!("{problem}"),
    }
}

/// The reason an act was refused for.
pub fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>) -> &'static str {
    match answer {
        Err(Problem::Refused(code)) => code.slug(),
        Err(Problem::Invalid(fields)) => fields[0].code.slug(),
        Err(Problem::NotFound) => "not-found",
        Err(Problem::Forbidden) => "forbidden",
        other => panic!("{other:?}"),
    }
}

/// An officer with an account of their own.
pub fn officer(app: &App, name: &str, role: &str, agency: &str, area: &str) -> Arc<Officer> {
    let form = AccountForm {
        name: name.to_owned(),
        role: role.to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: "kuda laut berenang".to_owned(),
    };
    let new = form.understand(&app.house).expect("an account");
    let asking = common::asking(app);
    let made = app.change_now(move |tx, house| {
        let hash = new.password.hash(Cost { memory: 64, passes: 1 }, house.bytes())?;
        staff::add(tx, house, &asking, &new, &hash)
    });
    made.expect("adds");
    let scope = &app.operator().scope;
    let found = app.db.look(|tx| staff::account_named(tx, scope, name));
    Arc::new(found.expect("looks").expect("is there").officer())
}

/// Destroys the key of a person.
pub fn erase(app: &App, member: MemberId) {
    let erased = app.change_now(move |tx, _| {
        tx.run(
            "update person set salt = null where id = (select person_id from member where id = $1)",
            (member,),
        )?;
        Ok(())
    });
    erased.expect("erases");
}
