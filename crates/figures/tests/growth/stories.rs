//! Random histories and random questions.

use figures::growth::{
    Business, Dimension, Fact, Filter, Growth, Limits, Measurement, Move, Place, Question, Terms,
    Void,
};
use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::Index;
use rules::Day;
use rules::growth::Month;

/// January 2020, where most histories begin.
const BEGIN: u16 = 2020 * 12;

/// One thing that happens, with references to be taken among those that exist.
#[derive(Debug, Clone)]
enum Step {
    Follow(Business),
    Move(Move, Index),
    Measure(Measurement, Index),
    /// The same amount for many months on end.
    Years(Measurement, u16, Index),
    Void(Index),
}

/// Facts in the order of their positions, each possible after those before.
pub fn history() -> impl Strategy<Value = Vec<Fact>> {
    vec((step(), 0..3_u32), 0..60).prop_map(|steps| {
        let mut facts = Vec::new();
        let mut position = 1;
        for (step, gap) in steps {
            position += gap;
            step.happen(&mut position, &mut facts);
        }
        facts
    })
}

impl Step {
    fn happen(self, position: &mut u32, facts: &mut Vec<Fact>) {
        let businesses: Vec<u32> = facts.iter().filter_map(followed).collect();
        let some = |at: Index| (!businesses.is_empty()).then(|| *at.get(&businesses));
        match self {
            Self::Follow(business) => {
                *position += 1;
                facts.push(Fact::Business(Business { position: *position, ..business }));
            }
            Self::Move(moved, at) => facts.extend(
                some(at)
                    .map(|business| Fact::Move(Move { position: *position, business, ..moved })),
            ),
            Self::Measure(measurement, at) => facts.extend(some(at).map(|business| {
                Fact::Measurement(Measurement { position: *position, business, ..measurement })
            })),
            Self::Years(first, months, at) => {
                for month in first.month..first.month + months {
                    let is_baseline = first.is_baseline && month == first.month;
                    let measured_on = first.measured_on + (month - first.month) * 31;
                    facts.extend(some(at).map(|business| {
                        let position = *position;
                        Fact::Measurement(Measurement {
                            position,
                            business,
                            month,
                            measured_on,
                            is_baseline,
                            ..first
                        })
                    }));
                }
            }
            Self::Void(at) => {
                let standing = standing(facts);
                if !standing.is_empty() {
                    let (business, month) = *at.get(&standing);
                    facts.push(Fact::Void(Void { position: *position, business, month }));
                }
            }
        }
    }
}

fn followed(fact: &Fact) -> Option<u32> {
    match fact {
        Fact::Business(business) => Some(business.position),
        Fact::Move(_) | Fact::Measurement(_) | Fact::Void(_) => None,
    }
}

/// The months of businesses of which something stands.
fn standing(facts: &[Fact]) -> Vec<(u32, u16)> {
    let mut standing = Vec::new();
    for fact in facts {
        match fact {
            Fact::Measurement(of) => {
                standing.retain(|at| *at != (of.business, of.month));
                standing.push((of.business, of.month));
            }
            Fact::Void(of) => standing.retain(|at| *at != (of.business, of.month)),
            Fact::Business(_) | Fact::Move(_) => {}
        }
    }
    standing
}

fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        2 => business().prop_map(Step::Follow),
        2 => (moved(), any()).prop_map(|(moved, at)| Step::Move(moved, at)),
        6 => (measurement(), any()).prop_map(|(of, at)| Step::Measure(of, at)),
        3 => (measurement(), 6..30_u16, any()).prop_map(|(of, months, at)| Step::Years(of, months, at)),
        1 => any().prop_map(Step::Void),
    ]
}

/// A day of the three years that histories turn about.
fn day() -> impl Strategy<Value = u16> {
    let first = first_day(BEGIN);
    prop_oneof![8 => first..first + 1200, 1 => 0..u16::MAX - 2000]
}

fn first_day(month: u16) -> u16 {
    Day::of(Month(month).first_day().unwrap()).0
}

fn business() -> impl Strategy<Value = Business> {
    let mentor = weighted(0.7, 0..3_u16);
    let first = first_day(BEGIN);
    (0..3_u8, 0..7_u16, 0..4_u16, mentor, first - 400..first + 800).prop_map(
        |(agency, area, office, mentor, registered_on)| Business {
            position: 0,
            agency,
            area,
            office,
            mentor,
            registered_on,
        },
    )
}

fn moved() -> impl Strategy<Value = Move> {
    let to = prop_oneof![
        (0..7_u16).prop_map(Place::Area),
        (0..4_u16).prop_map(Place::Office),
        weighted(0.8, 0..3_u16).prop_map(Place::Mentor),
        day().prop_map(Place::Registered),
    ];
    (day(), to).prop_map(|(on, to)| {
        let on = if matches!(to, Place::Registered(_)) { 0 } else { on };
        Move { position: 0, business: 0, on, to }
    })
}

fn measurement() -> impl Strategy<Value = Measurement> {
    let values = (weighted(0.9, 0..40_u64), of(0..40_u64), of(0..9_u32));
    (0..36_u16, 0..45_u16, values, prop::bool::weighted(0.3)).prop_map(
        |(month, later, (turnover, assets, workers), is_baseline)| Measurement {
            position: 0,
            business: 0,
            month: BEGIN + month,
            measured_on: first_day(BEGIN + month) + later,
            turnover,
            assets,
            workers,
            is_baseline,
        },
    )
}

pub fn question() -> impl Strategy<Value = Question> {
    let limits = Limits { sales: [120, 180, 300], capital: [5, 15, 30] };
    (
        day(),
        of(0..120_u32),
        filter(),
        [dimension(), dimension()],
        terms(),
        weighted(0.5, Just(limits)),
    )
        .prop_map(|(as_at, known_at, filter, by, terms, strict)| Question {
            as_at,
            known_at,
            filter,
            by,
            terms,
            strict,
        })
}

fn terms() -> impl Strategy<Value = Terms> {
    (any::<[bool; 3]>(), any::<bool>(), 0..120_u16, 1..13_u16, 1..30_u16).prop_map(
        |(indicators, needs_all, threshold_percent, turnover_months, fresh_months)| Terms {
            indicators,
            needs_all,
            threshold_percent,
            turnover_months,
            fresh_months,
        },
    )
}

pub fn filter() -> impl Strategy<Value = Filter> {
    let code = || weighted(0.15, 0..3_u8);
    let sets = (weighted(0.2, vec(any::<bool>(), 0..9)), weighted(0.2, vec(any::<bool>(), 0..5)));
    let days = (weighted(0.2, day()), weighted(0.2, day()));
    (code(), code(), sets, weighted(0.2, 0..3_u16), days).prop_map(
        |(agency, scope_agency, (areas, offices), mentor, (registered_from, registered_to))| {
            Filter { agency, scope_agency, areas, offices, mentor, registered_from, registered_to }
        },
    )
}

fn dimension() -> impl Strategy<Value = Option<Dimension>> {
    weighted(
        0.6,
        prop_oneof![
            Just(Dimension::Agency),
            vec(0..4_u16, 5..8).prop_map(Dimension::Area),
            vec(0..3_u16, 3..5).prop_map(Dimension::Office),
            Just(Dimension::Mentor),
            Just(Dimension::Year),
        ],
    )
}

/// The growth after these facts.
pub fn applied(facts: &[Fact]) -> Growth {
    Growth::load(facts.iter().copied()).expect("histories are possible")
}
