//! The list behind a number.

use figures::{Figures, Measure, Question};
use proptest::prelude::*;

use crate::naive::Naive;
use crate::stories::{applied, history, question};

fn measure() -> impl Strategy<Value = Measure> {
    prop_oneof![
        Just(Measure::Registered),
        (0..8u8).prop_map(Measure::Reached),
        (0..7u8).prop_map(Measure::Open),
        (0..7u8).prop_map(Measure::At),
        (0..7u8, 7_690..7_745u16).prop_map(|(stage, from)| Measure::First(stage, from)),
        (0..7u8, 0..7u8).prop_map(|(stage, other)| Measure::Without(stage, other)),
    ]
    .prop_filter("stage 7 is no stage", |measure| *measure != Measure::Reached(7))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn pages_hold_exactly_the_persons_counted(
        facts in history(), question in question(), measure in measure(), limit in 1..9usize,
    ) {
        let figures = applied(&facts);
        let expected = Naive::new(&facts).list(&question, measure, None);
        let (positions, total) = paged(&figures, &question, measure, None, limit);
        prop_assert_eq!(&positions, &expected);
        prop_assert_eq!(number(&figures, &question, measure).unwrap_or(total), total);
        prop_assert_eq!(total, u64::try_from(positions.len()).unwrap());
    }

    #[test]
    fn a_search_lists_the_persons_found(
        facts in history(), question in question(), measure in measure(), limit in 1..9usize,
        among in proptest::collection::btree_set(0..300u32, 0..150),
    ) {
        let among: Vec<u32> = among.into_iter().collect();
        let expected = Naive::new(&facts).list(&question, measure, Some(&among));
        let (positions, total) = paged(&applied(&facts), &question, measure, Some(&among), limit);
        prop_assert_eq!(total, u64::try_from(expected.len()).unwrap());
        prop_assert_eq!(positions, expected);
    }
}

/// All pages in a row, and the total that each of them states.
fn paged(
    figures: &Figures,
    question: &Question,
    measure: Measure,
    among: Option<&[u32]>,
    limit: usize,
) -> (Vec<u32>, u64) {
    let mut positions = Vec::new();
    let mut after = None;
    loop {
        let page = match among {
            None => figures.list(question, measure, after, limit),
            Some(among) => figures.list_among(question, measure, among, after, limit),
        };
        assert!(page.positions.len() <= limit);
        positions.extend(page.positions);
        assert!(positions.len() <= usize::try_from(page.total).unwrap(), "pages overlap");
        after = page.next;
        if after.is_none() {
            return (positions, page.total);
        }
    }
}

/// The number the list stands behind, where a question answers it too.
fn number(figures: &Figures, question: &Question, measure: Measure) -> Option<u64> {
    let answer = figures.ask(question);
    let number = match measure {
        Measure::Registered => answer.persons,
        Measure::Reached(stage) => answer.reached[usize::from(stage)],
        Measure::Open(stage) => answer.open[usize::from(stage)],
        Measure::At(stage) => answer.at[usize::from(stage)],
        Measure::First(stage, from) => {
            let curve = figures.curve(question, stage);
            let before = curve.iter().rev().find(|(day, _)| *day < from).map_or(0, |(_, n)| *n);
            curve.last().map_or(0, |(_, n)| *n) - before
        }
        Measure::Without(..) => return None,
    };
    Some(number)
}
