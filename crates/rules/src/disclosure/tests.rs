//! Attacks on hidden numbers, by all that is shown together.
#![expect(clippy::indexing_slicing, reason = "worlds of known size")]
mod simplex;

use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use simplex::{Row, extreme};

/// A small province: registered and trained, by city, kecamatan, sex and trade.
#[derive(Clone, Debug)]
struct World {
    published: Published,
    values: Vec<u64>,
}

const CITIES: usize = 3;

/// For each kecamatan, sex and trade how many registered, and of those how many trained.
type Counts = Vec<(u64, u64)>;

fn any_counts() -> impl Strategy<Value = Counts> {
    let places = CITIES * 3 * 2 * 2;
    vec((prop_oneof![3 => 0..4_u64, 1 => 0..20_u64], 0..101_u64), places)
        .prop_map(|all| all.into_iter().map(|(n, share)| (n, n * share / 100)).collect())
}

/// Publishes the counts; kecamatan, sex and trade are read off the place of a count.
fn publish(counts: &Counts) -> World {
    let mut published = Published::default();
    let mut stages = Vec::new();
    for stage in 0..2 {
        let total = |keeps: &dyn Fn(usize) -> bool| -> u64 {
            let kept = counts.iter().enumerate().filter(|(at, _)| keeps(*at));
            kept.map(|(_, (registered, trained))| [*registered, *trained][stage]).sum()
        };
        let mut cells = vec![published.number(total(&|_| true))];
        let mut cities = Vec::new();
        for city in 0..CITIES {
            let whole = published.number(total(&|at| at / 12 == city));
            let kecamatan: Vec<usize> =
                (0..3).map(|own| published.number(total(&|at| at / 4 == city * 3 + own))).collect();
            published.adds_up(whole, kecamatan.clone());
            cities.push(whole);
            cells.push(whole);
            cells.extend(kecamatan);
        }
        let sexes: Vec<usize> =
            (0..2).map(|sex| published.number(total(&|at| at / 2 % 2 == sex))).collect();
        let trades: Vec<usize> =
            (0..2).map(|trade| published.number(total(&|at| at % 2 == trade))).collect();
        for parts in [cities, sexes.clone(), trades.clone()] {
            published.adds_up(cells[0], parts);
        }
        cells.extend(sexes.into_iter().chain(trades));
        stages.push(cells);
    }
    for (registered, trained) in stages[0].clone().into_iter().zip(stages[1].clone()) {
        published.at_most(trained, registered);
    }
    World { values: published.values.clone(), published }
}

/// What linear programming finds a hidden number to be at least and at most.
fn attack(world: &World, hidden: &[bool], cell: usize) -> (f64, f64) {
    let unknown: Vec<usize> = (0..hidden.len()).filter(|at| hidden[*at]).collect();
    let column = |at: usize| unknown.iter().position(|of| *of == at);
    let mut rows = Vec::new();
    let mut row = |terms: Vec<(usize, f64)>, is: f64, equal: bool| {
        let (mut factors, mut rest) = (vec![0.0; unknown.len()], is);
        for (at, factor) in terms {
            match column(at) {
                Some(column) => factors[column] += factor,
                None => rest -= factor * number(world.values[at]),
            }
        }
        if factors.iter().any(|factor| *factor != 0.0) {
            rows.push(Row { factors, is: rest, equal });
        }
    };
    for sum in &world.published.sums {
        let parts = sum.parts.iter().map(|part| (*part, 1.0));
        row(parts.chain([(sum.whole, -1.0)]).collect(), 0.0, true);
    }
    for (lesser, greater) in &world.published.caps {
        row(vec![(*lesser, 1.0), (*greater, -1.0)], 0.0, false);
    }
    let at = column(cell).unwrap_or(usize::MAX);
    (extreme(&rows, at, false), extreme(&rows, at, true))
}

fn number(value: u64) -> f64 {
    u32::try_from(value).map_or(f64::NAN, f64::from)
}

/// The small numbers that the attack finds exactly.
fn recovered(world: &World, hidden: &[bool]) -> Vec<usize> {
    let small = (0..hidden.len()).filter(|at| world.values[*at] < SMALLEST);
    small
        .filter(|at| {
            let (least, most) = attack(world, hidden, *at);
            most - least < 0.5
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_works_a_hidden_small_number_out_of_all_that_is_shown(counts in any_counts()) {
        let world = publish(&counts);
        let hidden = world.published.hidden(SMALLEST);
        prop_assert_eq!(recovered(&world, &hidden), Vec::<usize>::new());
    }

    #[test]
    fn no_small_number_is_shown_and_the_true_one_is_always_possible(counts in any_counts()) {
        let world = publish(&counts);
        let hidden = world.published.hidden(SMALLEST);
        for (at, range) in world.published.ranges(&hidden).into_iter().enumerate() {
            let value = world.values[at];
            prop_assert!(hidden[at] || value >= SMALLEST);
            prop_assert!(range.least() <= value && range.most().is_none_or(|most| value <= most));
            prop_assert!(value >= SMALLEST || range.width() >= SMALLEST, "{} is {:?}", value, range);
        }
    }
}

/// A world in which one kecamatan of each city has few people.
fn plain() -> World {
    let counts = (0..CITIES * 12).map(|at| if at / 4 % 3 == 0 { (1, 1) } else { (9, 7) });
    publish(&counts.collect())
}

#[test]
fn the_attack_finds_small_numbers_when_only_they_are_hidden() {
    let world = plain();
    let small: Vec<bool> = world.values.iter().map(|value| *value < SMALLEST).collect();
    let found = recovered(&world, &small);
    assert_eq!(found.len(), 2 * CITIES, "each is its city less the others");
    let hidden = world.published.hidden(SMALLEST);
    assert_eq!(recovered(&world, &hidden), Vec::<usize>::new());
    let shown = hidden.iter().filter(|hidden| !**hidden).count();
    assert!(shown > hidden.len() / 2, "most is still shown: {shown} of {}", hidden.len());
}

#[test]
fn a_small_number_takes_the_smallest_beside_it_along() {
    let mut published = Published::default();
    let whole = published.number(110);
    let parts: Vec<usize> = [3, 80, 20, 7].map(|value| published.number(value)).into();
    published.adds_up(whole, parts);
    assert_eq!(published.hidden(SMALLEST), [false, true, false, false, true]);
    let mut all = Published::default();
    let whole = all.number(2);
    let parts: Vec<usize> = [0, 2].map(|value| all.number(value)).into();
    all.adds_up(whole, parts);
    assert_eq!(all.hidden(SMALLEST), [true; 3], "a small whole tells of small parts");
}

#[test]
fn nothing_small_hides_nothing() {
    let world = publish(&(0..CITIES * 12).map(|_| (9, 7)).collect());
    assert!(world.published.hidden(SMALLEST).iter().all(|hidden| !hidden));
}
