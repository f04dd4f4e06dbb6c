//! Many ask for the same at once and share a count: nobody gets one that is older than their question.
use crate::{
    common::{open, register},
    world::{as_at, ask, draft, set},
};
use jakpreneur::{App, staff::Officer, targets};
use rules::targets::CountingRule;
use std::{sync::Arc, thread};
use testkit::on_both_engines;

const COUNTERS: u32 = 6;
const EACH: u32 = 5;

/// Registers people, and asks after each of them; answers what was counted each time.
fn registers_and_looks(app: &App, counter: u32) -> Vec<u64> {
    let look = |turn| {
        register(app, counter * EACH + turn, "ppkukm", "2022-01-03").expect("registers");
        ask(app, &as_at("2022-02-01")).rows[0].actual
    };
    (1..=EACH).map(look).collect()
}

on_both_engines!(whoever_asks_sees_at_least_what_was_recorded_before, |fresh| {
    let app = open(&fresh);
    let draft = targets::Draft { rule: CountingRule::Cumulative, ..draft(100) };
    set(&app, draft).expect("sets");
    let looked: Vec<Vec<u64>> = thread::scope(|scope| {
        let counters: Vec<_> = (0..COUNTERS)
            .map(|counter| {
                scope.spawn({
                    let app = &app;
                    move || registers_and_looks(app, counter)
                })
            })
            .collect();
        counters.into_iter().map(|counter| counter.join().expect("looks")).collect()
    });
    for counts in looked {
        let own = 1..=u64::from(EACH);
        assert!(own.zip(&counts).all(|(own, seen)| own <= *seen), "{counts:?} hides one's own");
        assert!(counts.is_sorted(), "{counts:?} falls");
    }
    let all = u64::from(COUNTERS * EACH);
    let (one, again) = (ask(&app, &as_at("2022-02-01")), ask(&app, &as_at("2022-02-01")));
    assert_eq!(one.rows[0].actual, all);
    assert!(Arc::ptr_eq(&one, &again), "nothing was recorded in between");
    let selection = as_at("2022-02-01");
    let officer = app.operator();
    let anew = app.db.look(|tx| targets::answer(tx, &app.house, &officer, &selection));
    assert_eq!(*one, anew.expect("counts"));
});

on_both_engines!(another_scope_is_another_question, |fresh| {
    let app = open(&fresh);
    set(&app, draft(100)).expect("sets");
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    let selection = as_at("2022-02-01");
    assert_eq!(ask(&app, &selection).rows.len(), 1);
    let all = app.operator();
    let south = all.scope.narrowed(None, "31.74".parse().ok()).expect("within");
    let elsewhere = Officer { scope: south, ..Officer::clone(&all) };
    let seen = targets::ask(&app.db, &app.house, &elsewhere, &selection).expect("answers");
    assert!(seen.rows.iter().all(|row| row.actual == 0), "{:?}", seen.rows);
});
