//! Who may release, who sees a release, and that a request done twice releases once.
use crate::{
    common::{asking, key, open as opened_programme, register},
    world::{open, opened, release, release_as, stages},
};
use jakpreneur::{
    App, Problem,
    journal::Asking,
    releases,
    staff::{self, AccountForm, Cost, Officer},
};
use std::sync::Arc;
use testkit::on_both_engines;

/// A new account with a role, an agency and an area.
fn officer(app: &App, role: &str, agency: &str, area: &str) -> Arc<Officer> {
    let form = AccountForm {
        name: format!("{role}{agency}{area}").replace(['_', '.'], ""),
        role: role.to_owned(),
        agency: agency.to_owned(),
        area: area.to_owned(),
        password: "tujuh kucing tidur".to_owned(),
    };
    let new = form.understand(&app.house).expect("an account");
    let hash = new.password.hash(Cost { memory: 64, passes: 1 }, [7; 16]).expect("hashes");
    let (asking, name) = (asking(app), new.name.clone());
    app.change_now(move |tx, house| staff::add(tx, house, &asking, &new, &hash)).expect("adds");
    let all = app.operator();
    let found = app.db.look(|tx| staff::account_named(tx, &all.scope, &name));
    Arc::new(found.expect("looks").expect("is there").officer())
}

on_both_engines!(a_release_is_seen_by_whoever_reaches_all_it_counts_and_by_nobody_else, |fresh| {
    let app = opened_programme(&fresh);
    for (number, agency) in [(1, "ppkukm"), (2, "ppkukm"), (3, "ppapp")] {
        register(&app, number, agency, "2022-01-03").expect("registers");
    }
    let west = officer(&app, "city_office", "ppkukm", "31.73");
    let all = officer(&app, "executive", "", "");
    let south = officer(&app, "city_office", "ppkukm", "31.74");
    let other = officer(&app, "agency_administrator", "ppapp", "");
    let own = officer(&app, "agency_administrator", "ppkukm", "");
    let of = |by: &Arc<Officer>| Asking { officer: by.clone(), ..asking(&app) };
    let wests = release_as(&app, of(&west), &stages()).expect("releases");
    let everybodys = release(&app, &stages()).expect("releases");
    assert_eq!(opened(&app, &wests).document.persons, 2, "only what the city office reaches");
    assert_eq!(opened(&app, &everybodys).document.persons, 3);
    let sees = |by: &Arc<Officer>, done| match open(&app, by, done) {
        Ok(_) => true,
        Err(Problem::NotFound) => false,
        Err(other) => panic!("{other}"),
    };
    for (by, seen) in [(&west, true), (&own, true), (&all, true), (&south, false), (&other, false)]
    {
        assert_eq!(sees(by, &wests), seen, "{} and the release of the west", by.name);
        let whole = by.name == all.name;
        assert_eq!(sees(by, &everybodys), whole, "{} and the release of all", by.name);
        let listed = app.db.look(|tx| releases::page(tx, &by.scope, None, 10)).expect("lists");
        assert_eq!(listed.len(), usize::from(seen) + usize::from(whole), "{}", by.name);
        let counted = app.db.look(|tx| releases::count(tx, &by.scope)).expect("counts");
        assert_eq!(usize::try_from(counted), Ok(listed.len()), "the number is the list's length");
    }
    let refused = release_as(&app, of(&all), &stages());
    assert!(matches!(refused, Err(Problem::Forbidden)), "an executive releases nothing");
});

on_both_engines!(the_same_request_releases_once_and_another_under_its_key_is_refused, |fresh| {
    let app = opened_programme(&fresh);
    register(&app, 1, "ppkukm", "2022-01-03").expect("registers");
    let asked = |body: &[u8]| Some(Asking::digest("POST /releases", body));
    let first = Asking { act_id: key(), asked: asked(b"one"), ..asking(&app) };
    let done = release_as(&app, first.clone(), &stages()).expect("releases");
    register(&app, 2, "ppkukm", "2022-01-03").expect("registers");
    let again = release_as(&app, first.clone(), &stages()).expect("is done");
    assert!(again.before);
    assert_eq!(again.event, done.event, "the first answer, whatever was recorded since");
    let other = Asking { asked: asked(b"two"), ..first };
    assert!(matches!(release_as(&app, other, &stages()), Err(Problem::KeyReused)));
    let count = app.db.look(|tx| releases::count(tx, &app.operator().scope)).expect("counts");
    assert_eq!(count, 1);
    let second = release(&app, &stages()).expect("releases");
    assert_eq!((done.event.serial, second.event.serial), (1, 2), "numbers have no gaps");
});
