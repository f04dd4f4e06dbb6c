//! Groups: members join and leave, and never across a scope.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod common;

use common::{asking, open, register};
use jakpreneur::{Problem, groups};
use rules::Agency;
use testkit::on_both_engines;

on_both_engines!(a_member_is_in_a_group_until_leaving_and_may_come_back, |fresh| {
    let app = open(&fresh);
    let member = register(&app, 1, "ppkukm", "2022-01-03").expect("registers").event.member;
    let (asked, agency) = (asking(&app), Agency::parse("ppkukm").expect("an agency"));
    let office = "31.73.05".parse().expect("a region");
    let group = app
        .change_now(move |tx, house| {
            groups::form(tx, house, &asked, " Keripik  Maju ", agency, office)
        })
        .expect("forms")
        .event;
    assert_eq!(group.name, "Keripik Maju");
    let group = group.group;
    let in_group = || {
        app.db.look(|tx| groups::groups_of(tx, &app.operator().scope, member)).expect("looks").len()
    };
    for _ in 0..2 {
        let asked = asking(&app);
        app.change_now(move |tx, _| groups::join(tx, &asked, group, member)).expect("joins");
        assert_eq!(in_group(), 1);
        let asked = asking(&app);
        let twice = app.change_now(move |tx, _| groups::join(tx, &asked, group, member));
        assert!(matches!(twice, Err(Problem::Refused(_))));
        let asked = asking(&app);
        app.change_now(move |tx, _| groups::leave(tx, &asked, group, member)).expect("leaves");
        assert_eq!(in_group(), 0);
    }
});
