//! What an account must name, and how far whoever makes accounts and tokens may go, on both engines.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
mod staff_world;

use jakpreneur::{Code, Problem, staff};
use staff_world::{PASSWORD, World, form, wrong};
use testkit::on_both_engines;

on_both_engines!(an_account_names_what_its_role_needs, |fresh| {
    let world = World::open(&fresh);
    let refused = |name: &str, role: &str, agency: &str, area: &str| {
        let wrong = wrong(form(name, role, agency, area).understand(&world.app.house));
        wrong.into_iter().map(|wrong| (wrong.field, wrong.code)).collect::<Vec<_>>()
    };
    let needed = [("agency", Code::Empty), ("area", Code::Empty)];
    assert_eq!(refused("petugas", "registration_officer", "", ""), needed);
    assert_eq!(refused("petugas", "mentor", "ppkukm", "31.73"), [("area", Code::Region)]);
    assert_eq!(refused("petugas", "city_office", "ppkukm", "31.73.05"), [("area", Code::Region)]);
    assert_eq!(refused("petugas", "city_office", "ppkukm", "31.73"), []);
    assert_eq!(refused("petugas", "agency_administrator", "", ""), [("agency", Code::Empty)]);
    assert_eq!(refused("petugas", "agency_administrator", "xx", ""), [("agency", Code::Agency)]);
    assert_eq!(refused("petugas", "executive", "", ""), []);
    assert_eq!(refused("petugas", "boss", "", ""), [("role", Code::Word)]);
    assert_eq!(refused("pe", "executive", "", ""), [("name", Code::Name)]);
    assert_eq!(refused("pe tugas", "executive", "", ""), [("name", Code::Name)]);
    assert_eq!(refused(&"p".repeat(65), "executive", "", ""), [("name", Code::Long)]);
    assert_eq!(refused(PASSWORD, "executive", "", "").first(), Some(&("name", Code::Name)));
    assert_eq!(refused("tujuh-kucing", "executive", "", ""), []);
});

on_both_engines!(nobody_makes_an_account_that_reaches_further_than_they_do, |fresh| {
    let world = World::open(&fresh);
    let narrow = world.officer("admin.jakbar", "administrator", "ppkukm", "31.73");
    let add = |name: &str, role: &str, agency: &str, area: &str| {
        let wrong = wrong(world.add_as(&narrow, name, role, agency, area));
        wrong.into_iter().map(|wrong| (wrong.field, wrong.code)).collect::<Vec<_>>()
    };
    assert_eq!(add("satu", "mentor", "ppkukm", "31.73.05"), []);
    assert_eq!(add("dua", "mentor", "ppkukm", "31.74.01"), [("area", Code::OutsideScope)]);
    assert_eq!(add("tiga", "mentor", "ppapp", "31.73.05"), [("agency", Code::OutsideScope)]);
    assert_eq!(add("empat", "administrator", "", ""), [("agency", Code::OutsideScope)]);
    assert_eq!(add("lima", "administrator", "ppkukm", ""), [("area", Code::OutsideScope)]);
    world.officer("luar", "mentor", "ppkukm", "31.74.01");
    let seen = world.app.db.look(|tx| staff::accounts(tx, &narrow.scope)).expect("lists");
    let names: Vec<_> = seen.iter().map(|account| account.name.as_str()).collect();
    assert_eq!(names, ["admin.jakbar", "satu"]);
    let asking = world.asking(&narrow);
    let act = world.app.change_now(move |tx, house| staff::disable(tx, house, &asking, "luar"));
    assert!(matches!(act, Err(Problem::NotFound)));
    assert!(matches!(world.token(&narrow, "luar"), Err(Problem::NotFound)));
    let agency = world.officer("admin.dinas", "agency_administrator", "ppkukm", "");
    assert!(matches!(
        world.add_as(&agency, "enam", "mentor", "ppkukm", "31.73.05"),
        Err(Problem::Forbidden)
    ));
});

on_both_engines!(an_agency_administrator_has_its_own_tokens_only, |fresh| {
    let world = World::open(&fresh);
    let agency = world.officer("admin.dinas", "agency_administrator", "ppkukm", "");
    world.officer("pendamping", "mentor", "ppkukm", "31.73.05");
    let (theirs, _) = world.token(&world.app.operator(), "pendamping").expect("makes a token");
    assert!(matches!(world.token(&agency, "pendamping"), Err(Problem::NotFound)));
    let (own, _) = world.token(&agency, "admin.dinas").expect("its own");
    let listed = world.app.db.look(|tx| staff::tokens(tx, &agency)).expect("lists");
    assert_eq!(listed.iter().map(|token| token.id).collect::<Vec<_>>(), [own]);
    assert!(matches!(world.revoke(&agency, theirs), Err(Problem::NotFound)));
    world.revoke(&agency, own).expect("its own");
});
