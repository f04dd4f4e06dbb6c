//! Several processes on one database, an append-only journal, and a server that goes away.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{ask, open, register, serve};
use jakpreneur::{
    App, board,
    reports::{By, Narrowing},
    verify::verify,
};
use rules::StageKind;
use std::thread;
use testkit::{Fresh, on_both_engines};

fn positions(app: &App) -> Vec<i64> {
    let mut positions = Vec::new();
    app.db
        .look(|tx| {
            tx.entries(0, i64::MAX, |entry| {
                positions.push(entry.position);
                Ok(())
            })
        })
        .expect("read");
    positions
}

on_both_engines!(two_processes_write_one_journal_and_show_the_same_figures, |fresh| {
    let apps = [open(&fresh), open(&fresh)];
    thread::scope(|scope| {
        for (app, first) in apps.iter().zip([0_u32, 1000]) {
            scope.spawn(move || {
                for number in first..first + 60 {
                    let done = register(app, number, "ppkukm", "2022-01-03").expect("registers");
                    serve(app, done.event.member, StageKind::Training, "2022-02-02")
                        .expect("records");
                }
            });
        }
    });
    for app in &apps {
        assert_eq!(positions(app), (1..=240).collect::<Vec<i64>>(), "no position is missing");
    }
    let by = Narrowing { by: vec![By::Kelurahan, By::Agency], ..Narrowing::default() };
    let [one, other] = [ask(&apps[0], &by), ask(&apps[1], &by)];
    assert_eq!(one.persons, 120);
    assert_eq!(one, other);
    assert_eq!(ask(&open(&fresh), &by), one);
    for app in &apps {
        verify(app, &mut |_, _, _| {}).expect("nothing differs");
    }
});

on_both_engines!(a_person_registered_by_two_processes_at_once_is_one_person, |fresh| {
    let apps = [open(&fresh), open(&fresh)];
    thread::scope(|scope| {
        for (app, agency) in apps.iter().zip(["ppkukm", "ppapp"]) {
            scope.spawn(move || {
                for number in 0..40 {
                    register(app, number, agency, "2022-01-03").expect("registers");
                }
            });
        }
    });
    for app in &apps {
        assert_eq!(ask(app, &Narrowing::default()).persons, 40);
    }
});

on_both_engines!(the_journal_is_never_changed_by_the_application, |fresh| {
    let app = open(&fresh);
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    db::sql!(CHANGE = "update journal set payload = $1 where position = 1");
    db::sql!(REMOVE = "delete from journal where position = $1");
    app.change_now(|tx, _| Ok(tx.run(CHANGE, ("{}",))?)).expect_err("is refused");
    app.change_now(|tx, _| Ok(tx.run(REMOVE, (1_i64,))?)).expect_err("is refused");
    register(&app, 2, "ppkukm", "2022-01-03").expect("and life goes on");
    assert_eq!(positions(&app), [1, 2]);
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
});

#[test]
fn after_the_server_cut_every_line_the_next_act_works() {
    let Some(fresh) = Fresh::postgres() else { return };
    let app = open(&fresh);
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    for number in 2..6 {
        fresh.cut_lines();
        register(&app, number, "ppkukm", "2022-01-03").expect("the next act works");
        board::bring_up_to_date(&app.db, &app.house).expect("looking works too");
        assert_eq!(ask(&app, &Narrowing::default()).persons, u64::from(number));
    }
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
}
