//! Growth figures: places, mentors and cohorts of the day asked for, and whoever may see them.
use crate::{common, month, somebody, tell, void};
use jakpreneur::{
    App, Problem,
    growth::{
        MeasureForm,
        figures::{self, Asked, By, GrowthAnswer, Measure},
    },
    mentoring::{self, Assignment},
    people::{self, CorrectionForm},
    staff::{self, AccountForm, Cost, Officer},
};
use rules::{Agency, MemberId, growth::Outcome};
use std::sync::Arc;
use testkit::on_both_engines;

fn ask_as(app: &App, officer: &Officer, asked: &Asked) -> Result<GrowthAnswer, Problem> {
    figures::ask(&app.db, &app.house, officer, asked)
}

fn ask(app: &App, asked: &Asked) -> GrowthAnswer {
    ask_as(app, &app.operator(), asked).expect("answers")
}

fn by(by: By) -> Asked {
    Asked { by: vec![by], ..Asked::default() }
}

/// The code of each group, with how many businesses are in it and how many rose.
fn groups(answer: &GrowthAnswer) -> Vec<(Option<String>, u64, u64)> {
    let groups = answer.groups.iter().flatten();
    groups
        .map(|group| (group.key[0].code.clone(), group.numbers.businesses, group.numbers.rose))
        .collect()
}

#[expect(clippy::unnecessary_wraps, reason = "groups may have no code")]
fn some(code: &str) -> Option<String> {
    Some(code.to_owned())
}

fn officer(app: &App, name: &str, role: &str, agency: &str, area: &str) -> Arc<Officer> {
    let text = |text: &str| text.to_owned();
    let form = AccountForm {
        name: text(name),
        role: text(role),
        agency: text(agency),
        area: text(area),
        password: text("pisang goreng hangat"),
    };
    let new = form.understand(&app.house).expect("understood");
    let hash = new.password.hash(Cost { memory: 64, passes: 1 }, [7; 16]).expect("hashes");
    let asked = common::asking(app);
    app.change_now(move |tx, house| staff::add(tx, house, &asked, &new, &hash)).expect("adds");
    let scope = app.operator().scope.clone();
    let account = app.db.look(|tx| staff::account_named(tx, &scope, name)).expect("looks");
    Arc::new(account.expect("is there").officer())
}

fn assign(app: &App, mentor: &Officer, member: MemberId) {
    let asking = common::asking(app);
    let asked = Assignment { mentor: mentor.user.expect("an account"), members: vec![member] };
    app.change_now(move |tx, _| mentoring::assign(tx, &asking, &asked)).expect("assigns");
}

/// Twice the turnover of the baseline.
fn grows(app: &App, member: MemberId) {
    tell(app, member, month("2022-01", "5000000")).expect("tells");
    tell(app, member, month("2022-05", "10000000")).expect("tells");
}

on_both_engines!(growth_is_told_apart_by_the_place_and_the_cohort, |fresh| {
    let app = common::open(&fresh);
    let grown = somebody(&app);
    grows(&app, grown);
    common::register(&app, 2, "ppapp", "2021-02-01").expect("registers");
    assert_eq!(groups(&ask(&app, &by(By::Kecamatan))), [(some("31.73.05"), 2, 1)]);
    assert_eq!(
        groups(&ask(&app, &by(By::Year))),
        [(some("2021"), 1, 0), (some("2022"), 1, 1)],
        "cohorts by year of registration"
    );
    let agencies = groups(&ask(&app, &by(By::Agency)));
    assert_eq!(agencies, [(some("ppkukm"), 1, 1), (some("ppapp"), 1, 0)]);
    let moved = CorrectionForm {
        kelurahan: some("Cilandak Barat"),
        office: some("Cilandak"),
        moved_on: "2022-06-01".to_owned(),
        reason: "pindah".to_owned(),
        ..CorrectionForm::default()
    };
    let asking = common::asking(&app);
    app.change_now(move |tx, house| people::correct(tx, house, &asking, grown, &moved))
        .expect("moves");
    let now = [(some("31.73.05"), 1, 0), (some("31.74.06"), 1, 1)];
    assert_eq!(groups(&ask(&app, &by(By::Kecamatan))), now);
    let before = Asked { as_at: Some(common::day("2022-05-31")), ..by(By::Kecamatan) };
    assert_eq!(groups(&ask(&app, &before)), [(some("31.73.05"), 2, 1)], "May stays as it was");
    let again = common::open(&fresh);
    assert_eq!(groups(&ask(&again, &by(By::Kecamatan))), now, "also after a start");
    assert_eq!(groups(&ask(&again, &before)), [(some("31.73.05"), 2, 1)]);
});

on_both_engines!(a_mentors_caseload_counts_from_the_day_it_is_theirs, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    grows(&app, member);
    let first = officer(&app, "pendamping-satu", "mentor", "ppkukm", "31.73.05");
    let second = officer(&app, "pendamping-dua", "mentor", "ppkukm", "31.73.05");
    assign(&app, &first, member);
    let given = app.house.board().position;
    assign(&app, &second, member);
    let id = |officer: &Officer| officer.user.map(|user| user.to_string());
    assert_eq!(groups(&ask(&app, &by(By::Mentor))), [(id(&second), 1, 1)]);
    let then = Asked { known_at: Some(given), ..by(By::Mentor) };
    assert_eq!(groups(&ask(&app, &then)), [(id(&first), 1, 1)]);
    let yesterday = Asked { as_at: Some(common::day("2022-06-21")), ..by(By::Mentor) };
    assert_eq!(groups(&ask(&app, &yesterday)), [(None, 1, 1)], "nobody's then");
    let again = common::open(&fresh);
    assert_eq!(groups(&ask(&again, &by(By::Mentor))), [(id(&second), 1, 1)]);
    // A mentor is told the own caseload, and no other's.
    assert_eq!(ask_as(&app, &first, &by(By::Mentor)).expect("answers").total.businesses, 0);
    assert_eq!(ask_as(&app, &second, &by(By::Mentor)).expect("answers").total.businesses, 1);
    let others = Asked { mentor: first.user, ..Asked::default() };
    assert!(matches!(ask_as(&app, &second, &others), Err(Problem::NotFound)));
});

on_both_engines!(nobody_counts_or_lists_what_is_outside_their_scope, |fresh| {
    let app = common::open(&fresh);
    grows(&app, somebody(&app));
    let member = common::register(&app, 2, "ppapp", "2022-01-03").expect("registers").event.member;
    grows(&app, member);
    let all = (&Asked::default(), Measure::Outcome(Outcome::Rose));
    for (name, role, agency, area, seen) in [
        ("kota-barat", "city_office", "ppkukm", "31.73", 1),
        ("kota-selatan", "city_office", "ppkukm", "31.74", 0),
        ("opd-ppapp", "agency_administrator", "ppapp", "", 1),
    ] {
        let officer = officer(&app, name, role, agency, area);
        let answer = ask_as(&app, &officer, &Asked::default()).expect("answers");
        assert_eq!((answer.total.businesses, answer.total.rose), (seen, seen), "{name}");
        let listed = figures::list(&app.db, &app.house, &officer, all, None, 50).expect("lists");
        assert_eq!((listed.total, listed.items.len() as u64), (seen, seen), "{name}");
    }
    let executive = officer(&app, "pimpinan", "executive", "", "");
    let answer = ask_as(&app, &executive, &Asked::default()).expect("counts");
    assert_eq!(answer.total.rose, 2);
    let listed = figures::list(&app.db, &app.house, &executive, all, None, 50);
    assert!(matches!(listed, Err(Problem::Forbidden)), "but sees no names");
});

on_both_engines!(a_second_process_counts_what_the_first_was_told, |fresh| {
    let (one, other) = (common::open(&fresh), common::open(&fresh));
    let member = somebody(&one);
    assert_eq!(ask(&other, &Asked::default()).total.unknown, 1, "it is counted by now");
    grows(&one, member);
    let workers = ["2", "", "", ""].map(str::to_owned);
    tell(&one, member, MeasureForm { workers, ..month("2022-02", "6000000") }).expect("tells");
    let mentor = officer(&one, "pendamping", "mentor", "ppkukm", "31.73.05");
    assign(&one, &mentor, member);
    let asked = by(By::Mentor);
    assert_eq!(ask(&other, &asked), ask(&one, &asked));
    assert_eq!(ask(&other, &asked).total.rose, 1);
    void(&one, member, "2022-05", "usaha orang lain").expect("takes back");
    assert_eq!(ask(&other, &asked), ask(&one, &asked));
    let total = ask(&other, &Asked::default()).total;
    assert_eq!(total.unknown, 1, "February says nothing about the last three months");
});

on_both_engines!(a_missing_month_is_missing_and_a_month_of_nothing_is_a_fall, |fresh| {
    let app = common::open(&fresh);
    let member = somebody(&app);
    tell(&app, member, month("2022-01", "5000000")).expect("tells");
    assert_eq!(ask(&app, &Asked::default()).total.unknown, 1, "nothing told since: not zero");
    tell(&app, member, MeasureForm { confirmed: true, ..month("2022-05", "0") }).expect("tells");
    let total = ask(&app, &Asked::default()).total;
    assert_eq!((total.fell, total.unknown), (1, 0), "told to be nothing");
    assert_eq!(total.indicators.workers.unknown, 1);
    assert_eq!(total.indicators.assets.unknown, 1);
    let ppapp = Some(Agency::parse("ppapp").expect("an agency"));
    let nobodys = Asked { agency: ppapp, ..Asked::default() };
    assert_eq!(ask(&app, &nobodys).total.businesses, 0);
});
