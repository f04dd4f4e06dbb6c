//! Production tools: once a person and agency, with a KTP seen and a permit (BR-20).
use crate::{
    common::{self, open},
    world::{is_verified, members, refused},
};
use jakpreneur::{
    App, Problem,
    journal::Done,
    people::{self, Decision},
    tools::{self, GrantForm, ItemForm, ToolsGranted},
};
use rules::{MemberId, StageKind, ToolGrantId};
use testkit::on_both_engines;

fn form() -> GrantForm {
    let text = |text: &str| text.to_owned();
    GrantForm {
        items: vec![
            ItemForm { name: text("Mixer tangan"), quantity: text("2"), unit: text("unit") },
            ItemForm::default(),
        ],
        value: text("2.400.000"),
        permit_kind: text("nib"),
        permit: text("1234567890123"),
        ktp_seen: true,
        giver: text("Nama Petugas"),
        giver_position: text("Kepala Seksi"),
        ..GrantForm::default()
    }
}

fn grant(app: &App, member: MemberId, form: GrantForm) -> Result<Done<ToolsGranted>, Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| tools::grant(tx, house, &asking, member, &form))
}

fn take_back(app: &App, grant: ToolGrantId, reason: &'static str) -> Result<(), Problem> {
    let asking = common::asking(app);
    app.change_now(move |tx, house| tools::take_back(tx, house, &asking, grant, reason)).map(drop)
}

on_both_engines!(tools_are_given_once_and_again_only_when_they_were_taken_back, |fresh| {
    let app = open(&fresh);
    let member = members(&app, 1)[0];
    let done = grant(&app, member, form()).expect("grants");
    assert_eq!(done.event.items.len(), 1, "an empty line is no tool");
    assert_eq!(done.event.number(9), "BAST/PKT-PPKUKM/2022/000009");
    assert_eq!(refused(grant(&app, member, form())), "tools-before");
    assert_eq!(refused(take_back(&app, done.event.grant, "")), "reason");
    take_back(&app, done.event.grant, "Pindah usaha").expect("takes back");
    assert_eq!(refused(take_back(&app, done.event.grant, "Lagi")), "already-voided");
    grant(&app, member, form()).expect("grants once more");
    let all = app.db.look(|tx| tools::of_member(tx, member)).expect("looks");
    assert_eq!(all.len(), 2);
    assert!(all[0].taken_back_on.is_some() && all[1].taken_back_on.is_none());
    is_verified(&app);
});

on_both_engines!(a_linked_person_gets_tools_once_from_an_agency_and_once_from_another, |fresh| {
    let app = open(&fresh);
    let member = members(&app, 1)[0];
    let other = common::register(&app, 0, "ppapp", "2022-02-01").expect("registers").event.member;
    let by = |agency: &str| GrantForm { agency: agency.to_owned(), ..form() };
    grant(&app, member, by("ppkukm")).expect("grants");
    assert_eq!(refused(grant(&app, other, by("ppkukm"))), "tools-before");
    grant(&app, other, by("ppapp")).expect("another agency gives once too");
});

/// Registers somebody with a phone that several have: records with one phone look like one person.
fn by_phone(app: &App, number: u32) -> MemberId {
    let mut form = common::form(number, "ppkukm", "2022-01-03");
    "0812 1111 2222".clone_into(&mut form.phone);
    let asking = common::asking(app);
    let new = form.understand(&app.house, &asking.officer).expect("understood");
    let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
    done.expect("registers").event.member
}

on_both_engines!(two_records_found_to_be_one_person_count_as_one, |fresh| {
    let app = open(&fresh);
    let of: Vec<MemberId> = [20, 21].map(|number| by_phone(&app, number)).into();
    grant(&app, of[0], form()).expect("grants");
    let asking = common::asking(&app);
    let (newer, older) = (of[1], of[0]);
    app.change_now(move |tx, _| people::decide(tx, &asking, newer, older, Decision::Same))
        .expect("decides");
    assert_eq!(refused(grant(&app, of[1], form())), "tools-before");
});

on_both_engines!(without_a_ktp_or_a_permit_there_are_no_tools, |fresh| {
    let app = open(&fresh);
    let member = members(&app, 1)[0];
    let stage = GrantForm { permit_kind: "stage".to_owned(), permit: String::new(), ..form() };
    for (wrong, code) in [
        (GrantForm { ktp_seen: false, ..form() }, "ktp-not-seen"),
        (GrantForm { permit: "123".to_owned(), ..form() }, "permit"),
        (GrantForm { permit_kind: "lisan".to_owned(), ..form() }, "word"),
        (GrantForm { items: vec![], ..form() }, "empty"),
        (GrantForm { given_on: "2022-07-01".to_owned(), ..form() }, "future"),
        (GrantForm { given_on: "2021-12-31".to_owned(), ..form() }, "before-registration"),
        (GrantForm { value: "banyak".to_owned(), ..form() }, "number"),
        (stage.clone(), "no-permit"),
    ] {
        assert_eq!(refused(grant(&app, member, wrong)), code);
    }
    common::serve(&app, member, StageKind::Licensing, "2022-03-01").expect("records");
    grant(&app, member, stage).expect("the licensing stage stands for a permit");
});
