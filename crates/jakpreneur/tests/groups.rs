//! Groups: members join and leave, and never across a scope.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use jakpreneur::{
    App, Opening, Problem, groups,
    journal::Asking,
    people::{self, RegistrationForm},
};
use rules::{ActId, Agency, Instant};
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

fn open(fresh: &Fresh) -> App {
    App::open(Opening {
        address: fresh.address.clone(),
        key: Some(fresh.key()),
        options: db::Options::default(),
        clock: Arc::new(|| Instant(1_655_900_000_000_000)),
        random: Arc::new(|bytes| bytes.copy_from_slice(&random(bytes.len()))),
    })
    .expect("opens")
}

fn random(length: usize) -> Vec<u8> {
    std::iter::repeat_with(|| testkit::id().into_bytes()).flatten().take(length).collect()
}

fn asking(app: &App) -> Asking {
    let (officer, act_id) = (app.operator(), ActId(testkit::id()));
    Asking { officer, at: app.house.now(), act_id, asked: None }
}

on_both_engines!(a_member_is_in_a_group_until_leaving_and_may_come_back, |fresh| {
    let app = open(&fresh);
    let form = RegistrationForm {
        nik: "3173055506900003".to_owned(),
        name: "Siti Rahmawati".to_owned(),
        kelurahan: "Kebon Jeruk".to_owned(),
        agency: "ppkukm".to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    };
    let asked = asking(&app);
    let new = form.understand(&app.house, &asked.officer).expect("understood");
    let member = app
        .change_now(move |tx, house| people::register(tx, house, &asked, &new))
        .expect("registers")
        .event
        .member;
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
