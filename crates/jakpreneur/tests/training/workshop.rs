//! The workshop of August 2020 from its announcement to its certificates: 120 people of ten kecamatan, five
//! trades, four days, two organisers.
use crate::{
    certificates::{certificate, signing},
    common::{self, day, open_at},
    world::{is_verified, session},
};
use jakpreneur::{
    App,
    attendance::{self, By, InSeats, Marking, Numbers, Wanted},
    certificates::{self, Standing},
    classes::{self, ClassForm, OrganiserForm},
    journal::Asking,
    people,
    places::{self, Roster, Wish},
};
use rules::{
    ClassId, Instant, MemberId,
    training::{ClassKind, Mark, PlaceState, Way},
};
use std::collections::{BTreeSet, HashSet};
use testkit::on_both_engines;

const TRADES: [&str; 5] =
    ["furnitur-kayu", "makanan-ringan", "pakaian-jadi", "servis-ac", "bengkel-motor"];
const DAYS: [&str; 4] = ["2020-08-24", "2020-08-25", "2020-08-26", "2020-08-27"];
const KECAMATAN: u32 = 10;
const OF_EACH: u32 = 12;
/// Seats of each class.
const SEATS: usize = 24;

fn at(app: &App, on: &str) -> Asking {
    common::asking_at(app, Instant::start_of(day(on)))
}

/// Twelve people of each kecamatan of East Jakarta, and one more of the first who comes too late.
fn people(app: &App) -> Vec<MemberId> {
    let register = |number: u32| {
        let kecamatan = 1 + number / OF_EACH % KECAMATAN;
        let mut form = common::form(number, "ppkukm", "2020-03-02");
        form.kelurahan = format!("31.75.{kecamatan:02}.1001");
        let asking = at(app, "2020-03-02");
        let new = form.understand(&app.house, &asking.officer).expect("understood");
        let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
        done.expect("registers").event.member
    };
    (0..=KECAMATAN * OF_EACH).map(register).collect()
}

fn announced(app: &App, trade: &str) -> ClassId {
    let text = |text: &str| Some(text.to_owned());
    let form = ClassForm {
        kind: text(ClassKind::Workshop.word()),
        title: Some(format!("Bimtek {trade}")),
        trade: text(trade),
        agency: text("ppkukm"),
        area: text("31.75"),
        place: Some(format!("Balai latihan, ruang {trade}")),
        capacity: Some(SEATS.to_string()),
        closes_on: text("2020-08-21"),
        organisers: Some(vec![OrganiserForm {
            kind: "Kementerian".to_owned(),
            name: "Kementerian Perindustrian".to_owned(),
            ..OrganiserForm::default()
        }]),
        sessions: Some(DAYS.map(session).into()),
        ..ClassForm::default()
    };
    let asking = at(app, "2020-08-03");
    let done = app.change_now(move |tx, house| classes::announce(tx, house, &asking, &form));
    done.expect("announces").event.class
}

/// Everybody is invited and has a place.
fn filled(app: &App, class: ClassId, them: &[MemberId]) {
    let (asking, members) = (at(app, "2020-08-03"), them.to_vec());
    let invited = app.change_now(move |tx, house| {
        places::invite(tx, house, &asking, class, &members, "").map(|done| done.event)
    });
    assert_eq!(invited.expect("invites").left_out, []);
    for member in them {
        assert_eq!(asked(app, class, *member), PlaceState::Confirmed);
    }
}

fn asked(app: &App, class: ClassId, member: MemberId) -> PlaceState {
    let asking = at(app, "2020-08-18");
    let wish = Wish::default();
    let done =
        app.change_now(move |tx, house| places::ask(tx, house, &asking, class, member, &wish));
    done.expect("asks").event.state
}

/// All four days; the first of each class is away on two of them.
fn attended(app: &App, class: ClassId, them: &[MemberId]) {
    for (number, on) in (1_i16..).zip(DAYS) {
        let mark = |member: &MemberId| match (member == &them[0], number) {
            (true, 1 | 3) => Mark::Excused,
            _ => Mark::Present,
        };
        let marks = them.iter().map(|member| (*member, mark(member))).collect();
        let marking = Marking { session: number, way: Way::List, marks, reason: String::new() };
        let asking = at(app, on);
        let told =
            app.change_now(move |tx, house| attendance::mark(tx, house, &asking, class, &marking));
        assert_eq!(told.expect("marks").answers.len(), SEATS);
    }
}

/// The numbers of the certificates of a class that is closed.
fn closed(app: &App, class: ClassId) -> Vec<rules::CertificateNumber> {
    let (closing, issuing) = (at(app, "2020-08-28"), at(app, "2020-08-28"));
    let issued = app.change_now(move |tx, house| {
        attendance::finish(tx, house, &closing, class)?;
        certificates::issue(tx, house, &issuing, class, &[], &signing()).map(|done| done.event)
    });
    issued.expect("closes and issues").issued.into_iter().map(|one| one.number).collect()
}

/// The kecamatan of everybody with a place.
fn kecamatan(app: &App, class: ClassId) -> BTreeSet<rules::RegionCode> {
    let wanted = Roster { state: Some(PlaceState::Confirmed), limit: 2000, ..Roster::default() };
    let officer = app.operator();
    let listed =
        app.db.look(|tx| places::roster(tx, &app.house, &officer, class, &wanted)).expect("lists");
    assert_eq!(listed.items.len(), SEATS);
    listed.items.into_iter().map(|one| one.office).collect()
}

fn numbers(app: &App, by: By) -> attendance::Sums {
    let (officer, wanted) = (app.operator(), Wanted::default());
    app.db.look(|tx| attendance::sums(tx, &app.house, &officer, by, &wanted)).expect("counts")
}

on_both_engines!(the_workshop_goes_from_its_announcement_to_its_certificates, |fresh| {
    let app = open_at(&fresh, Instant::start_of(day("2020-09-01")));
    let mut them = people(&app);
    let late = them.pop().expect("one more");
    let (mut printed, mut of_all) = (HashSet::new(), BTreeSet::new());
    for (turn, trade) in TRADES.into_iter().enumerate() {
        let class = announced(&app, trade);
        let mine: Vec<MemberId> = them.iter().skip(turn).step_by(TRADES.len()).copied().collect();
        filled(&app, class, &mine);
        assert_eq!(asked(&app, class, late), PlaceState::Waiting, "the seats are taken");
        attended(&app, class, &mine);
        of_all.extend(kecamatan(&app, class));
        for number in closed(&app, class) {
            let checked = certificate(&app, &number);
            let paper = checked.printed.expect("is known");
            assert_eq!((checked.standing, paper.organisers.len()), (Standing::Valid, 2));
            assert_eq!(paper.days, "24 sampai 27 Agustus 2020");
            printed.insert(number.to_string());
        }
    }
    assert_eq!((of_all.len(), printed.len()), (10, 115), "one of each class was away too often");
    let all = Numbers {
        classes: 5,
        seats: 120,
        invited: 120,
        registered: 121,
        present: 120,
        finished: 115,
        walk_ins: 0,
        attendances: 470,
        // Who came too late waits for each of the five.
        in_seats: InSeats {
            invited: 120,
            registered: 125,
            present: 120,
            finished: 115,
            walk_ins: 0,
        },
    };
    let told = numbers(&app, By::Trade);
    assert_eq!((told.all, told.groups.len()), (all, TRADES.len()));
    is_verified(&app);
});
