//! Changing classes: what was held stays, and so do the places that are given.
use crate::{
    common::{day, open as open_app, open_at},
    world::{ask, change, class, is_verified, members, open, refused, session, state},
};
use jakpreneur::classes::{ClassForm, SessionForm};
use rules::{Instant, training::PlaceState};
use testkit::on_both_engines;

fn seats(seats: u32) -> ClassForm {
    ClassForm { capacity: Some(seats.to_string()), ..ClassForm::default() }
}

on_both_engines!(what_is_not_given_stays_and_new_sessions_take_new_numbers, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 20);
    let before = open(&app, id).announced;
    let added = vec![session("2022-06-27")];
    change(&app, id, ClassForm { added, ..ClassForm::default() }).expect("changes");
    let after = open(&app, id).announced;
    let numbers: Vec<_> = after.sessions.iter().map(|it| (it.number, it.held_on)).collect();
    let days = ["2022-06-27", "2022-06-29", "2022-06-30"].map(day);
    assert_eq!(numbers, [(3, days[0]), (1, days[1]), (2, days[2])]);
    assert_eq!(after.title, before.title);
    let kept = SessionForm { number: Some(2), ..session("2022-07-01") };
    let sessions = Some(vec![kept]);
    change(&app, id, ClassForm { sessions, ..ClassForm::default() }).expect("changes");
    let after = open(&app, id).announced;
    assert_eq!((after.first_on(), after.sessions[0].number), (day("2022-07-01"), 2));
    let unknown = SessionForm { number: Some(9), ..session("2022-07-01") };
    let sessions = Some(vec![unknown]);
    let changed = change(&app, id, ClassForm { sessions, ..ClassForm::default() });
    assert_eq!(refused(changed), "number");
    is_verified(&app);
});

on_both_engines!(a_session_that_was_held_is_neither_moved_nor_dropped, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 20);
    drop(app);
    let later = open_at(&fresh, Instant::start_of(day("2022-06-30")));
    let sessions = |sessions: Vec<SessionForm>| {
        let sessions = Some(sessions);
        change(&later, id, ClassForm { sessions, ..ClassForm::default() })
    };
    let numbered = |number, on| SessionForm { number: Some(number), ..session(on) };
    let moved = vec![numbered(1, "2022-07-04"), numbered(2, "2022-06-30")];
    assert_eq!(refused(sessions(moved)), "session-held");
    assert_eq!(refused(sessions(vec![numbered(2, "2022-06-30")])), "session-held");
    let mut said = numbered(1, "2022-06-29");
    "Resep dasar".clone_into(&mut said.topic);
    sessions(vec![said, numbered(2, "2022-07-04")]).expect("what is to come is moved");
    assert_eq!(open(&later, id).announced.last_on(), day("2022-07-04"));
});

on_both_engines!(more_seats_go_to_who_waits_and_fewer_never_take_a_place, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 2);
    let them = members(&app, 6);
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    let done = change(&app, id, seats(4)).expect("changes");
    assert_eq!(done.event.moved_up, them[2..4]);
    assert_eq!(state(&app, id, them[3]), Some(PlaceState::Confirmed));
    assert_eq!(state(&app, id, them[4]), Some(PlaceState::Waiting));
    assert_eq!(refused(change(&app, id, seats(3))), "capacity-below-places");
    is_verified(&app);
});
