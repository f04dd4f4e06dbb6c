//! What became of a target, by each rule, worked by hand.
use crate::{
    common::{open, register, serve, void},
    world::{as_at, ask, draft, line, set},
};
use jakpreneur::{App, reports::By, targets::Draft};
use rules::{
    StageKind,
    targets::{CountingRule, Indicator, Period},
};
use testkit::on_both_engines;

/// Ten people: four of 2021, six of 2022, one a week; the last of them at two agencies.
fn inhabited(app: &App) -> Vec<rules::MemberId> {
    let days = [
        "2021-11-01",
        "2021-11-08",
        "2021-11-15",
        "2021-11-22",
        "2022-01-03",
        "2022-01-10",
        "2022-01-17",
        "2022-01-24",
        "2022-01-31",
        "2022-02-07",
    ];
    let registered = (1..)
        .zip(days)
        .map(|(number, day)| register(app, number, "ppkukm", day).expect("registers").event.member);
    let members = registered.collect();
    register(app, 10, "ppapp", "2022-02-08").expect("registers");
    members
}

fn with(rule: CountingRule, target: u64) -> Draft {
    Draft { rule, ..draft(target) }
}

on_both_engines!(each_rule_counts_its_own_people_and_finds_the_day, |fresh| {
    let app = open(&fresh);
    inhabited(&app);
    let of = |draft: Draft| set(&app, draft).expect("sets").event.target;
    let cumulative = of(with(CountingRule::Cumulative, 7));
    let first = of(with(CountingRule::FirstReached, 5));
    let cohort = of(with(CountingRule::Cohort, 8));
    let all = of(Draft {
        agency: None,
        area: "31".parse().expect("a region"),
        ..with(CountingRule::Cumulative, 10)
    });
    let answer = ask(&app, &as_at("2022-06-22"));
    let told = |target| {
        let line = line(&answer, target);
        let day = line.reached_on.map(|day| day.to_string());
        (line.actual, line.gap, day, line.percent().map(|percent| percent.to_string()))
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(told(cumulative), (10, 3, text("2022-01-17"), text("142,86")));
    assert_eq!(told(first), (6, 1, text("2022-01-31"), text("120,00")));
    assert_eq!(told(cohort), (6, -2, None, text("75,00")));
    assert_eq!(told(all), (10, 0, text("2022-02-07"), text("100,00")), "one person, two agencies");
    let eve = ask(&app, &as_at("2022-01-16"));
    assert_eq!((line(&eve, cumulative).actual, line(&eve, cumulative).reached_on), (6, None));
    let later = ask(&app, &as_at("2021-11-10"));
    assert_eq!(line(&later, first).actual, 0, "nothing of a period that has not begun");
});

on_both_engines!(a_realisation_is_divided_by_month_agency_and_area, |fresh| {
    let app = open(&fresh);
    inhabited(&app);
    let all = Draft {
        agency: None,
        area: "31".parse().expect("a region"),
        ..with(CountingRule::Cumulative, 10)
    };
    let target = set(&app, all).expect("sets").event.target;
    let by = |by| {
        let answer =
            ask(&app, &jakpreneur::targets::Selection { by: Some(by), ..as_at("2022-06-22") });
        let shares = line(&answer, target).by.clone().expect("is divided");
        shares.into_iter().map(|share| (share.code, share.actual)).collect::<Vec<_>>()
    };
    let pair = |code: &str, n| (code.to_owned(), n);
    assert_eq!(by(By::Month), [pair("2021-11", 4), pair("2022-01", 5), pair("2022-02", 1)]);
    assert_eq!(by(By::Agency), [pair("ppapp", 1), pair("ppkukm", 10)]);
    assert_eq!(by(By::City), [pair("31.73", 10)]);
});

on_both_engines!(training_is_counted_in_persons_and_a_void_moves_the_day, |fresh| {
    let app = open(&fresh);
    let members = inhabited(&app);
    let trained =
        Draft { indicator: Indicator::Trained, period: Period::Quarter(2022, 1), ..draft(2) };
    let target = set(&app, trained).expect("sets").event.target;
    serve(&app, members[0], StageKind::Training, "2022-02-01").expect("serves");
    serve(&app, members[0], StageKind::Training, "2022-02-02").expect("serves");
    let second = serve(&app, members[1], StageKind::Training, "2022-02-03").expect("serves");
    serve(&app, members[2], StageKind::Training, "2022-03-05").expect("serves");
    serve(&app, members[3], StageKind::Training, "2022-04-05").expect("serves");
    let told = || {
        let answer = ask(&app, &as_at("2022-06-22"));
        let line = line(&answer, target);
        (line.actual, line.reached_on.map(|day| day.to_string()))
    };
    assert_eq!(told(), (3, Some("2022-02-03".to_owned())), "persons, not seats; April is after it");
    void(&app, second.event.service).expect("voids");
    assert_eq!(told(), (2, Some("2022-03-05".to_owned())));
});
