//! A partner never hears more than who subscribed it may know, and no machine of the own network is called.
use crate::{
    receiver::Receiver,
    staff_world::World,
    world::{Partner, TERMS, form, subscribe},
};
use jakpreneur::{
    Problem,
    staff::Officer,
    webhooks::{self, Courier, Outcome, Paused, Step, WebhookForm},
};
use testkit::on_both_engines;
use tokio::runtime::Runtime;

fn step(world: &World, webhook: rules::WebhookId) -> Step {
    let courier = Courier::new(world.app.clone(), TERMS).expect("a courier");
    Runtime::new().expect("a runtime").block_on(courier.step(webhook)).expect("a step")
}

on_both_engines!(an_agency_hears_of_its_own_members_alone_and_of_the_kinds_it_wants, |fresh| {
    let world = World::open(&fresh);
    world.app.house.own_network.set(true).expect("is not set");
    let receiver = Receiver::start();
    let own = world.officer("dinas", "agency_administrator", "ppkukm", "");
    let typed = WebhookForm { kinds: "member.*".to_owned(), ..form(&receiver.url()) };
    let (webhook, _) = subscribe(&world, world.asking(&own), &typed);
    let member = world.member(&crate::common::nik(1), "ppkukm", "31.73.05");
    let other = world.member(&crate::common::nik(2), "ppapp", "31.73.05");
    crate::common::serve(&world.app, member, rules::StageKind::Training, "2022-03-01")
        .expect("is recorded");
    assert_eq!(step(&world, webhook), Step::Sent(Outcome::Taken(204)));
    let body = String::from_utf8(receiver.came()[0].body.clone()).expect("text");
    assert!(body.contains(&member.to_string()) && !body.contains(&other.to_string()), "{body}");
    assert!(!body.contains("service.record") && !body.contains("user.add"), "{body}");
    let outside = WebhookForm { agency: "ppapp".to_owned(), ..form(&receiver.url()) };
    assert!(outside.understand(&world.app.house, &own).is_err(), "another agency is out of reach");
});

on_both_engines!(who_may_no_more_is_told_no_more_and_others_see_nothing_of_it, |fresh| {
    let world = World::open(&fresh);
    world.app.house.own_network.set(true).expect("is not set");
    let receiver = Receiver::start();
    let own = world.officer("dinas", "agency_administrator", "ppkukm", "");
    let (webhook, _) = subscribe(&world, world.asking(&own), &form(&receiver.url()));
    world.member(&crate::common::nik(1), "ppkukm", "31.73.05");
    let other = world.officer("lain", "agency_administrator", "ppapp", "");
    let sees = |officer: &Officer| {
        let look = world.app.db.look(|tx| webhooks::list(tx, &world.app.house, officer));
        look.map(|seen| seen.len())
    };
    assert_eq!((sees(&own).expect("sees"), sees(&other).expect("sees")), (1, 0));
    let mentor = world.officer("pendamping", "mentor", "ppkukm", "31.73.05");
    assert!(matches!(sees(&mentor), Err(Problem::Forbidden)));
    let asking = world.asking(&other);
    let paused =
        world.app.change_now(move |tx, house| webhooks::pause(tx, house, &asking, webhook));
    assert!(matches!(paused, Err(Problem::NotFound)));
    world.disable("dinas").expect("is closed");
    assert_eq!(step(&world, webhook), Step::Paused);
    assert!(receiver.came().is_empty());
    let operator = world.app.operator();
    let seen = world.app.db.look(|tx| webhooks::see(tx, &world.app.house, &operator, webhook));
    let why = seen.expect("sees").0.progress.paused.map(|(_, why)| why);
    assert_eq!(why, Some(Paused::Owner));
});

on_both_engines!(a_name_that_leads_inside_is_not_called, |fresh| {
    let mut partner = Partner::of(&fresh);
    partner.register(1);
    // The same database, served by somebody who does not allow the own network.
    let strict = World::open(&fresh);
    assert_eq!(step(&strict, partner.webhook), Step::Sent(Outcome::Refused));
    assert!(partner.receiver.came().is_empty());
    for inside in ["https://127.0.0.1/x", "https://localhost/x", "http://mitra.example/x"] {
        let refused = form(inside).understand(&strict.app.house, &strict.app.operator());
        assert!(matches!(refused, Err(Problem::Invalid(_))), "{inside}");
    }
});
