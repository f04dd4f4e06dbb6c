//! The main job in its thinnest form: a registration and a service become a figure and its list.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{ask, open, register, serve};
use jakpreneur::{
    App, Problem, board, people,
    reports::{self, By, Narrowing},
};
use rules::StageKind;
use testkit::on_both_engines;

fn reached(app: &App) -> Vec<u64> {
    ask(app, &Narrowing::default()).rows.iter().map(|row| row.reached).collect()
}

on_both_engines!(a_person_at_two_agencies_counts_once_for_the_province, |fresh| {
    let app = open(&fresh);
    let first = register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    let same = register(&app, 1, "ppkukm", "2022-01-03");
    assert!(matches!(same, Err(Problem::NikRegistered(Some(_)))));
    let second = register(&app, 1, "ppapp", "2022-01-03").expect("registers again");
    assert!(second.event.person_known);
    serve(&app, first.event.member, StageKind::Training, "2022-02-01").expect("records");
    assert_eq!(reached(&app), [1, 1, 0, 0, 0, 0, 0]);
    let by = Narrowing { by: vec![By::Agency], ..Narrowing::default() };
    let answer = ask(&app, &by);
    assert_eq!((answer.persons, answer.overlap), (1, 1));

    let again = open(&fresh);
    again.load_names().expect("names");
    assert_eq!(reached(&again), [1, 1, 0, 0, 0, 0, 0]);
    assert_eq!(again.house.board().names.search("gab b").len(), 0);
    assert_eq!(again.house.board().names.search("ga b").len(), 2, "parts of words in any order");
});

on_both_engines!(an_answer_leaves_out_what_was_committed_after_its_look, |fresh| {
    let app = open(&fresh);
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    let seen = board::bring_up_to_date(&app.db, &app.house).expect("looks");
    register(&app, 2, "ppkukm", "2022-01-03").expect("registers");
    let answer = |seen| {
        let narrowing = Narrowing::default();
        let answer = reports::answer(&app.house, &app.operator(), &narrowing, seen);
        let answer = answer.expect("answers");
        (answer.persons, answer.known_at)
    };
    assert_eq!(answer(seen), (1, seen));
    assert_eq!(answer(seen + 1), (2, seen + 1));
    let asked = people::Asked { limit: 50, ..people::Asked::default() };
    let found = people::list(&app.db, &app.house, &app.operator(), &asked).expect("lists");
    assert_eq!((found.total, found.items.len()), (2, 2));
});

on_both_engines!(a_page_is_read_in_the_order_of_the_list, |fresh| {
    let app = open(&fresh);
    for number in 1..=8 {
        register(&app, number, "ppkukm", "2022-01-03").expect("registers");
    }
    let page = |after| {
        let asked = people::Asked { limit: 5, after, ..people::Asked::default() };
        people::list(&app.db, &app.house, &app.operator(), &asked).expect("lists")
    };
    let first = page(None);
    let second = page(first.next);
    let seen: Vec<_> = first.items.iter().chain(&second.items).map(|it| it.row.position).collect();
    assert_eq!((first.total, seen.len(), second.next), (8, 8, None));
    assert!(seen.is_sorted_by(|one, next| one > next), "newest first: {seen:?}");
});
