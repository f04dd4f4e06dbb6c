//! Every number of a target is the length of its list.
use crate::{
    common::{open, register, serve},
    world::{as_at, ask, draft, set},
};
use figures::Measure;
use jakpreneur::{
    people::{self, Asked},
    targets::Draft,
};
use rules::{
    Day, StageKind,
    targets::{CountingRule, Indicator},
};
use testkit::on_both_engines;

on_both_engines!(the_number_of_a_target_is_the_length_of_its_list_by_every_rule, |fresh| {
    let app = open(&fresh);
    for number in 1..=24 {
        let agency = if number % 3 == 0 { "ppapp" } else { "ppkukm" };
        let on = if number % 2 == 0 { "2021-12-20" } else { "2022-01-05" };
        let member = register(&app, number, agency, on).expect("registers").event.member;
        if number % 5 == 0 {
            register(&app, number, "parekraf", "2022-02-02").expect("registers");
        }
        if number % 4 < 2 {
            let on = if number % 4 == 0 { "2022-01-09" } else { "2022-03-01" };
            serve(&app, member, StageKind::Training, on).expect("serves");
        }
    }
    for rule in CountingRule::ALL {
        for indicator in [Indicator::Registered, Indicator::Trained, Indicator::Financed] {
            for agency in [None, rules::Agency::parse("ppkukm").ok()] {
                let area = "31".parse().expect("a region");
                set(&app, Draft { rule, indicator, agency, area, ..draft(10) }).expect("sets");
            }
        }
    }
    for day in ["2021-12-31", "2022-01-10", "2022-06-22"] {
        let answer = ask(&app, &as_at(day));
        assert_eq!(answer.rows.len(), 18);
        for line in &answer.rows {
            let stage = u8::try_from(line.own.indicator.stage().index()).expect("small");
            let measure = match line.own.rule {
                CountingRule::FirstReached => {
                    Measure::First(stage, Day::of(line.own.period.first()).0)
                }
                CountingRule::Cumulative | CountingRule::Cohort => Measure::Reached(stage),
            };
            let narrowing = line.realised.narrowing.clone();
            let asked = Asked { narrowing, measure: Some(measure), limit: 100, ..Asked::default() };
            let found = people::list(&app.db, &app.house, &app.operator(), &asked).expect("lists");
            assert_eq!(found.total, line.actual, "{day} {:?}", line.own);
            assert_eq!(found.items.len() as u64, line.actual);
        }
    }
});
