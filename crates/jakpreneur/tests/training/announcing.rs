//! Announcing classes, finding them, and what clashes.
use crate::{
    common::{day, open as open_app},
    world::{announce, class, form, is_verified, open, refused, session},
};
use jakpreneur::{
    Problem,
    classes::{self, ClassForm, OrganiserForm, SessionForm, Shared, TrainerForm, Wanted},
};
use rules::training::{ClassState, OrganiserKind};
use testkit::on_both_engines;

on_both_engines!(a_class_is_announced_as_it_was_typed, |fresh| {
    let app = open_app(&fresh);
    let mut typed = form(120);
    typed.organisers = Some(vec![
        OrganiserForm {
            kind: "Kementerian".to_owned(),
            name: "Kementerian Perindustrian".to_owned(),
            ..OrganiserForm::default()
        },
        OrganiserForm {
            kind: "OPD".to_owned(),
            agency: "ppapp".to_owned(),
            ..OrganiserForm::default()
        },
    ]);
    typed.trainers =
        Some(vec![TrainerForm { name: "Pelatih Contoh".to_owned(), ..TrainerForm::default() }]);
    typed.sessions = Some(vec![session("30/06/2022"), session("29 Juni 2022")]);
    let id = announce(&app, typed).expect("announces").event.class;
    let found = open(&app, id);
    assert_eq!((found.state, found.announced.capacity), (ClassState::Announced, 120));
    let organisers: Vec<OrganiserKind> =
        found.announced.organisers.iter().map(|it| it.kind).collect();
    assert_eq!(organisers, [OrganiserKind::Ministry, OrganiserKind::Agency]);
    assert!(!found.announced.organisers[1].name.is_empty());
    let days: Vec<_> = found.announced.sessions.iter().map(|it| (it.number, it.held_on)).collect();
    assert_eq!(days, [(1, day("2022-06-29")), (2, day("2022-06-30"))]);
    assert_eq!(found.announced.share.percent(), 80);
    assert!(found.announced.trainers[0].user.is_none());
    is_verified(&app);
});

on_both_engines!(everything_that_is_wrong_with_a_class_is_said_at_once, |fresh| {
    let app = open_app(&fresh);
    let Err(Problem::Invalid(wrong)) = announce(&app, ClassForm::default()) else {
        panic!("an empty form is announced");
    };
    let fields: Vec<_> = wrong.iter().map(|wrong| wrong.field).collect();
    let needed = ["sessions", "kind", "title", "trade", "agency", "area", "place", "capacity"];
    assert_eq!(fields, needed);
    let with = |spoil: fn(&mut ClassForm)| {
        let mut typed = form(20);
        spoil(&mut typed);
        refused(announce(&app, typed))
    };
    let late = |typed: &mut ClassForm| typed.closes_on = Some("2022-07-01".to_owned());
    assert_eq!(with(late), "closes-after-end");
    assert_eq!(with(|typed| typed.trade = Some("sulap".to_owned())), "trade");
    assert_eq!(with(|typed| typed.capacity = Some("0".to_owned())), "number");
    assert_eq!(with(|typed| typed.sessions = Some(vec![])), "empty");
    let hours = |typed: &mut ClassForm| {
        let ends = "08.00".to_owned();
        typed.added = vec![SessionForm { ends, ..session("2022-06-29") }];
    };
    assert_eq!(with(hours), "ends-before-start");
    let account = |typed: &mut ClassForm| {
        let account = "tidak.ada".to_owned();
        typed.trainers = Some(vec![TrainerForm { name: "Siapa".to_owned(), account }]);
    };
    assert_eq!(with(account), "account");
});

on_both_engines!(classes_are_listed_page_by_page_with_an_exact_total, |fresh| {
    let app = open_app(&fresh);
    let mut all = Vec::new();
    for n in 0..7 {
        let mut typed = form(10 + n);
        typed.sessions = Some(vec![session(&format!("2022-07-{:02}", 10 - n))]);
        if n == 3 {
            typed.area = Some("31.73".to_owned());
            typed.trade = Some("batik".to_owned());
        }
        all.push(announce(&app, typed).expect("announces").event.class);
    }
    all.reverse();
    let list = |wanted: &Wanted| {
        app.db.look(|tx| classes::list(tx, &app.operator(), wanted)).expect("lists")
    };
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = list(&Wanted { after, limit: 3, ..Wanted::default() });
        assert_eq!(page.total, 7);
        found.extend(page.items.iter().map(|line| line.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(found, all);
    let total = |wanted: Wanted| list(&Wanted { limit: 50, ..wanted }).total;
    let area = |code: &str| Some(code.parse().expect("a region"));
    assert_eq!(total(Wanted { area: area("31.73.05"), ..Wanted::default() }), 7);
    assert_eq!(total(Wanted { area: area("31.73.01"), ..Wanted::default() }), 1);
    assert_eq!(total(Wanted { area: area("31.74"), ..Wanted::default() }), 0);
    assert_eq!(total(Wanted { trade: Some("batik".to_owned()), ..Wanted::default() }), 1);
    let (from, to) = (Some(day("2022-07-05")), Some(day("2022-07-08")));
    assert_eq!(total(Wanted { from, to, ..Wanted::default() }), 4);
    let state = Some(ClassState::CalledOff);
    assert_eq!(total(Wanted { state, ..Wanted::default() }), 0);
});

on_both_engines!(a_shared_room_or_trainer_is_told_and_not_refused, |fresh| {
    let app = open_app(&fresh);
    let taught = |typed: &mut ClassForm, name: &str| {
        let name = name.to_owned();
        typed.trainers = Some(vec![TrainerForm { name, account: String::new() }]);
    };
    let mut first = form(20);
    taught(&mut first, "Pelatih  Contoh");
    let first = announce(&app, first).expect("announces");
    assert_eq!(first.event.clashes, []);
    let mut same_room = form(20);
    same_room.place = Some("AULA KECAMATAN  Kebon Jeruk".to_owned());
    let clashes = announce(&app, same_room).expect("announces").event.clashes;
    assert_eq!(clashes.len(), 2);
    assert!(clashes.iter().all(|it| it.shared == Shared::Room && it.at_once));
    let mut same_trainer = form(20);
    same_trainer.place = Some("Balai warga".to_owned());
    taught(&mut same_trainer, "pelatih contoh");
    let mut afternoon = session("2022-06-29");
    "13.00".clone_into(&mut afternoon.starts);
    "15.00".clone_into(&mut afternoon.ends);
    same_trainer.sessions = Some(vec![afternoon]);
    same_trainer.closes_on = Some(String::new());
    let clashes = announce(&app, same_trainer).expect("announces").event.clashes;
    assert_eq!(clashes.len(), 1);
    let clash = &clashes[0];
    assert_eq!((clash.shared, clash.at_once), (Shared::Trainer, false));
    assert_eq!((clash.with, clash.on), (first.event.class, day("2022-06-29")));
});

on_both_engines!(a_called_off_class_says_why_and_takes_nobody, |fresh| {
    let app = open_app(&fresh);
    let id = class(&app, 20);
    let call_off = |reason: &'static str| {
        let asking = crate::common::asking(&app);
        app.change_now(move |tx, _| classes::call_off(tx, &asking, id, reason))
    };
    assert_eq!(refused(call_off(" ")), "reason");
    call_off("Gedung dipakai vaksinasi").expect("calls off");
    let found = open(&app, id);
    assert_eq!(found.state, ClassState::CalledOff);
    assert_eq!(found.call_off_reason.as_deref(), Some("Gedung dipakai vaksinasi"));
    assert_eq!(refused(call_off("lagi")), "class-over");
    let member = crate::world::members(&app, 1)[0];
    assert_eq!(refused(crate::world::ask(&app, id, member)), "class-over");
    is_verified(&app);
});

on_both_engines!(a_class_is_announced_under_a_plan_that_exists_alone, |fresh| {
    let app = open_app(&fresh);
    let plan = Some("0190b0f2-0000-7000-8000-000000000001".to_owned());
    assert_eq!(refused(announce(&app, ClassForm { plan, ..form(5) })), "plan");
});
