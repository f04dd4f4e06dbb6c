//! So many facts that they are read in chunks and by two threads.

use figures::{Change, Dimension, Fact, Link, Measure, Member, Question, Service, State, Void};

use crate::naive::Naive;
use crate::stories::applied;

/// A history of so many registrations, each its own mix of what can happen.
fn history(members: u32) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut registered: Vec<u32> = Vec::new();
    for index in 0..members {
        let mixed = index.wrapping_mul(2_654_435_761) >> 8;
        let code = |count: u32| u8::try_from(mixed / 7 % count).unwrap();
        let day = u16::try_from(6500 + mixed % 1500).unwrap();
        let earlier = (mixed % 11 == 0 && index > 0).then(|| registered[(mixed % index) as usize]);
        let position = next(&facts);
        registered.push(position);
        facts.push(Fact::Member(Member {
            position,
            same_person_as: earlier,
            agency: code(6),
            area: u16::from(code(250)),
            office: u16::from(code(44)),
            sex: code(2),
            track: code(2),
            business_type: code(5),
            channel: code(4),
            registered_on: day,
        }));
        let member = registered[(mixed % (index + 1)) as usize];
        let service = next(&facts);
        facts.push(Fact::Service(Service {
            position: service,
            member,
            stage: 1 + code(6),
            occurred_on: day + 9,
            state: if mixed % 13 == 0 { State::Started } else { State::Completed },
            agency: 0,
        }));
        if mixed % 17 == 0 {
            facts.push(Fact::Void(Void { position: next(&facts), service }));
        }
        if mixed % 41 == 0 {
            facts.push(Fact::Change(Change {
                position: next(&facts),
                member,
                holds_from: if mixed % 2 == 0 { day + 5 } else { 0 },
                area: u16::from(code(255)),
                office: u16::from(code(44)),
                sex: code(3),
                track: code(2),
                business_type: code(5),
                registered_on: day - 3,
            }));
        }
        if mixed % 97 == 0 {
            let with = (mixed % 2 == 0).then_some(position);
            facts.push(Fact::Link(Link { position: next(&facts), member, with }));
        }
    }
    facts
}

fn next(facts: &[Fact]) -> u32 {
    facts.last().map_or(0, Fact::position) + 1
}

#[test]
fn chunks_and_threads_count_as_the_obvious_model_does() {
    let facts = history(110_000);
    let (figures, naive) = (applied(&facts), Naive::new(&facts));
    let last = figures.position().unwrap();
    for known_at in [None, Some(last - 3000), Some(last / 2)] {
        let by = [Some(Dimension::Agency), Some(Dimension::Year), None];
        let question = Question { known_at, by, ..Question::as_at(7800) };
        assert_eq!(figures.ask(&question), naive.ask(&question), "as known at {known_at:?}");
    }
}

#[test]
fn a_list_over_many_chunks_is_complete() {
    let facts = history(9_000);
    let (figures, naive) = (applied(&facts), Naive::new(&facts));
    for known_at in [None, Some(12_000)] {
        let question = Question { known_at, ..Question::as_at(7800) };
        let listed = figures.list(&question, Measure::Reached(2), None, 100_000);
        let expected = naive.list(&question, Measure::Reached(2), None);
        assert_eq!(listed.total, u64::try_from(expected.len()).unwrap());
        assert_eq!(listed.positions, expected);
        assert_eq!(listed.next, None);
    }
}
