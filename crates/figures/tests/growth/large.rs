//! Many businesses: several pages, two threads, and more cells than have a table.

use figures::growth::{
    Business, Dimension, Fact, Filter, Limits, Measurement, Move, Place, Question, Terms,
};

use crate::naive::Naive;
use crate::stories::applied;

/// 1 January 2021.
const BEGIN: u16 = 7671;

#[test]
fn so_many_that_two_threads_count_are_counted_as_the_rules_do() {
    let facts = facts(110_000);
    let growth = applied(&facts);
    let last = growth.position();
    let limits = Limits { sales: [100, 200, 300], capital: [100, 200, 300] };
    for (known_at, strict) in [(None, None), (last.map(|last| last / 2), Some(limits))] {
        let question = Question { known_at, strict, ..question() };
        assert_eq!(growth.ask(&question), Naive(&facts).ask(&question));
    }
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
        as_at: BEGIN + 100,
        known_at: None,
        filter: Filter::default(),
        by: [Some(Dimension::Mentor), Some(Dimension::Area((0..270).collect()))],
        terms,
        strict: None,
    }
}

/// Each has a baseline; every third is measured again, every seventh changes its mentor.
fn facts(businesses: u32) -> Vec<Fact> {
    let mut facts = Vec::new();
    for index in 0..businesses {
        let business = index + 1;
        facts.push(Fact::Business(Business {
            position: business,
            agency: 0,
            area: code(index, 267),
            office: code(index, 44),
            mentor: Some(code(index / 3, 300)),
            registered_on: BEGIN,
        }));
        facts.push(measured(business, business, 0, u64::from(index % 400)));
    }
    for index in (0..businesses).step_by(3) {
        let position = businesses + index + 1;
        facts.push(measured(position, index + 1, 1, u64::from(index % 377)));
        if index % 7 == 0 {
            let to = Place::Mentor(Some(code(index, 300)));
            facts.push(Fact::Move(Move { position, business: index + 1, on: BEGIN + 50, to }));
        }
    }
    facts
}

fn measured(position: u32, business: u32, later: u16, amount: u64) -> Fact {
    Fact::Measurement(Measurement {
        position,
        business,
        month: 2021 * 12 + later,
        measured_on: BEGIN + later * 31,
        turnover: Some(amount),
        assets: Some(amount),
        workers: u32::try_from(amount % 7).ok(),
        is_baseline: later == 0,
    })
}

fn code(index: u32, count: u32) -> u16 {
    u16::try_from(index % count).unwrap()
}
