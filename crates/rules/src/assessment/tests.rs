//! Sheets, their scores, and what they advise.

use super::*;
use crate::{Percent, StageKind};
use proptest::collection::btree_map;
use proptest::prelude::*;
use std::collections::HashSet;

fn sheet(answers: &[(&str, Answer)]) -> Sheet {
    Sheet(answers.iter().map(|(code, answer)| ((*code).to_string(), *answer)).collect())
}

#[test]
fn every_group_has_questions_and_every_code_is_its_own() {
    let codes: HashSet<&str> = QUESTIONS.iter().map(|question| question.code).collect();
    assert_eq!(codes.len(), QUESTIONS.len());
    for group in Group::ALL {
        assert!(
            QUESTIONS.iter().filter(|question| question.group == group).count() >= 5,
            "{group}"
        );
    }
    assert!(QUESTIONS.iter().all(|question| question.helped_by != StageKind::Registration));
    assert_eq!(question("permit").map(|question| question.group), Some(Group::Institution));
}

#[test]
fn what_is_not_known_makes_a_score_neither_better_nor_worse() {
    let answers = [("separate", Answer::Yes), ("receipts", Answer::No), ("loan", Answer::Unknown)];
    let found = score(&sheet(&answers), Group::Finance);
    assert_eq!(found, Score { yes: 1, no: 1, unknown: 5 });
    assert_eq!(found.share(), Some(Percent(5000)));
    assert_eq!(score(&Sheet::default(), Group::People).share(), None);
}

#[test]
fn two_days_are_compared_by_what_was_known_on_both() {
    let then = sheet(&[
        ("chat", Answer::No),
        ("social", Answer::Yes),
        ("maps", Answer::Unknown),
        ("website", Answer::No),
    ]);
    let now = sheet(&[
        ("chat", Answer::Yes),
        ("social", Answer::No),
        ("maps", Answer::Yes),
        ("website", Answer::No),
    ]);
    let moved = Moved { better: vec!["chat"], worse: vec!["social"], compared: 3 };
    assert_eq!(compare(&then, &now, Group::Online), moved);
    assert_eq!(compare(&then, &now, Group::Finance), Moved::default());
}

#[test]
fn advice_names_first_what_was_not_had_and_helps_most() {
    let lacks = sheet(&[
        ("bookkeeping", Answer::No),
        ("separate", Answer::No),
        ("permit", Answer::No),
        ("chat", Answer::No),
        ("social", Answer::No),
        ("maps", Answer::No),
        ("loan", Answer::Yes),
    ]);
    let advised = advice(&lacks, &[StageKind::Training]);
    let order: Vec<_> = advised.iter().map(|advised| advised.stage).collect();
    assert_eq!(order, [StageKind::FinancialReporting, StageKind::Licensing, StageKind::Training]);
    assert_eq!(advised[0].because, ["separate", "bookkeeping"]);
    assert!(advised[2].had_before);
    assert_eq!(advice(&Sheet::default(), &[]), []);
}

#[test]
fn answers_to_what_nobody_asks_are_found() {
    let strange = sheet(&[("permit", Answer::Yes), ("shoe_size", Answer::Yes)]);
    assert!(strange.strangers().eq(["shoe_size"]));
    assert!(strange.says_something());
    assert!(!sheet(&[("permit", Answer::Unknown), ("shoe_size", Answer::Yes)]).says_something());
}

proptest! {
    #[test]
    fn every_question_is_scored_once_and_compared_at_most_once(
        then in btree_map(0..QUESTIONS.len(), 0..3_usize, 0..36),
        now in btree_map(0..QUESTIONS.len(), 0..3_usize, 0..36),
    ) {
        let sheet = |of: std::collections::BTreeMap<usize, usize>| {
            Sheet(of.into_iter().map(|(at, answer)| (QUESTIONS[at].code.into(), Answer::ALL[answer])).collect())
        };
        let (then, now) = (sheet(then), sheet(now));
        for group in Group::ALL {
            let asked = QUESTIONS.iter().filter(|question| question.group == group).count();
            let Score { yes, no, unknown } = score(&now, group);
            prop_assert_eq!(yes + no + unknown, asked as u64);
            let moved = compare(&then, &now, group);
            prop_assert!(moved.better.len() + moved.worse.len() <= moved.compared);
            let back = compare(&now, &then, group);
            prop_assert_eq!((moved.better, moved.worse), (back.worse, back.better));
        }
    }
}
