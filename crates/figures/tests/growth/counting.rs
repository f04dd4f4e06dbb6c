//! Counts, groups and lists are those of the rules.

use figures::growth::{Filter, Measure, Outcome, Question};
use proptest::prelude::*;

use crate::naive::Naive;
use crate::stories::{applied, history, question};

const OUTCOMES: [Outcome; 4] = [Outcome::Unknown, Outcome::Fell, Outcome::Stayed, Outcome::Rose];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn every_answer_is_what_the_rules_say_of_each_business(facts in history(), question in question()) {
        prop_assert_eq!(applied(&facts).ask(&question), Naive(&facts).ask(&question));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_number_is_the_length_of_its_list(facts in history(), question in question(), limit in 1..4_usize) {
        let growth = applied(&facts);
        let whole = growth.ask(&question).whole;
        let mut measures = vec![(Measure::Businesses, whole.businesses)];
        for (at, outcome) in OUTCOMES.into_iter().enumerate() {
            measures.push((Measure::Outcome(outcome), whole.outcomes[at]));
            let of = at % 3;
            measures.push((Measure::Change(of, outcome), whole.changes[of][at]));
        }
        measures.push((Measure::Gaining, whole.gaining));
        measures.push((Measure::Losing, whole.losing));
        for (measure, number) in measures {
            let expected = Naive(&facts).list(&question, measure);
            prop_assert_eq!(expected.len() as u64, number);
            let mut listed = Vec::new();
            let mut after = None;
            loop {
                let page = growth.list(&question, measure, after, limit);
                prop_assert_eq!(page.total, number);
                for standing in &page.standings {
                    let narrowed = growth.list(&question, Measure::Outcome(standing.outcome), None, 1000);
                    prop_assert!(narrowed.standings.contains(standing));
                }
                listed.extend(page.standings.iter().map(|of| of.position));
                after = page.next;
                if after.is_none() { break }
            }
            prop_assert_eq!(listed, expected);
        }
    }

    #[test]
    fn outcomes_and_groups_sum_to_the_whole(facts in history(), question in question()) {
        let answer = applied(&facts).ask(&question);
        let sum = |counts: [u64; 4]| counts.into_iter().sum::<u64>();
        prop_assert_eq!(sum(answer.whole.outcomes), answer.whole.businesses);
        for changes in answer.whole.changes {
            prop_assert_eq!(sum(changes), answer.whole.businesses);
        }
        if question.by.iter().any(Option::is_some) {
            let grouped = answer.groups.iter().map(|group| group.counts.businesses).sum::<u64>();
            prop_assert_eq!(grouped, answer.whole.businesses);
        }
    }

    #[test]
    fn a_mentors_group_is_the_question_narrowed_to_the_mentor(facts in history(), question in question()) {
        let growth = applied(&facts);
        let by = [Some(figures::growth::Dimension::Mentor), None];
        let question = Question { by, filter: Filter { mentor: None, ..question.filter }, ..question };
        for group in growth.ask(&question).groups {
            let filter = Filter { mentor: Some(group.key[0]), ..question.filter.clone() };
            let narrowed = Question { filter, by: [None, None], ..question.clone() };
            prop_assert_eq!(growth.ask(&narrowed).whole, group.counts);
        }
    }
}
