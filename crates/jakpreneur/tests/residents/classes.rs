//! A member's own way into a class and out of it: asking, waiting, giving up.
use super::{HOME, Street, staff_world};
use axum::http::StatusCode;
use jakpreneur::{
    classes::{self, ClassForm, SessionForm},
    people::{self, RegistrationForm},
    verify::{NotVerified, verify},
};
use rules::{ClassId, MemberId};
use testkit::on_both_engines;

/// A class of Kebon Jeruk with one seat, to register for until the end of the month.
fn class(street: &Street, kind: &str) -> ClassId {
    let text = |text: &str| Some(text.to_owned());
    let session = SessionForm {
        held_on: "2022-07-01".to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "praktik".to_owned(),
        ..SessionForm::default()
    };
    let form = ClassForm {
        kind: text(kind),
        title: text("Kelas kue"),
        trade: text("kue-roti"),
        agency: text(HOME.0),
        area: text(HOME.1),
        place: text("Aula"),
        capacity: text("1"),
        closes_on: text("2022-06-30"),
        sessions: Some(vec![session]),
        ..ClassForm::default()
    };
    let app = &street.world.app;
    let asking = street.world.asking(&app.operator());
    let done = app.change_now(move |tx, house| classes::announce(tx, house, &asking, &form));
    done.expect("announces").event.class
}

/// Somebody whose business is running.
fn established(street: &Street, nik: &str) -> MemberId {
    let app = &street.world.app;
    let asking = street.world.asking(&app.operator());
    let form = RegistrationForm {
        has_business: Some(true),
        ..staff_world::registration(nik, HOME.0, HOME.1)
    };
    let new = form.understand(&app.house, &asking.officer).expect("understood");
    let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
    done.expect("registers").event.member
}

/// Who asked for places, as the journal has it.
fn askers(street: &Street) -> Vec<String> {
    let found = street.world.app.db.look(|tx| {
        let all: Vec<(String,)> =
            tx.all("select actor from journal where act = 'place.ask' order by position", ())?;
        Ok::<_, jakpreneur::Problem>(all)
    });
    found.expect("looks").into_iter().map(|(actor,)| actor).collect()
}

on_both_engines!(a_member_asks_for_a_place_and_the_next_one_waits, |fresh| {
    let street = Street::of(&fresh);
    let class = class(&street, "trade");
    let at = format!("/saya/kelas/{class}");
    let announced = street.browser().open(&format!("/kelas/{class}"));
    assert!(announced.contains(&format!("href=\"{at}\"")), "{announced}");
    let way = format!("/saya/masuk?next=%2Fsaya%2Fkelas%2F{class}");
    assert_eq!(street.browser().get(&at).header("location"), way);

    let mut mine = street.signed_in(street.member);
    assert!(mine.open(&at).contains("Minta tempat"));
    let act_id = mine.hidden("act_id");
    let page = mine.follow(&at, &[("act_id", &act_id)]);
    assert!(page.contains("Anda mendapat tempat.") && !page.contains("Minta tempat"), "{page}");
    let twice = mine.send(&at, &[("act_id", &act_id)]);
    assert_eq!(twice.status, StatusCode::SEE_OTHER, "the same form twice is one act");
    let again = mine.send(&at, &[]);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "who is in asks no more");
    assert!(mine.open("/saya").contains("Datang ke kelas Kelas kue"));

    let mut theirs = street.signed_in(street.neighbour);
    theirs.open(&at);
    let page = theirs.follow(&at, &[("member", &street.member.to_string())]);
    assert!(page.contains("Anda di daftar tunggu, urutan 1."), "{page}");
    assert_eq!(askers(&street), [street.member, street.neighbour].map(|it| it.to_string()));
    verified(&street);
});

on_both_engines!(who_runs_a_business_is_told_why_the_basic_class_is_not_for_them, |fresh| {
    let street = Street::of(&fresh);
    let (basic, trade) = (class(&street, "basic"), class(&street, "trade"));
    let mut mine = street.signed_in(established(&street, "3173051503800009"));
    let at = format!("/saya/kelas/{basic}");
    let page = mine.open(&at);
    assert!(page.contains("Anda tidak perlu kelas dasar: pilih kelas tingkat Dinas"), "{page}");
    assert!(page.contains("href=\"/kelas\"") && !page.contains("name=\"act_id\""), "{page}");
    let refused = mine.send(&at, &[("reason", "tetap ingin")]);
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Anda tidak perlu kelas dasar"), "{}", refused.text());
    assert_eq!(askers(&street).len(), 0);
    mine.open(&format!("/saya/kelas/{trade}"));
    let page = mine.follow(&format!("/saya/kelas/{trade}"), &[]);
    assert!(page.contains("Anda mendapat tempat."), "{page}");
});

on_both_engines!(after_the_last_day_a_member_is_told_how_to_come_all_the_same, |fresh| {
    let street = Street::of(&fresh);
    let at = format!("/saya/kelas/{}", class(&street, "trade"));
    let mut mine = street.signed_in(street.member);
    mine.open(&at);
    street.world.pass(9 * 24 * 3600);
    let page = mine.open(&at);
    assert!(page.contains("Pendaftaran kelas ini sudah ditutup."), "{page}");
    assert_eq!(mine.send(&at, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(mine.get("/saya/kelas/bukan").status, StatusCode::NOT_FOUND);
    mine.speak("en");
    assert!(mine.open(&at).contains("Registration for this class is closed."));
});

on_both_engines!(who_cannot_come_gives_the_place_up_and_the_next_one_moves_up, |fresh| {
    let street = Street::of(&fresh);
    let at = format!("/saya/kelas/{}", class(&street, "trade"));
    let leave = format!("{at}/lepas");
    let (mut mine, mut theirs) =
        (street.signed_in(street.member), street.signed_in(street.neighbour));
    assert!(!mine.open(&at).contains(&leave), "who asked for nothing has nothing to give up");
    mine.follow(&at, &[]);
    theirs.open(&at);
    assert!(theirs.follow(&at, &[]).contains("Keluar dari daftar tunggu"));
    assert!(mine.open(&at).contains("Lepas tempat saya"));
    let page = mine.follow(&leave, &[]);
    assert!(page.contains("Tempat Anda di kelas ini sudah dilepas."), "{page}");
    assert!(page.contains("Minta tempat") && !page.contains(&leave), "{page}");
    assert!(theirs.open(&at).contains("Anda mendapat tempat."));
    assert_eq!(mine.send(&leave, &[]).status, StatusCode::UNPROCESSABLE_ENTITY);
    mine.open(&at);
    let page = mine.follow(&at, &[("member", &street.neighbour.to_string())]);
    assert!(page.contains("Anda di daftar tunggu, urutan 1."), "at the end of the queue: {page}");
    verified(&street);
});

/// The journal gives what the tables hold.
fn verified(street: &Street) {
    let verified = verify(&street.world.app, &mut |_, _, _| {});
    assert!(!matches!(verified, Err(NotVerified::Differs(_) | NotVerified::Problem(_))));
}
