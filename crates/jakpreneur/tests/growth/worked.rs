//! The businesses worked out by hand, told through the acts: every class and every answer of the figures.
use crate::common;
use jakpreneur::{
    App, growth,
    growth::{
        MeasureForm,
        figures::{self, Asked, Definition, Measure},
    },
};
use rules::{
    Instant, MemberId,
    growth::{Indicator, Month, Need, Outcome, SizeRules, Terms, class_at},
};
use testkit::on_both_engines;

/// The same table the rules are tested by.
const TABLE: &str = include_str!("../../../rules/src/growth/tests/worked.csv");

/// A business of the table.
struct Worked<'t> {
    what: &'t str,
    measurements: &'t str,
    day: &'t str,
    expected: Vec<&'t str>,
}

fn table() -> Vec<Worked<'static>> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let read = |row: &'static str| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [what, measurements, day, expected @ ..] = &cells[..] else { panic!("{row}") };
        Worked { what, measurements, day, expected: expected.to_vec() }
    };
    rows.map(read).collect()
}

/// `B2021-03:t=20jt,a=40jt,w=2 2021-10..2021-12:t=22jt`, the month of the baseline first.
fn months(raw: &str) -> Vec<(Month, String, bool)> {
    let mut told = Vec::new();
    for part in raw.split(' ') {
        let (months, values) = part.split_once(':').expect("values");
        let plain = months.trim_start_matches('B');
        let (first, last) = plain.split_once("..").unwrap_or((plain, plain));
        let month = |raw: &str| Month::parse_officer(raw).expect("a month");
        for at in month(first).0..=month(last).0 {
            told.push((Month(at), values.to_owned(), months.starts_with('B')));
        }
    }
    told
}

fn form(month: Month, values: &str) -> MeasureForm {
    let last_day = month.first_day().expect("a day").last_of_month();
    let mut form = MeasureForm {
        month: month.to_string(),
        measured_on: last_day.to_string(),
        source: "books".to_owned(),
        confirmed: true,
        ..MeasureForm::default()
    };
    for value in values.split(',') {
        let (kind, amount) = value.split_once('=').expect("a value");
        let amount = amount.strip_suffix("jt").map_or(amount.to_owned(), |m| format!("{m}000000"));
        match kind {
            "t" => form.turnover = amount,
            "a" => form.assets = amount,
            "w" => form.workers[2] = amount,
            other => panic!("{other}"),
        }
    }
    form
}

fn tell(app: &App, member: MemberId, form: MeasureForm) {
    let asking = common::asking(app);
    app.change_now(move |tx, house| growth::measure(tx, house, &asking, member, &form))
        .expect("tells");
}

/// One business alone in its database's agency is told apart by its day of registration.
fn told(app: &App, number: u32, worked: &Worked<'_>) -> MemberId {
    let on = registered_on(number);
    let member = common::register(app, number, "ppkukm", &on).expect("registers").event.member;
    let mut months = months(worked.measurements);
    // The first one told is the baseline.
    months.sort_by_key(|(month, _, is_baseline)| (!is_baseline, *month));
    for (month, values, _) in &months {
        tell(app, member, form(*month, values));
    }
    if months.iter().all(|(_, _, is_baseline)| !is_baseline) {
        unmark(app, member);
    }
    member
}

fn registered_on(number: u32) -> String {
    let first = common::day("2018-01-01");
    first.saturating_add(jiff::Span::new().days(i64::from(number))).to_string()
}

/// The table has businesses without a baseline: the first month is told and taken back, then told again
/// after another, so that none of those that stand is marked.
fn unmark(app: &App, member: MemberId) {
    let done = app.change_now(move |tx, _| {
        tx.run(
            "update measurement set baseline = 0 where shard = $1 and member_id = $2",
            (member.shard(), member),
        )?;
        Ok(())
    });
    done.expect("unmarks");
}

fn asked(number: u32, worked: &Worked<'_>) -> Asked {
    let on = Some(common::day(&registered_on(number)));
    Asked {
        as_at: Some(common::day(worked.day)),
        registered_from: on,
        registered_to: on,
        ..Asked::default()
    }
}

fn outcome(app: &App, asked: &Asked) -> (Outcome, [Outcome; 3], u64, u64) {
    let answer = figures::ask(&app.db, &app.house, &app.operator(), asked).expect("answers");
    assert_eq!(answer.total.businesses, 1, "{asked:?}");
    let stands = |measure: &Measure| measure.number(&answer.total) == 1;
    let outcome = Outcome::ALL.into_iter().find(|of| stands(&Measure::Outcome(*of)));
    let changes = Indicator::ALL.map(|of| {
        let change = Outcome::ALL.into_iter().find(|to| stands(&Measure::Change(of, *to)));
        change.expect("an answer")
    });
    let total = answer.total;
    (outcome.expect("an answer"), changes, total.workers_gained, total.workers_lost)
}

on_both_engines!(every_worked_business_has_the_answers_found_by_hand_in_the_figures_too, |fresh| {
    // Some of the table is as at the end of 2022, so the clock stands in 2023.
    let app = common::open_at(&fresh, Instant(1_680_000_000_000_000));
    let table = table();
    assert!(table.len() >= 40, "{} businesses", table.len());
    let members: Vec<MemberId> =
        (1..).zip(&table).map(|(number, worked)| told(&app, number, worked)).collect();
    // Opened anew, because some baselines were unmarked behind the back of the counts.
    let app = common::open_at(&fresh, Instant(1_680_000_000_000_000));
    for ((number, worked), member) in (1..).zip(&table).zip(&members) {
        let programme = asked(number, worked);
        let terms = Terms { need: Need::All, ..Terms::USUAL };
        let (any, changes, gained, lost) = outcome(&app, &programme);
        let (all, ..) = outcome(&app, &Asked { terms, ..programme.clone() });
        let strict = Asked { definition: Definition::Class, ..programme };
        let (strict, ..) = outcome(&app, &strict);
        let [_, said_strict, said_changes, said_any, said_all, said_gained] = worked.expected[..]
        else {
            panic!("{}", worked.what)
        };
        let changes = changes.map(Outcome::word).join(" ");
        assert_eq!(
            (strict.word(), changes.as_str(), any.word(), all.word()),
            (said_strict, said_changes, said_any, said_all),
            "{}",
            worked.what
        );
        let expected: i64 = said_gained.parse().unwrap_or_default();
        let net = i64::try_from(gained).expect("few") - i64::try_from(lost).expect("few");
        assert_eq!(net, expected, "{}", worked.what);
        assert_eq!(class(&app, *member, worked), worked.expected[0], "{}", worked.what);
    }
});

/// The class on the day, from what stands of the member.
fn class(app: &App, member: MemberId, worked: &Worked<'_>) -> String {
    let series: Vec<_> =
        crate::series(app, member).iter().map(growth::Standing::measurement).collect();
    let day = common::day(worked.day);
    let fresh_months = Terms::USUAL.fresh_months;
    let class = class_at(&series, day, SizeRules::delivered(), fresh_months);
    class.map_or_else(
        || "-".to_owned(),
        |found| format!("{} {} {}", found.class, found.basis, found.rules),
    )
}
