//! Counts, groups and curves.

use figures::{Answer, Dimension, Fact, Filter, Group, Measure, Member, Question, Service, State};
use proptest::prelude::*;

use crate::naive::{Naive, as_known, in_scope, key};
use crate::stories::{applied, filter, history, member, question, service};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn every_count_is_the_obvious_one(facts in history(), question in question()) {
        prop_assert_eq!(applied(&facts).ask(&question), Naive::new(&facts).ask(&question));
    }

    #[test]
    fn every_curve_is_the_obvious_one(facts in history(), question in question(), stage in 0..7u8) {
        let curve = applied(&facts).curve(&question, stage);
        prop_assert_eq!(&curve, &Naive::new(&facts).curve(&question, stage));
        let reached = applied(&facts).ask(&question).reached[usize::from(stage)];
        prop_assert_eq!(curve.last().map_or(0, |(_, count)| *count), reached);
    }

    #[test]
    fn the_flow_is_that_of_the_lists_and_half_reach_a_stage_by_its_median(
        facts in history(), question in question(), stage in 0..7u8, other in 0..7u8,
    ) {
        let figures = applied(&facts);
        let flow = figures.flow(&question);
        let listed = figures.list(&question, Measure::Without(stage, other), None, 1);
        prop_assert_eq!(flow.without(stage, other), listed.total);
        let mut lags = Naive::new(&facts).lags(&question, stage);
        lags.sort_unstable();
        let middle = lags.len().div_ceil(2).checked_sub(1).and_then(|at| lags.get(at).copied());
        prop_assert_eq!(flow.median_days(stage), middle);
    }

    #[test]
    fn a_wait_of_any_length_is_counted_to_the_day(
        member in member(), service in service(), wait in 0..u16::MAX,
    ) {
        let member = Member { position: 1, registered_on: 0, ..member };
        let (occurred_on, state) = (wait, State::Completed);
        let service = Service { position: 2, member: 1, occurred_on, state, ..service };
        let flow = applied(&[Fact::Member(member), Fact::Service(service)]).flow(&Question::as_at(u16::MAX));
        prop_assert_eq!(flow.median_days(service.stage), Some(u32::from(wait)));
    }

    #[test]
    fn everyone_is_at_one_stage(facts in history(), question in question()) {
        let answer = applied(&facts).ask(&question);
        prop_assert_eq!(answer.at.iter().sum::<u64>(), answer.persons);
        prop_assert_eq!(answer.reached[0], answer.persons);
    }

    #[test]
    fn a_group_is_the_question_narrowed_to_it(facts in history(), question in question()) {
        let figures = applied(&facts);
        for group in figures.ask(&question).groups {
            if let Some(narrowed) = narrowed(&question, group.key) {
                prop_assert_eq!(group, as_group(&figures.ask(&narrowed), group.key));
            }
        }
    }

    #[test]
    fn a_member_passes_if_it_is_in_scope(facts in history(), filter in filter(), as_at in 7700..7740u16) {
        let figures = applied(&facts);
        let question = Question { filter, ..Question::as_at(as_at) };
        for member in as_known(&facts, &question) {
            let passes = figures.passes(member.position, &question.filter, as_at);
            prop_assert_eq!(passes, in_scope(&member, &question));
            prop_assert_eq!(key(&member, &question), [0; 3]);
        }
    }
}

/// The question of one group; none if a filter cannot say it, as where the question has one already.
fn narrowed(question: &Question, key: [u16; 3]) -> Option<Question> {
    let mut narrowed = Question { by: [None, None, None], ..question.clone() };
    for (dimension, key) in question.by.iter().zip(key) {
        if let Some(dimension) = dimension {
            narrow(&mut narrowed.filter, dimension, key)?;
        }
    }
    Some(narrowed)
}

fn narrow(filter: &mut Filter, dimension: &Dimension, key: u16) -> Option<()> {
    let code = u8::try_from(key);
    match dimension {
        Dimension::Agency => filter.agency = Some(code.ok()?),
        Dimension::BusinessType => filter.business_type = Some(code.ok()?),
        Dimension::Sex => filter.sex = Some(code.ok()?),
        Dimension::Track => filter.track = Some(code.ok()?),
        Dimension::Channel => filter.channel = Some(code.ok()?),
        Dimension::Area(map) => filter.areas = Some(members_of(map, key, filter.areas.as_ref())?),
        Dimension::Office(map) => {
            filter.offices = Some(members_of(map, key, filter.offices.as_ref())?);
        }
        Dimension::Month | Dimension::Year => return None,
    }
    Some(())
}

fn members_of(map: &[u16], key: u16, within: Option<&Vec<bool>>) -> Option<Vec<bool>> {
    let allowed = |at: usize| within.is_none_or(|within| within.get(at) == Some(&true));
    let set = map.iter().enumerate().map(|(at, group)| *group == key && allowed(at));
    (key != figures::UNMAPPED).then(|| set.collect())
}

fn as_group(answer: &Answer, key: [u16; 3]) -> Group {
    Group {
        key,
        persons: answer.persons,
        reached: answer.reached,
        open: answer.open,
        at: answer.at,
    }
}
