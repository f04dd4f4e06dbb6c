//! Growth as at any day and as known at any position, beside a plain recount from the rows by the rules.
use crate::common;
use jakpreneur::{
    App,
    growth::{
        self, MeasureForm, Told,
        figures::{self, Asked, Definition, GrowthChanges, GrowthNumbers, Measure},
    },
    people,
};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, TestRunner},
};
use rules::{
    Date, MemberId,
    growth::{Measurement, Month, Need, Outcome, SizeRules, Terms, class_change, level_up},
};
use testkit::Fresh;

/// Three people of two agencies, all of Kebon Jeruk.
const PEOPLE: [(&str, &str); 3] =
    [("ppkukm", "2020-01-03"), ("ppapp", "2021-06-01"), ("ppkukm", "2022-02-01")];
/// Months from January 2020 on; the clock stands in June 2022.
const MONTHS: u16 = 29;
const FIRST: Month = Month(2020 * 12);

/// Something that is told, corrected or taken back.
#[derive(Clone, Debug)]
enum Deed {
    Tell { whose: usize, month: u16, told: [Option<u32>; 3] },
    Void { whose: usize, month: u16 },
}

fn deed() -> impl Strategy<Value = Deed> {
    let amount = || prop::option::weighted(0.8, 0..40_u32);
    let told = [amount(), amount(), prop::option::weighted(0.6, 0..9_u32)];
    prop_oneof![
        6 => (0..3_usize, 0..MONTHS, told)
            .prop_map(|(whose, month, told)| Deed::Tell { whose, month, told }),
        1 => (0..3_usize, 0..MONTHS).prop_map(|(whose, month)| Deed::Void { whose, month }),
    ]
}

/// A whole year at once, so that size classes are known.
fn year() -> impl Strategy<Value = Vec<Deed>> {
    (0..3_usize, 0..MONTHS - 12, 20..400_u32).prop_map(|(whose, first, amount)| {
        let tell = |month| Deed::Tell { whose, month, told: [Some(amount), None, None] };
        (first..first + 12).map(tell).collect()
    })
}

fn story() -> impl Strategy<Value = Vec<Deed>> {
    let some = prop_oneof![4 => deed().prop_map(|one| vec![one]), 1 => year()];
    prop::collection::vec(some, 10..40).prop_map(|parts| parts.concat())
}

#[derive(Clone, Debug)]
struct Question {
    days_back: i32,
    known_at: Index,
    terms: Terms,
    definition: Definition,
    agency: bool,
}

fn question() -> impl Strategy<Value = Question> {
    let terms = (0..4_usize, any::<bool>(), 0..60_u16).prop_map(|(only, all, threshold)| Terms {
        indicators: [0, 1, 2].map(|at| only == 3 || at == only),
        need: if all { Need::All } else { Need::Any },
        threshold_percent: threshold,
        ..Terms::USUAL
    });
    let class = any::<bool>();
    (0..800_i32, any::<Index>(), terms, class, any::<bool>()).prop_map(
        |(days_back, known_at, terms, class, agency)| Question {
            days_back,
            known_at,
            terms,
            definition: if class { Definition::Class } else { Definition::Programme },
            agency,
        },
    )
}

/// Amounts in units of ten million rupiah, so that years reach beyond the limits of classes.
fn form(month: u16, told: [Option<u32>; 3]) -> MeasureForm {
    let amount = |of: Option<u32>| of.map(|of| (u64::from(of) * 10_000_000).to_string());
    let men = told[2].map(|of| of.to_string()).unwrap_or_default();
    MeasureForm {
        month: FIRST.after(month).to_string(),
        measured_on: FIRST.after(month).first_day().expect("a day").last_of_month().to_string(),
        turnover: amount(told[0]).unwrap_or_default(),
        assets: amount(told[1]).unwrap_or_default(),
        workers: [String::new(), String::new(), men, String::new()],
        source: "told".to_owned(),
        reason: "salah ketik".to_owned(),
        confirmed: true,
    }
}

fn act(app: &App, people: &[MemberId], deed: &Deed) {
    let asking = common::asking(app);
    match deed.clone() {
        Deed::Tell { whose, month, told } => {
            let (of, form) = (people[whose], form(month, told));
            // What tells nothing, or nothing new, is refused and changes nothing.
            let _ = app.change_now(move |tx, house| growth::measure(tx, house, &asking, of, &form));
        }
        Deed::Void { whose, month } => {
            let of = (people[whose], FIRST.after(month));
            let _ = app.change_now(move |tx, house| growth::void(tx, house, &asking, of, "salah"));
        }
    }
}

type Row = (i16, i64, Date, i16, Vec<u8>, Option<i64>);

/// What stood of a member at a position, from the rows alone.
fn stood(app: &App, member: MemberId, known_at: i64) -> Vec<Measurement> {
    let operator = app.operator();
    let read = app.db.look(|tx| {
        let row = people::record(tx, &operator.scope, member)?.expect("is there");
        let rows: Vec<Row> = tx.all(
            "select month, position, measured_on, baseline, told, ended_at_position from measurement
             where shard = $1 and member_id = $2 order by month, position",
            (member.shard(), member),
        )?;
        Ok::<_, db::Error>((row, rows))
    });
    let (record, rows) = read.expect("looks");
    let key = app.house.seal.person_key(record.keyed_by, &record.salt.expect("a salt"));
    let stands = rows
        .into_iter()
        .filter(|row| row.1 <= known_at && row.5.is_none_or(|ended| ended > known_at));
    let opened = |row: Row| {
        let told = Told::open(&key, member, &row.4).expect("opens");
        Measurement {
            month: Month(u16::try_from(row.0).expect("a month")),
            measured_on: row.2,
            turnover: told.turnover,
            assets: told.assets,
            workers: told.workers(),
            is_baseline: row.3 == 1,
        }
    };
    stands.map(opened).collect()
}

/// The numbers counted one business after the other.
fn recounted(app: &App, people: &[MemberId], asked: &Asked) -> GrowthNumbers {
    let (day, known_at) = (asked.as_at.expect("a day"), asked.known_at.expect("a position"));
    let mut numbers = GrowthNumbers::default();
    for (at, (agency, registered_on)) in PEOPLE.iter().enumerate() {
        let out = asked.agency.is_some_and(|only| only.to_string() != *agency);
        if out || common::day(registered_on) > day || i64::try_from(at).expect("small") >= known_at
        {
            continue;
        }
        let series = stood(app, people[at], known_at);
        let grown = level_up(&series, day, &asked.terms);
        let outcome = match asked.definition {
            Definition::Programme => grown.outcome,
            Definition::Class => {
                class_change(&series, day, SizeRules::delivered(), asked.terms.fresh_months).outcome
            }
        };
        numbers.businesses += 1;
        let mut all = numbers.outcomes();
        add(&mut all, outcome);
        (numbers.rose, numbers.fell) = (all.rose, all.fell);
        (numbers.stayed, numbers.unknown) = (all.stayed, all.unknown);
        let of = &mut numbers.indicators;
        for (changes, change) in
            [&mut of.turnover, &mut of.assets, &mut of.workers].into_iter().zip(grown.changes())
        {
            add(changes, change);
        }
        let gained = grown.workers_gained().unwrap_or_default();
        numbers.workers_gained += u64::try_from(gained).unwrap_or_default();
        numbers.workers_lost += u64::try_from(-gained).unwrap_or_default();
        numbers.gaining += u64::from(gained > 0);
        numbers.losing += u64::from(gained < 0);
    }
    numbers
}

fn add(to: &mut GrowthChanges, outcome: Outcome) {
    match outcome {
        Outcome::Rose => to.rose += 1,
        Outcome::Fell => to.fell += 1,
        Outcome::Stayed => to.stayed += 1,
        Outcome::Unknown => to.unknown += 1,
    }
}

fn holds(fresh: &Fresh, deeds: &[Deed], questions: &[Question]) {
    let app = common::open(fresh);
    let people: Vec<MemberId> = (1..)
        .zip(PEOPLE)
        .map(|(number, (agency, on))| {
            common::register(&app, number, agency, on).expect("registers").event.member
        })
        .collect();
    // Half is counted at once when first asked for, the rest as it comes.
    let (before, after) = deeds.split_at(deeds.len() / 2);
    for deed in before {
        act(&app, &people, deed);
    }
    figures::ask(&app.db, &app.house, &app.operator(), &Asked::default()).expect("answers");
    for deed in after {
        act(&app, &people, deed);
    }
    let again = common::open(fresh);
    let end = app.house.board().position;
    for question in questions {
        let known_at = question.known_at.index(usize::try_from(end).expect("small") + 1);
        let back = jiff::Span::new().days(question.days_back);
        let asked = Asked {
            as_at: Some(common::day("2022-06-22").saturating_sub(back)),
            known_at: Some(i64::try_from(known_at).expect("small")),
            agency: question.agency.then(|| rules::Agency::parse("ppkukm").expect("an agency")),
            definition: question.definition,
            terms: question.terms,
            ..Asked::default()
        };
        let expected = recounted(&app, &people, &asked);
        for app in [&app, &again] {
            let answer =
                figures::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
            assert_eq!(answer.total, expected, "{asked:?}");
        }
        lists(&app, &asked, &expected);
    }
}

/// Every number is as long as its list.
fn lists(app: &App, asked: &Asked, numbers: &GrowthNumbers) {
    for measure in Measure::all() {
        let of = (asked, measure);
        let listed =
            figures::list(&app.db, &app.house, &app.operator(), of, None, 200).expect("lists");
        assert_eq!(listed.total, measure.number(numbers), "{measure:?} {asked:?}");
        assert_eq!(listed.items.len() as u64, listed.total, "{measure:?}");
        for line in &listed.items {
            match measure {
                Measure::Outcome(outcome) => assert_eq!(line.outcome, outcome),
                Measure::Change(of, outcome) => assert_eq!(line.change(of), outcome),
                Measure::Businesses | Measure::Gaining | Measure::Losing => {}
            }
        }
    }
    let gained: u64 =
        figures::list(&app.db, &app.house, &app.operator(), (asked, Measure::Gaining), None, 200)
            .expect("lists")
            .items
            .iter()
            .filter_map(|line| line.workers)
            .map(|(then, now)| now - then)
            .sum();
    assert_eq!(gained, numbers.workers_gained, "the list sums to the workers gained");
}

fn on(cases: u32, fresh: impl Fn() -> Option<Fresh>) {
    let mut runner = TestRunner::new(Config { max_shrink_iters: 40, ..Config::with_cases(cases) });
    let questions = prop::collection::vec(question(), 12);
    runner
        .run(&(story(), questions), |(deeds, questions)| {
            if let Some(fresh) = fresh() {
                holds(&fresh, &deeds, &questions);
            }
            Ok(())
        })
        .expect("memory and rows agree");
}

#[test]
fn growth_in_memory_is_what_a_plain_recount_of_the_rows_gives_on_sqlite() {
    on(12, || Some(Fresh::sqlite()));
}

#[test]
fn growth_in_memory_is_what_a_plain_recount_of_the_rows_gives_on_postgres() {
    on(4, Fresh::postgres);
}
