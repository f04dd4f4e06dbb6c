//! Who gets a place, who waits, who is refused.
use crate::{
    common::{self, day, open as open_app, open_at},
    world::{
        announce, ask, cancel, class, form, is_verified, members, refused, state, transfer, wish,
    },
};
use jakpreneur::{
    App,
    people::{self, Decision},
    places::{self, Roster, Wish},
};
use rules::{ClassId, Instant, MemberId, training::PlaceState::*};
use testkit::on_both_engines;

on_both_engines!(a_freed_seat_goes_to_the_first_who_waits, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 2);
    let them = members(&app, 5);
    let queues: Vec<_> =
        them.iter().map(|member| ask(&app, id, *member).expect("asks").event.queue).collect();
    assert_eq!(queues, [None, None, Some(1), Some(2), Some(3)]);
    assert_eq!(cancel(&app, id, them[3]).expect("cancels").event.moved_up, []);
    assert_eq!(cancel(&app, id, them[0]).expect("cancels").event.moved_up, [them[2]]);
    assert_eq!(refused(cancel(&app, id, them[0])), "not-in-class");
    assert_eq!(ask(&app, id, them[0]).expect("asks again").event.queue, Some(2));
    assert_eq!(cancel(&app, id, them[1]).expect("cancels").event.moved_up, [them[4]]);
    let states: Vec<_> = them.iter().map(|member| state(&app, id, *member)).collect();
    assert_eq!(states, [Waiting, Cancelled, Confirmed, Cancelled, Confirmed].map(Some));
    is_verified(&app);
});

on_both_engines!(
    going_over_takes_a_free_place_or_the_end_of_the_queue_and_frees_the_seat,
    |fresh| {
        let app = open_app(&fresh);
        let (from, to) = (class(&app, 1), class(&app, 1));
        let them = members(&app, 4);
        for member in &them[..3] {
            ask(&app, from, *member).expect("asks");
        }
        let first = transfer(&app, (from, to), them[0]).expect("transfers").event;
        assert_eq!((first.state, first.moved_up), (Confirmed, vec![them[1]]));
        let waiting = transfer(&app, (from, to), them[2]).expect("transfers").event;
        assert_eq!((waiting.state, waiting.queue, waiting.moved_up), (Waiting, Some(1), vec![]));
        assert_eq!(refused(transfer(&app, (from, to), them[3])), "not-in-class");
        assert_eq!(refused(transfer(&app, (to, to), them[0])), "already-in-class");
        assert_eq!(state(&app, from, them[0]), Some(Transferred));
        is_verified(&app);
    }
);

on_both_engines!(an_established_business_is_in_a_basic_class_only_with_a_reason, |fresh| {
    let app = open_app(&fresh);
    let mut basic = form(10);
    basic.kind = Some("dasar".to_owned());
    let id = announce(&app, basic).expect("announces").event.class;
    let mut typed = common::form(1, "ppkukm", "2022-01-03");
    typed.has_business = Some(true);
    let asking = common::asking(&app);
    let new = typed.understand(&app.house, &asking.officer).expect("understood");
    let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
    let member = done.expect("registers").event.member;
    assert_eq!(refused(ask(&app, id, member)), "established-in-basic-class");
    let reason = Wish { reason: "Ganti bidang usaha".to_owned(), walk_in: false };
    let done = wish(&app, id, member, reason).expect("asks");
    let entry = app.db.look(|tx| {
        let mut payload = String::new();
        tx.entries(done.stamp.position - 1, 1, |entry| {
            payload = entry.payload;
            Ok(())
        })?;
        Ok::<_, db::Error>(payload)
    });
    assert!(!entry.expect("reads").contains("Ganti"), "the reason stands in clear");
    assert_eq!(roster(&app, id)[0].reason.as_deref(), Some("Ganti bidang usaha"));
    is_verified(&app);
});

fn roster(app: &App, class: ClassId) -> Vec<places::Participant> {
    let wanted = Roster { limit: 100, ..Roster::default() };
    let found = app.db.look(|tx| places::roster(tx, &app.house, &app.operator(), class, &wanted));
    found.expect("lists").items
}

on_both_engines!(a_person_is_in_a_class_once_under_whatever_record, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 10);
    let one = common::register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let other = common::register(&app, 1, "ppapp", "2022-01-03").expect("registers").event.member;
    ask(&app, id, one).expect("asks");
    assert_eq!(refused(ask(&app, id, one)), "already-in-class");
    assert_eq!(refused(ask(&app, id, other)), "already-in-class");
    let (linked, to) = (alike(&app), class(&app, 10));
    ask(&app, to, linked.0).expect("asks");
    assert_eq!(refused(ask(&app, to, linked.1)), "already-in-class");
});

/// Two people with one phone, looked at and found to be the same.
fn alike(app: &App) -> (MemberId, MemberId) {
    let mut of = Vec::new();
    for number in [20, 21] {
        let mut form = common::form(number, "sosial", "2022-05-05");
        "0812 1111 2222".clone_into(&mut form.phone);
        let asking = common::asking(app);
        let new = form.understand(&app.house, &asking.officer).expect("understood");
        let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
        of.push(done.expect("registers").event.member);
    }
    let (older, newer) = (of[0], of[1]);
    let asking = common::asking(app);
    app.change_now(move |tx, _| people::decide(tx, &asking, newer, older, Decision::Same))
        .expect("decides");
    (older, newer)
}

on_both_engines!(after_the_last_day_only_the_door_of_a_session_is_open, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 1);
    let them = members(&app, 3);
    let at_the_door = || Wish { walk_in: true, ..Wish::default() };
    assert_eq!(refused(wish(&app, id, them[0], at_the_door())), "no-session-today");
    drop(app);
    let app = open_at(&fresh, Instant::start_of(day("2022-06-29")));
    assert_eq!(refused(ask(&app, id, them[0])), "registration-closed");
    let done = wish(&app, id, them[0], at_the_door()).expect("walks in");
    assert_eq!((done.event.state, done.event.walk_in), (Confirmed, true));
    assert_eq!(refused(wish(&app, id, them[1], at_the_door())), "class-full");
    let counts = app.db.look(|tx| jakpreneur::classes::counts(tx, id)).expect("counts");
    assert_eq!((counts.registered, counts.confirmed, counts.walk_ins), (1, 1, 1));
    is_verified(&app);
});

on_both_engines!(the_roster_names_everybody_and_opens_only_what_is_in_scope, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 1);
    let one = common::register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let other = common::register(&app, 2, "ppapp", "2022-01-03").expect("registers").event.member;
    for member in [one, other] {
        ask(&app, id, member).expect("asks");
    }
    let head = crate::world::officer(&app, "kepala", "kecamatan_head", "ppkukm", "31.73.05");
    let wanted = Roster { limit: 1, ..Roster::default() };
    let first =
        app.db.look(|tx| places::roster(tx, &app.house, &head, id, &wanted)).expect("lists");
    assert_eq!((first.items[0].member, first.items[0].openable, first.total), (one, true, 2));
    let wanted = Roster { after: first.next, ..wanted };
    let next = app.db.look(|tx| places::roster(tx, &app.house, &head, id, &wanted)).expect("lists");
    let line = &next.items[0];
    assert_eq!((line.member, line.openable, line.queue), (other, false, Some(1)));
    assert_eq!(line.name, "Warga c");
    assert!(line.nik.contains('*') && next.next.is_none());
    let boss = crate::world::officer(&app, "pimpinan", "executive", "", "");
    let none = app.db.look(|tx| places::roster(tx, &app.house, &boss, id, &wanted));
    assert_eq!(refused(none), "forbidden");
});
