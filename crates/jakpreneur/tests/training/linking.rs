//! Records found to be one person: of two places in a class one stays, whatever came before or after.
use crate::{
    attending::{SECOND, present},
    common::{self, open},
    finishing::{finish_at, reopen},
    world::{ask, cancel, class, counted_as_read, is_verified, refused, state},
};
use jakpreneur::{
    App, Problem, attendance,
    journal::Done,
    people::{self, Decided, Decision},
};
use proptest::{prelude::*, test_runner::TestRunner};
use rules::{
    ClassId, MemberId, PersonId,
    training::{Mark, PlaceState},
};
use std::collections::HashSet;
use testkit::{Fresh, on_both_engines};

/// Registers people who all have one phone: every two of them are a pair to look at.
fn alike(app: &App, many: u32) -> Vec<MemberId> {
    let register = |number| {
        let mut form = common::form(number, "ppkukm", "2022-01-03");
        "0812 1111 2222".clone_into(&mut form.phone);
        let asking = common::asking(app);
        let new = form.understand(&app.house, &asking.officer).expect("understood");
        let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
        done.expect("registers").event.member
    };
    (0..many).map(register).collect()
}

fn link(app: &App, newer: MemberId, older: MemberId) -> Result<Done<Decided>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, _| people::decide(tx, &asking, newer, older, Decision::Same))
}

fn part(app: &App, newer: MemberId, older: MemberId) -> Result<(), Problem> {
    let asking = common::asking(app);
    let parted = app.change_now(move |tx, house| {
        people::undo(tx, house, &asking, newer, older, "ternyata dua orang")
    });
    parted.map(drop)
}

on_both_engines!(of_two_places_the_better_one_stays_and_who_waits_moves_up, |fresh| {
    let app = open(&fresh);
    let (id, them) = (class(&app, 2), alike(&app, 3));
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    let done = link(&app, them[1], them[0]).expect("links");
    assert_eq!(done.event.places[0].kept, them[0], "who asked first keeps the place");
    assert_eq!(state(&app, id, them[1]), Some(PlaceState::Cancelled));
    assert_eq!(state(&app, id, them[2]), Some(PlaceState::Confirmed), "the seat is not lost");
    assert_eq!(refused(ask(&app, id, them[1])), "already-in-class");
    is_verified(&app);
});

on_both_engines!(who_was_present_under_the_other_record_was_present, |fresh| {
    let app = open(&fresh);
    let (id, them) = (class(&app, 5), alike(&app, 2));
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    present(&app, id, 1, &[them[0]]);
    present(&app, id, 2, &[them[1]]);
    link(&app, them[1], them[0]).expect("links");
    let marks = app.db.look(|tx| attendance::marks_of_member(tx, id, them[0])).expect("looks");
    let marks: Vec<_> = marks.iter().map(|(session, kept)| (*session, kept.mark)).collect();
    assert_eq!(marks, [(1, Mark::Present), (2, Mark::Present)]);
    is_verified(&app);
});

on_both_engines!(a_class_that_is_open_again_has_nobody_twice, |fresh| {
    let app = open(&fresh);
    let (id, them) = (class(&app, 5), alike(&app, 2));
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    present(&app, id, 1, &them);
    present(&app, id, 2, &them[1..]);
    finish_at(&app, SECOND, id).expect("closes");
    link(&app, them[1], them[0]).expect("links");
    assert_eq!(persons_in(&app, id).len(), 2, "a class that is over stays as it was");
    reopen(&app, id, "daftar hadir keliru").expect("opens again");
    assert_eq!(persons_in(&app, id).len(), 1);
    assert_eq!(state(&app, id, them[1]), Some(PlaceState::Confirmed), "who came more often");
    is_verified(&app);
});

on_both_engines!(seats_of_several_pairs_in_one_reopened_class_go_to_several_who_wait, |fresh| {
    let app = open(&fresh);
    let (id, them) = (class(&app, 4), alike(&app, 8));
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    present(&app, id, 1, &them[..4]);
    present(&app, id, 2, &them[..4]);
    finish_at(&app, SECOND, id).expect("closes");
    // Two pairs have two seats each; of the third both wait, and only its first record may move up.
    for (newer, older) in [(1, 0), (3, 2), (5, 4)] {
        link(&app, them[newer], them[older]).expect("links");
    }
    let joined = reopen(&app, id, "daftar hadir keliru").expect("opens again").event.places;
    let up: Vec<MemberId> = joined.iter().flat_map(|one| one.moved_up.clone()).collect();
    assert_eq!((joined.len(), up), (3, vec![them[4], them[6]]));
    let now: Vec<_> = them.iter().map(|member| state(&app, id, *member)).collect();
    let (has, waits, left) = (PlaceState::Confirmed, PlaceState::Waiting, PlaceState::Cancelled);
    assert_eq!(now, [has, left, has, left, has, left, has, waits].map(Some));
    counted_as_read(&app, id);
    is_verified(&app);
});

on_both_engines!(parted_again_the_other_may_ask_anew, |fresh| {
    let app = open(&fresh);
    let (id, them) = (class(&app, 5), alike(&app, 2));
    for member in &them {
        ask(&app, id, *member).expect("asks");
    }
    link(&app, them[1], them[0]).expect("links");
    part(&app, them[1], them[0]).expect("parts");
    ask(&app, id, them[1]).expect("is somebody else again");
    is_verified(&app);
});

/// What happens; numbers are those of records.
#[derive(Clone, Copy, Debug)]
enum Happens {
    Ask(usize),
    Cancel(usize),
    Link(usize, usize),
    Part(usize, usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    let one = 0..MANY;
    prop_oneof![
        4 => one.clone().prop_map(Happens::Ask),
        1 => one.clone().prop_map(Happens::Cancel),
        3 => (one.clone(), one.clone()).prop_map(|(one, two)| Happens::Link(one, two)),
        1 => (one.clone(), one).prop_map(|(one, two)| Happens::Part(one, two)),
    ]
}

const MANY: usize = 5;

fn happen(app: &App, id: ClassId, them: &[MemberId], what: Happens) {
    // Most orders make some of it impossible; a refusal must change nothing.
    match what {
        Happens::Ask(who) => drop(ask(app, id, them[who])),
        Happens::Cancel(who) => drop(cancel(app, id, them[who])),
        Happens::Link(one, two) => drop(link(app, them[one.max(two)], them[one.min(two)])),
        Happens::Part(one, two) => drop(part(app, them[one.max(two)], them[one.min(two)])),
    }
}

fn persons_in(app: &App, id: ClassId) -> Vec<PersonId> {
    let them: Vec<(PersonId,)> = app
        .db
        .look(|tx| {
            tx.all(
                "select m.person_id from class_place p join member m on m.shard = p.shard and m.id = p.member_id
                 where p.class_id = $1 and p.state in ('waiting', 'confirmed')",
                (id,),
            )
        })
        .expect("looks");
    them.into_iter().map(|(person,)| person).collect()
}

fn nobody_is_twice_in_a_class(fresh: &Fresh, histories: u32) {
    let app = open(fresh);
    let them = alike(&app, u32::try_from(MANY).expect("few"));
    let config =
        ProptestConfig { cases: histories, failure_persistence: None, ..ProptestConfig::default() };
    let history = prop::collection::vec(happens(), 1..25);
    let ran = TestRunner::new(config).run(&history, |all| {
        let id = class(&app, 3);
        for what in all {
            happen(&app, id, &them, what);
            let persons = persons_in(&app, id);
            let distinct: HashSet<&PersonId> = persons.iter().collect();
            prop_assert_eq!(distinct.len(), persons.len(), "after {:?}", what);
            counted_as_read(&app, id);
        }
        Ok(())
    });
    if let Err(failed) = ran {
        panic!("{failed}");
    }
    is_verified(&app);
}

on_both_engines!(a_linked_person_is_never_twice_in_a_class_in_whatever_order, |fresh| {
    nobody_is_twice_in_a_class(&fresh, 24);
});
