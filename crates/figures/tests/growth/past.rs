//! What was known at a position stays, and moves change no earlier day.

use figures::Broken;
use figures::growth::{
    Business, Dimension, Fact, Growth, Limits, Measurement, Move, Place, Question, Terms, Void,
};
use proptest::prelude::*;

use crate::stories::{applied, history, question};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_answer_as_known_then_never_changes(
        facts in history(), question in question(), cut in any::<prop::sample::Index>(),
    ) {
        let cut = cut.index(facts.len() + 1);
        let position = facts[..cut].last().map_or(0, Fact::position);
        let before: Vec<Fact> = facts.iter().filter(|fact| fact.position() <= position).copied().collect();
        let then = applied(&before).ask(&Question { known_at: None, ..question.clone() });
        let later = applied(&facts).ask(&Question { known_at: Some(position), ..question });
        prop_assert_eq!(later, then);
    }
}

/// 1 March 2021.
const MARCH: u16 = 7730;

const BUSINESS: Business =
    Business { position: 10, agency: 0, area: 3, office: 1, mentor: Some(5), registered_on: MARCH };

const MEASUREMENT: Measurement = Measurement {
    position: 20,
    business: 10,
    month: 2021 * 12 + 2,
    measured_on: MARCH,
    turnover: Some(20),
    assets: Some(40),
    workers: Some(2),
    is_baseline: true,
};

fn asked(as_at: u16) -> Question {
    let terms = Terms {
        indicators: [true; 3],
        needs_all: false,
        threshold_percent: 10,
        turnover_months: 3,
        fresh_months: 12,
    };
    Question {
        as_at,
        known_at: None,
        filter: figures::growth::Filter::default(),
        by: [Some(Dimension::Mentor), Some(Dimension::Office((0..9).collect()))],
        terms,
        strict: None,
    }
}

fn keys(growth: &Growth, as_at: u16) -> Vec<[u16; 2]> {
    growth.ask(&asked(as_at)).groups.iter().map(|group| group.key).collect()
}

#[test]
fn a_business_that_moves_twice_belongs_to_each_place_in_its_time() {
    let moved = |position, on, to| Fact::Move(Move { position, business: 10, on, to });
    let growth = applied(&[
        Fact::Business(BUSINESS),
        moved(30, MARCH + 100, Place::Mentor(Some(6))),
        moved(30, MARCH + 100, Place::Office(2)),
        moved(40, MARCH + 200, Place::Mentor(None)),
        moved(50, MARCH + 50, Place::Mentor(Some(7))),
        moved(60, MARCH + 300, Place::Mentor(Some(8))),
        moved(60, MARCH + 300, Place::Mentor(Some(9))),
    ]);
    assert_eq!(keys(&growth, MARCH + 49), [[5, 1]]);
    assert_eq!(keys(&growth, MARCH + 99), [[7, 1]]);
    assert_eq!(keys(&growth, MARCH + 100), [[6, 2]]);
    assert_eq!(keys(&growth, MARCH + 200), [[u16::MAX, 2]]);
    assert_eq!(keys(&growth, MARCH + 300), [[9, 2]]);
    let known_before = Question { known_at: Some(40), ..asked(MARCH + 99) };
    assert_eq!(growth.ask(&known_before).groups[0].key, [5, 1]);
}

#[test]
fn workers_gained_and_lost_are_counted_apart() {
    let other = |fact| match fact {
        Fact::Business(of) => Fact::Business(Business { position: of.position + 1, ..of }),
        Fact::Measurement(of) => Fact::Measurement(Measurement { business: 11, ..of }),
        same @ (Fact::Move(_) | Fact::Void(_)) => same,
    };
    let later = |business, workers| {
        let (month, measured_on) = (MEASUREMENT.month + 1, MARCH + 40);
        let (turnover, assets, is_baseline) = (None, None, false);
        Fact::Measurement(Measurement {
            business,
            month,
            measured_on,
            turnover,
            assets,
            workers: Some(workers),
            is_baseline,
            ..MEASUREMENT
        })
    };
    let facts = [
        Fact::Business(BUSINESS),
        other(Fact::Business(BUSINESS)),
        Fact::Measurement(MEASUREMENT),
        other(Fact::Measurement(MEASUREMENT)),
        later(10, 5),
        later(11, 1),
    ];
    let whole = applied(&facts).ask(&asked(MARCH + 40)).whole;
    assert_eq!((whole.workers_gained, whole.workers_lost), (3, 1));
    assert_eq!(whole.changes[2], [0, 1, 0, 1]);
}

#[test]
fn a_broken_fact_changes_nothing() {
    let mut growth = applied(&[Fact::Business(BUSINESS), Fact::Measurement(MEASUREMENT)]);
    let of = Measurement { position: 20, month: MEASUREMENT.month + 1, ..MEASUREMENT };
    let moved = Move { position: 20, business: 10, on: MARCH, to: Place::Area(1) };
    let broken = [
        (Fact::Measurement(Measurement { position: 19, ..of }), Broken::OutOfOrder),
        (Fact::Measurement(Measurement { business: 20, ..of }), Broken::UnknownMember),
        (Fact::Measurement(Measurement { month: 2000 * 12 - 1, ..of }), Broken::UnknownMonth),
        (Fact::Measurement(Measurement { month: u16::MAX, ..of }), Broken::UnknownMonth),
        (Fact::Measurement(Measurement { measured_on: u16::MAX, ..of }), Broken::DayTooLate),
        (Fact::Measurement(Measurement { turnover: Some(1 << 56), ..of }), Broken::Overflow),
        (Fact::Measurement(Measurement { assets: Some(u64::MAX), ..of }), Broken::Overflow),
        (Fact::Measurement(Measurement { workers: Some(u32::MAX), ..of }), Broken::Overflow),
        (Fact::Void(Void { position: 20, business: 10, month: of.month }), Broken::NothingMeasured),
        (Fact::Void(Void { position: 20, business: 10, month: 3 }), Broken::NothingMeasured),
        (Fact::Void(Void { position: 20, business: 9, month: of.month }), Broken::UnknownMember),
        (Fact::Move(Move { business: 11, ..moved }), Broken::UnknownMember),
        (Fact::Move(Move { on: u16::MAX, ..moved }), Broken::DayTooLate),
        (Fact::Move(Move { to: Place::Mentor(Some(u16::MAX)), ..moved }), Broken::Overflow),
        (
            Fact::Business(Business { position: 20, registered_on: u16::MAX, ..BUSINESS }),
            Broken::DayTooLate,
        ),
        (
            Fact::Business(Business { position: 20, mentor: Some(u16::MAX), ..BUSINESS }),
            Broken::Overflow,
        ),
        (Fact::Business(BUSINESS), Broken::OutOfOrder),
    ];
    let before = growth.ask(&asked(MARCH + 40));
    for (fact, why) in broken {
        assert_eq!(growth.apply(fact), Err(why), "{fact:?}");
        assert_eq!((growth.position(), growth.changes(), growth.businesses()), (Some(20), 1, 1));
        assert_eq!(growth.ask(&asked(MARCH + 40)), before);
    }
}

#[test]
fn the_largest_amounts_are_compared_without_overflow() {
    let most = Some((1 << 56) - 1);
    let (turnover, assets) = (most, most);
    let first = Measurement { turnover, assets, ..MEASUREMENT };
    let (month, measured_on) = (MEASUREMENT.month + 1, MARCH + 40);
    let then = Measurement { month, measured_on, turnover: Some(0), is_baseline: false, ..first };
    let growth =
        applied(&[Fact::Business(BUSINESS), Fact::Measurement(first), Fact::Measurement(then)]);
    for (threshold_percent, changes) in [(100, [0, 1, 0, 0]), (u16::MAX, [0, 0, 1, 0])] {
        let terms = Terms { threshold_percent, ..asked(0).terms };
        let whole = growth.ask(&Question { terms, ..asked(MARCH + 60) }).whole;
        assert_eq!((whole.changes[0], whole.changes[1]), (changes, [0, 0, 1, 0]));
    }
}

#[test]
fn the_first_and_the_last_day_can_be_asked_for() {
    let growth = applied(&[Fact::Business(BUSINESS), Fact::Measurement(MEASUREMENT)]);
    let strict = Some(Limits { sales: [1, 2, 3], capital: [1, 2, 3] });
    for (as_at, businesses) in [(0, 0), (MARCH, 1), (u16::MAX, 1)] {
        let terms = Terms { fresh_months: u16::MAX, turnover_months: 12, ..asked(0).terms };
        let question = Question { terms, strict, ..asked(as_at) };
        assert_eq!(growth.ask(&question).whole.businesses, businesses);
    }
    assert_eq!(Growth::new().ask(&asked(MARCH)), figures::growth::Answer::default());
}
