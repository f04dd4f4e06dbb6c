//! Random histories and random questions.

use figures::{
    Change, Dimension, Fact, Figures, Filter, Link, Member, Question, Service, State, Void,
};
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

/// A day about which most histories and questions turn, 2021-02-15.
const DAY: u16 = 7716;

/// One thing that happens, with references to be taken among those that exist.
#[derive(Debug, Clone)]
enum Step {
    Register(Member, Option<prop::sample::Index>),
    Give(Service, prop::sample::Index),
    Void(prop::sample::Index),
    Link(prop::sample::Index, Option<prop::sample::Index>),
    Change(Change, prop::sample::Index),
}

/// Facts in the order of their positions, each possible after those before.
pub fn history() -> impl Strategy<Value = Vec<Fact>> {
    vec((step(), 1u32..4), 0..160).prop_map(|steps| {
        let mut facts = Vec::new();
        let mut position = 0;
        for (step, gap) in steps {
            position += gap;
            facts.extend(step.fact(position, &facts));
        }
        facts
    })
}

impl Step {
    fn fact(self, position: u32, facts: &[Fact]) -> Option<Fact> {
        let members: Vec<u32> = facts.iter().filter_map(registered).collect();
        let some_member = |at: prop::sample::Index| {
            if members.is_empty() { None } else { Some(*at.get(&members)) }
        };
        match self {
            Self::Register(member, same) => {
                let same_person_as = same.and_then(some_member);
                Some(Fact::Member(Member { position, same_person_as, ..member }))
            }
            Self::Give(service, member) => {
                let member = some_member(member)?;
                Some(Fact::Service(Service { position, member, ..service }))
            }
            Self::Void(service) => {
                let standing = standing(facts);
                let service = (!standing.is_empty()).then(|| *service.get(&standing))?;
                Some(Fact::Void(Void { position, service }))
            }
            Self::Link(member, with) => {
                let (member, with) = (some_member(member)?, with.and_then(some_member));
                Some(Fact::Link(Link { position, member, with }))
            }
            Self::Change(change, member) => {
                let member = some_member(member)?;
                Some(Fact::Change(Change { position, member, ..change }))
            }
        }
    }
}

fn registered(fact: &Fact) -> Option<u32> {
    match fact {
        Fact::Member(member) => Some(member.position),
        Fact::Service(_) | Fact::Void(_) | Fact::Link(_) | Fact::Change(_) => None,
    }
}

/// The services not taken back so far.
fn standing(facts: &[Fact]) -> Vec<u32> {
    let mut standing = Vec::new();
    for fact in facts {
        match fact {
            Fact::Service(service) => standing.push(service.position),
            Fact::Void(void) => standing.retain(|position| *position != void.service),
            Fact::Member(_) | Fact::Link(_) | Fact::Change(_) => {}
        }
    }
    standing
}

fn step() -> impl Strategy<Value = Step> {
    let any = any::<prop::sample::Index>;
    prop_oneof![
        4 => (member(), weighted(0.3, any())).prop_map(|(member, same)| Step::Register(member, same)),
        7 => (service(), any()).prop_map(|(service, member)| Step::Give(service, member)),
        2 => any().prop_map(Step::Void),
        1 => (any(), weighted(0.6, any())).prop_map(|(member, with)| Step::Link(member, with)),
        2 => (change(), any()).prop_map(|(change, member)| Step::Change(change, member)),
    ]
}

fn day() -> impl Strategy<Value = u16> {
    prop_oneof![6 => DAY - 40..DAY + 40, 2 => DAY - 3..DAY + 3, 1 => 0..u16::MAX]
}

pub fn member() -> impl Strategy<Value = Member> {
    let codes = (0..3u8, 0..7u16, 0..4u16, 0..2u8, 0..2u8, 0..3u8, 0..2u8);
    (codes, day()).prop_map(|((agency, area, office, sex, track, business_type, channel), day)| {
        Member {
            position: 0,
            same_person_as: None,
            agency,
            area,
            office,
            sex,
            track,
            business_type,
            channel,
            registered_on: day,
        }
    })
}

/// Some codes are larger than any that was registered.
fn change() -> impl Strategy<Value = Change> {
    let codes = (0..9u16, 0..6u16, 0..3u8, 0..3u8, 0..4u8);
    (codes, weighted(0.5, day()), day()).prop_map(
        |((area, office, sex, track, business_type), moved_on, registered_on)| Change {
            position: 0,
            member: 0,
            holds_from: moved_on.unwrap_or(0),
            area,
            office,
            sex,
            track,
            business_type,
            registered_on,
        },
    )
}

pub fn service() -> impl Strategy<Value = Service> {
    (1..7u8, day(), prop::bool::weighted(0.25), 0..3u8).prop_map(|(stage, day, begun, agency)| {
        let state = if begun { State::Started } else { State::Completed };
        Service { position: 0, member: 0, stage, occurred_on: day, state, agency }
    })
}

/// Any question; also of days and positions before and after all facts.
pub fn question() -> impl Strategy<Value = Question> {
    let by = [dimension(), dimension(), dimension()];
    let order = Just([0, 1, 2, 3, 4, 5, 6]).prop_shuffle();
    let as_at = prop_oneof![5 => day(), 1 => Just(u16::MAX)];
    (as_at, weighted(0.6, 0..400u32), filter(), by, order).prop_map(
        |(as_at, known_at, filter, by, order)| Question { as_at, known_at, filter, by, order },
    )
}

pub fn filter() -> impl Strategy<Value = Filter> {
    let code = || weighted(0.15, 0..3u8);
    let codes = (code(), code(), code(), code(), code(), code());
    let sets = (weighted(0.2, vec(any::<bool>(), 0..9)), weighted(0.2, vec(any::<bool>(), 0..5)));
    let days = (weighted(0.2, day()), weighted(0.2, day()));
    (codes, sets, days).prop_map(|(codes, (areas, offices), (from, to))| Filter {
        agency: codes.0,
        areas,
        offices,
        scope_agency: codes.1,
        sex: codes.2,
        track: codes.3,
        business_type: codes.4,
        channel: codes.5,
        registered_from: from,
        registered_to: to,
    })
}

fn dimension() -> impl Strategy<Value = Option<Dimension>> {
    weighted(
        0.6,
        prop_oneof![
            Just(Dimension::Agency),
            vec(0..4u16, 5..8).prop_map(Dimension::Area),
            vec(0..3u16, 3..5).prop_map(Dimension::Office),
            Just(Dimension::BusinessType),
            Just(Dimension::Sex),
            Just(Dimension::Track),
            Just(Dimension::Channel),
            Just(Dimension::Month),
            Just(Dimension::Year),
        ],
    )
}

/// The figures after these facts, one by one.
pub fn applied(facts: &[Fact]) -> Figures {
    let mut figures = Figures::new();
    for fact in facts {
        figures.apply(*fact).expect("histories are possible");
    }
    figures
}
