//! Members and mentors move on; what was done in earlier months stays with who did it.
use crate::{
    common::{self, asking, open},
    world::{held, id, is_verified, member, mentor, on, visit_on},
};
use jakpreneur::{
    App,
    growth::{self, MeasureForm},
    licences::{self, LicenceForm},
    mentoring::{self, MentorMonth, Reply},
    people::{self, CorrectionForm},
    staff::{self, Officer},
    stages::{self, ServiceForm},
};
use rules::{ActId, MemberId, StageKind, growth::Month};
use std::sync::Arc;
use testkit::on_both_engines;

fn month(app: &App, of: &Arc<Officer>, which: &str) -> MentorMonth {
    let month = Month::parse_officer(which).expect("a month");
    let all = app.operator();
    app.db.look(|tx| mentoring::month(tx, &all, id(of), month)).expect("looks")
}

/// The member lives and is looked after in another kecamatan from a day on.
fn moves(app: &App, who: MemberId, kelurahan: &str, kecamatan: &str, from: &str) {
    let form = CorrectionForm {
        kelurahan: Some(kelurahan.to_owned()),
        office: Some(kecamatan.to_owned()),
        moved_on: from.to_owned(),
        reason: "pindah rumah".to_owned(),
        ..CorrectionForm::default()
    };
    let asked = common::asking_at(app, crate::world::noon(from));
    app.change_now(move |tx, house| people::correct(tx, house, &asked, who, &form)).expect("moves");
}

/// The operator offers whoever can no longer be seen by their mentor, and the mentor takes them.
fn hands_over(app: &App, to: &Arc<Officer>, date: &str) {
    let all = app.operator();
    let waiting = app.db.look(|tx| mentoring::waiting(tx, &all, app.house.today())).expect("looks");
    let members: Vec<MemberId> = waiting.out_of_reach.iter().map(|(member, _)| *member).collect();
    assert_eq!(members.len(), 1, "who moved is not forgotten");
    let (asked, mentor) = (on(app, &all, date), id(to));
    let made: ActId = app
        .change_now(move |tx, _| mentoring::offer(tx, &asked, mentor, &members))
        .expect("offers")
        .event
        .transfer;
    let asked = on(app, to, date);
    app.change_now(move |tx, _| mentoring::answer(tx, &asked, made, Reply::Accept)).expect("takes");
}

fn gives(app: &App, to: &Arc<Officer>, who: MemberId, date: &str) {
    let (asked, mentor) = (on(app, &app.operator(), date), id(to));
    let given = mentoring::Assignment { mentor, members: vec![who] };
    app.change_now(move |tx, _| mentoring::assign(tx, &asked, &given)).expect("assigns");
}

fn trains(app: &App, who: MemberId, date: &str) {
    let asked = common::asking_at(app, crate::world::noon(date));
    let form = ServiceForm {
        stage: StageKind::Training.word().to_owned(),
        occurred_on: date.to_owned(),
        ..ServiceForm::default()
    };
    let act = app.change_now(move |tx, house| stages::record(tx, house, &asked, who, &form, None));
    act.expect("records");
}

on_both_engines!(who_moves_twice_leaves_the_months_before_as_they_were, |fresh| {
    let app = open(&fresh);
    let who = member(&app, 1);
    let stays = member(&app, 2);
    let first = mentor(&app, "sri", "31.73.05");
    let second = mentor(&app, "tono", "31.74.06");
    let third = mentor(&app, "wati", "31.73.01");
    gives(&app, &first, who, "2022-02-01");
    gives(&app, &first, stays, "2022-02-01");
    visit_on(&app, &first, who, "2022-02-10", "member");
    visit_on(&app, &first, stays, "2022-02-11", "nobody");
    let february = month(&app, &first, "2022-02");
    assert_eq!((february.visits, february.met, february.in_vain), (2, 1, 1));
    assert_eq!((february.held, &february.not_reached), (2, &vec![stays]));
    assert_eq!(february.moved_to(StageKind::Mentoring), 1);

    moves(&app, who, "Cilandak Barat", "Cilandak", "2022-03-01");
    assert_eq!(held(&app, &first), [stays], "the first sees who is elsewhere no longer");
    hands_over(&app, &second, "2022-03-02");
    trains(&app, who, "2022-03-09");
    visit_on(&app, &second, who, "2022-03-10", "family");
    let march = month(&app, &second, "2022-03");
    assert_eq!((march.held, march.moved_to(StageKind::Training)), (1, 1));
    assert_eq!(month(&app, &first, "2022-03").moved_to(StageKind::Training), 0);

    moves(&app, who, "Kapuk", "Cengkareng", "2022-05-01");
    hands_over(&app, &third, "2022-05-02");
    assert_eq!(held(&app, &third), [who]);
    assert_eq!(month(&app, &first, "2022-02"), february);
    assert_eq!(month(&app, &second, "2022-03"), march);
    assert_eq!((month(&app, &second, "2022-05").held, month(&app, &third, "2022-05").held), (0, 1));
    is_verified(&app);
});

on_both_engines!(a_mentor_who_left_leaves_members_that_wait_and_a_report_that_stays, |fresh| {
    let app = open(&fresh);
    let (who, leaves) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
    gives(&app, &leaves, who, "2022-02-01");
    visit_on(&app, &leaves, who, "2022-02-10", "member");
    let before = month(&app, &leaves, "2022-02");
    let asked = asking(&app);
    app.change_now(move |tx, house| staff::disable(tx, house, &asked, "sri")).expect("leaves");
    let all = app.operator();
    let waiting = app.db.look(|tx| mentoring::waiting(tx, &all, app.house.today())).expect("looks");
    assert_eq!(waiting.out_of_reach, [(who, id(&leaves))]);
    let row = app.db.look(|tx| people::record(tx, &all.scope, who)).expect("looks");
    assert_eq!(row.expect("is there").office.to_string(), "31.73.05", "the office stays theirs");
    let after = month(&app, &leaves, "2022-02");
    assert_eq!((after.visits, after.met, after.held), (before.visits, before.met, before.held));
    hands_over(&app, &mentor(&app, "tono", "31.73.05"), "2022-06-22");
    is_verified(&app);
});

on_both_engines!(a_months_target_is_the_newest_that_holds_from_it_or_before, |fresh| {
    let app = open(&fresh);
    let of = mentor(&app, "sri", "31.73.05");
    for (from, persons) in [("2022-01", "60"), ("2022-05", "70"), ("2022-05", "65")] {
        let (asked, mentor) = (asking(&app), id(&of));
        let form = mentoring::MentorTargetForm {
            month: from.to_owned(),
            persons: persons.to_owned(),
            basis: "Rencana kerja 2022".to_owned(),
        };
        app.change_now(move |tx, _| mentoring::set_target(tx, &asked, mentor, &form))
            .expect("sets");
    }
    let target = |which: &str| month(&app, &of, which).target;
    assert_eq!(target("2021-12"), None);
    assert_eq!((target("2022-04"), target("2022-06")), (Some(60), Some(65)));
    is_verified(&app);
});

on_both_engines!(
    a_month_counts_the_permits_and_measurements_of_the_days_in_the_caseload,
    |fresh| {
        let app = open(&fresh);
        let (who, by) = (member(&app, 1), mentor(&app, "sri", "31.73.05"));
        gives(&app, &by, who, "2022-02-01");
        let form = LicenceForm {
            kind: "NIB".to_owned(),
            number: "1234567890123".to_owned(),
            requested_on: "2022-02-20".to_owned(),
            issued_on: "2022-03-01".to_owned(),
            ..LicenceForm::default()
        };
        let asked = asking(&app);
        app.change_now(move |tx, house| licences::record(tx, house, &asked, who, &form))
            .expect("permit");
        let told = MeasureForm {
            month: "2022-03".to_owned(),
            measured_on: "2022-04-02".to_owned(),
            turnover: "2000000".to_owned(),
            source: "told".to_owned(),
            ..MeasureForm::default()
        };
        let asked = on(&app, &by, "2022-04-02");
        app.change_now(move |tx, house| growth::measure(tx, house, &asked, who, &told))
            .expect("tells");
        let counts = |which: &str| {
            let found = month(&app, &by, which);
            (found.permits_requested, found.permits_issued, found.measured)
        };
        assert_eq!(counts("2022-01"), (0, 0, 0));
        assert_eq!(counts("2022-02"), (1, 0, 0));
        assert_eq!(counts("2022-03"), (0, 1, 0));
        assert_eq!(counts("2022-04"), (0, 0, 1));
    }
);
