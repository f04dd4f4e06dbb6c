//! Three places, never one: where somebody lives, which office is theirs, where a service was given. Each
//! answers its own question.
use crate::{
    common::{ask, form, open, record},
    world::mentor,
};
use jakpreneur::{
    people,
    reports::Narrowing,
    stages::{self, ServiceForm},
};
use rules::{MemberId, StageKind};
use testkit::on_both_engines;

const RESIDENCE: &str = "31.73.05";
const OFFICE: &str = "31.74.06";
const SERVICE: &str = "31.71.01";

on_both_engines!(residence_office_and_place_of_service_each_answer_their_own_question, |fresh| {
    let app = open(&fresh);
    let mut new = form(1, "ppkukm", "2022-01-03");
    OFFICE.clone_into(&mut new.office);
    let asked = crate::common::asking(&app);
    let new = new.understand(&app.house, &asked.officer).expect("understood");
    let done = app.change_now(move |tx, house| people::register(tx, house, &asked, &new));
    let who: MemberId = done.expect("registers").event.member;
    let given = ServiceForm {
        stage: StageKind::Training.word().to_owned(),
        occurred_on: "2022-02-01".to_owned(),
        area: SERVICE.to_owned(),
        ..ServiceForm::default()
    };
    record(&app, who, given).expect("records");

    let lives_in = |area: &str| {
        let area = Some(area.parse().expect("a region"));
        ask(&app, &Narrowing { area, ..Narrowing::default() }).persons
    };
    assert_eq!(
        [RESIDENCE, OFFICE, SERVICE].map(lives_in),
        [1, 0, 0],
        "figures ask who lives where"
    );

    let sees = |area: &str| {
        let by = mentor(&app, &format!("pendamping-{area}"), area);
        app.db.look(|tx| people::record(tx, &by.scope, who)).expect("looks").is_some()
    };
    let seen = [RESIDENCE, OFFICE, SERVICE].map(sees);
    assert_eq!(seen, [false, true, false], "the office asks whose members they are");

    let services = app.db.look(|tx| stages::services_of(tx, who)).expect("looks");
    let training = services.iter().find(|service| service.stage == StageKind::Training);
    let area = training.expect("is there").area.map(|area| area.to_string());
    assert_eq!(area.as_deref(), Some(SERVICE), "a service says where it was given");
});
