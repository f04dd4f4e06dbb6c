//! Measures growth questions over 358 mentors with 630 businesses each, measured for 24 months.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a measuring programme prints, reads the clock and fails by panicking"
)]

use std::time::{Duration, Instant};

use figures::growth::{
    Business, Dimension, Fact, Filter, Growth, Limits, Measure, Measurement, Move, Outcome, Place,
    Question, Terms, Void,
};

const MENTORS: u16 = 358;
const CASELOAD: u32 = 630;
const MONTHS: u16 = 24;
/// January 2021, and its first day.
const BEGIN: (u16, u16) = (2021 * 12, 7671);
const LAST_DAY: u16 = BEGIN.1 + 729;

fn main() {
    let began = Instant::now();
    let mut growth = Growth::load(facts()).expect("possible");
    println!(
        "{} businesses, {} measurements and corrections, loaded in {:.1?}, {} MB",
        growth.businesses(),
        growth.changes(),
        began.elapsed(),
        growth.memory_bytes() >> 20
    );
    questions(&growth);
    lists(&growth);
    apply(&mut growth);
}

fn questions(growth: &Growth) {
    let last = growth.position().unwrap_or(0);
    let kecamatan: Vec<u16> = (0..267).map(|area| area / 6).collect();
    let city: Vec<u16> = (0..267).map(|area| area / 45).collect();
    let by = [
        ("whole", [None, None]),
        ("kecamatan", [Some(Dimension::Area(kecamatan)), None]),
        ("city x cohort", [Some(Dimension::Area(city)), Some(Dimension::Year)]),
        ("agency", [Some(Dimension::Agency), None]),
        ("mentor", [Some(Dimension::Mentor), None]),
    ];
    let limits = Limits {
        sales: [2_000_000_000, 15_000_000_000, 50_000_000_000],
        capital: [1_000_000_000, 5_000_000_000, 10_000_000_000],
    };
    println!(
        "best and median of 15       now, both    a year back   strict        1 % back      half, as then   half back"
    );
    for (name, by) in by {
        print!("{name:<27}");
        let asked = Question { by, ..question() };
        for asked in [
            asked.clone(),
            Question { as_at: LAST_DAY - 365, ..asked.clone() },
            Question { strict: Some(limits), ..asked.clone() },
            Question { known_at: Some(last - last / 100), ..asked.clone() },
            Question { as_at: LAST_DAY - 365, known_at: Some(last / 2), ..asked.clone() },
            Question { known_at: Some(last / 2), ..asked.clone() },
        ] {
            let (best, median) = times(|| growth.ask(&asked));
            print!(" {best:>5.1?} {median:>5.1?} |");
        }
        println!();
    }
}

fn lists(growth: &Growth) {
    let filter = Filter { mentor: Some(100), ..Filter::default() };
    let mentors = Question { filter, ..question() };
    for (name, question, measure) in [
        ("a mentor's businesses", &mentors, Measure::Businesses),
        ("a mentor's that rose", &mentors, Measure::Outcome(Outcome::Rose)),
        ("all that fell", &question(), Measure::Outcome(Outcome::Fell)),
    ] {
        let (best, median) = times(|| growth.list(question, measure, None, 50));
        println!("list of {name:<25} {best:>7.1?} {median:>7.1?}");
    }
}

fn apply(growth: &mut Growth) {
    let mut spent: Vec<Duration> = Vec::new();
    let position = growth.position().unwrap_or(0);
    for business in 1..=1000 {
        let month = BEGIN.0 + MONTHS;
        let fact = measured(position + business, business, month, LAST_DAY, u64::from(business));
        let began = Instant::now();
        growth.apply(fact).expect("possible");
        spent.push(began.elapsed());
        let void = Fact::Void(Void { position: position + business, business, month });
        let began = Instant::now();
        growth.apply(void).expect("possible");
        spent.push(began.elapsed());
    }
    spent.sort_unstable();
    println!("apply                  median {:>7.1?} worst {:>7.1?}", spent[1000], spent[1999]);
}

fn question() -> Question {
    let terms = Terms {
        indicators: [true; 3],
        needs_all: false,
        threshold_percent: 10,
        turnover_months: 3,
        fresh_months: 12,
    };
    Question {
        as_at: LAST_DAY,
        known_at: None,
        filter: Filter::default(),
        by: [None, None],
        terms,
        strict: None,
    }
}

fn times<T>(mut work: impl FnMut() -> T) -> (Duration, Duration) {
    let measured = (0..15).map(|_| {
        let began = Instant::now();
        std::hint::black_box(work());
        began.elapsed()
    });
    let mut spent: Vec<Duration> = measured.collect();
    spent.sort_unstable();
    (spent[0], spent[7])
}

/// All are registered, given to mentors, and then measured month by month; one in fifty is corrected.
fn facts() -> impl Iterator<Item = Fact> {
    let businesses = u32::from(MENTORS) * CASELOAD;
    let registered = (1..=businesses).flat_map(|position| {
        let index = position - 1;
        let business = Fact::Business(Business {
            position,
            agency: u8::try_from(index % 6).unwrap_or(0),
            area: code(index * 7, 267),
            office: code(index, 44),
            mentor: None,
            registered_on: BEGIN.1 - code(index, 1000),
        });
        let mentor = Place::Mentor(Some(code(index / 11, u32::from(MENTORS))));
        let moved = Move { position, business: position, on: BEGIN.1, to: mentor };
        [business, Fact::Move(moved)]
    });
    let mut random = Random(88_172_645_463_325_252);
    let rows = (0..MONTHS).flat_map(move |month| (1..=businesses).map(move |of| (month, of)));
    let measured = rows.zip(businesses + 1..).flat_map(move |((month, business), position)| {
        let amount = 1_000_000 + random.next() % 300_000_000;
        let day = BEGIN.1 + month * 30;
        let again = random.next().is_multiple_of(50);
        let fact = measured(position, business, BEGIN.0 + month, day, amount);
        let corrected = measured(position, business, BEGIN.0 + month, day, amount * 2);
        [Some(fact), again.then_some(corrected)].into_iter().flatten()
    });
    registered.chain(measured)
}

/// Turnover every month, assets and workers every sixth.
fn measured(position: u32, business: u32, month: u16, measured_on: u16, amount: u64) -> Fact {
    let is_sixth = (u32::from(month) + business).is_multiple_of(6) || month == BEGIN.0;
    Fact::Measurement(Measurement {
        position,
        business,
        month,
        measured_on,
        turnover: Some(amount),
        assets: is_sixth.then_some(amount * 5),
        workers: if is_sixth { u32::try_from(amount % 9).ok() } else { None },
        is_baseline: month == BEGIN.0,
    })
}

fn code(index: u32, count: u32) -> u16 {
    u16::try_from(index % count).unwrap_or(0)
}

/// The same numbers every time (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 8
    }
}
