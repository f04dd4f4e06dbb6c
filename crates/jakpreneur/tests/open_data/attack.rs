//! An attack on what is published: every sum that is known to hold is solved, and every number is held
//! between what the others leave it.
use jakpreneur::open_data::{Publication, Table};
use std::collections::BTreeMap;

/// What the attack knows of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Exactly(u64),
    NotExactly,
}

/// A cell: its table, its row, its stage.
type Place = (usize, usize, usize);
/// Unknowns with their factors, and what they come to.
type Equation = (BTreeMap<Place, f64>, f64);

/// What each cell is, as far as the published tables tell together.
pub fn attack(publication: &Publication) -> BTreeMap<Place, Known> {
    let mut ranges = ranges(publication);
    let mut equations: Vec<Equation> = sums(publication)
        .into_iter()
        .map(|(whole, parts)| {
            let parts = parts.into_iter().map(|part| (part, 1.0));
            simplified(parts.chain([(whole, -1.0)]).collect(), &ranges)
        })
        .collect();
    eliminate(&mut equations);
    for _ in 0..60 {
        for (factors, is) in &equations {
            narrow(factors, *is, &mut ranges);
        }
        for (lesser, greater) in caps(publication) {
            let (less, more) = (ranges[&lesser], ranges[&greater]);
            ranges.insert(lesser, (less.0, less.1.min(more.1)));
            ranges.insert(greater, (more.0.max(less.0), more.1));
        }
    }
    let known = |(low, high): (f64, f64)| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let exact = low.round() as u64;
        if high - low < 0.5 { Known::Exactly(exact) } else { Known::NotExactly }
    };
    ranges.into_iter().map(|(place, range)| (place, known(range))).collect()
}

fn ranges(publication: &Publication) -> BTreeMap<Place, (f64, f64)> {
    let mut ranges = BTreeMap::new();
    for (at, table) in publication.tables.iter().enumerate() {
        for (line, row) in table.rows.iter().enumerate() {
            for (stage, cell) in row.cells.iter().enumerate() {
                let shown = cell.persons.and_then(|n| u32::try_from(n).ok()).map(f64::from);
                let range = shown.map_or((0.0, f64::INFINITY), |n| (n, n));
                ranges.insert((at, line, stage), range);
            }
        }
    }
    ranges
}

/// Every whole with its parts: cities of the province, kecamatan of a city, the groups of each table, and the
/// whole itself from table to table.
fn sums(publication: &Publication) -> Vec<(Place, Vec<Place>)> {
    let mut sums = Vec::new();
    for stage in 0..7 {
        for (at, table) in publication.tables.iter().enumerate() {
            let line = |keeps: &dyn Fn(&str, &str) -> bool| -> Vec<Place> {
                let rows = table.rows.iter().enumerate();
                let kept = rows
                    .filter(|(_, row)| keeps(row.level, row.code.as_deref().unwrap_or_default()));
                kept.map(|(line, _)| (at, line, stage)).collect()
            };
            if at > 0 {
                sums.push(((0, 0, stage), vec![(at, 0, stage)]));
            }
            if table.table != Table::StagesByArea {
                sums.push(((at, 0, stage), line(&|level, _| level == "group")));
                continue;
            }
            sums.push(((at, 0, stage), line(&|level, _| level == "city")));
            for place in line(&|level, _| level == "city") {
                let city = table.rows[place.1].code.clone().expect("a city has a code");
                let inside = line(&|level, code| level == "kecamatan" && code.starts_with(&city));
                sums.push((place, inside));
            }
        }
    }
    sums
}

/// Nobody reaches a stage who is not registered.
fn caps(publication: &Publication) -> Vec<(Place, Place)> {
    let tables = publication.tables.iter().enumerate();
    let rows = tables.flat_map(|(at, table)| (0..table.rows.len()).map(move |line| (at, line)));
    rows.flat_map(|(at, line)| (1..7).map(move |stage| ((at, line, stage), (at, line, 0))))
        .collect()
}

/// An equation without what is known already.
fn simplified(factors: BTreeMap<Place, f64>, ranges: &BTreeMap<Place, (f64, f64)>) -> Equation {
    let mut is = 0.0;
    let unknown = factors.into_iter().filter(|(place, factor)| {
        let (low, high) = ranges[place];
        let known = (high - low).abs() < f64::EPSILON;
        is -= if known { factor * low } else { 0.0 };
        !known
    });
    let unknown: BTreeMap<Place, f64> = unknown.collect();
    (unknown, is)
}

/// Solves the equations as far as they go: each is left with an unknown that no other has.
fn eliminate(equations: &mut Vec<Equation>) {
    let before = equations.clone();
    for at in 0..equations.len() {
        let (factors, is) = equations[at].clone();
        let found = factors.iter().find(|(_, factor)| factor.abs() > 1e-9);
        let Some((pivot, by)) = found.map(|(place, factor)| (*place, *factor)) else { continue };
        for (other, (more, comes_to)) in equations.iter_mut().enumerate() {
            let Some(factor) = more.get(&pivot).copied().filter(|_| other != at) else { continue };
            for (place, own) in &factors {
                *more.entry(*place).or_insert(0.0) -= factor / by * own;
            }
            *comes_to -= factor / by * is;
            more.retain(|_, factor| factor.abs() > 1e-9);
        }
    }
    equations.extend(before);
}

/// Holds each unknown of an equation between what the others leave it.
fn narrow(factors: &BTreeMap<Place, f64>, is: f64, ranges: &mut BTreeMap<Place, (f64, f64)>) {
    for (place, factor) in factors {
        let (mut least, mut most) = (0.0, 0.0);
        for (other, of) in factors.iter().filter(|(other, _)| *other != place) {
            let (low, high) = ranges[other];
            let ends = if *of > 0.0 { (of * low, of * high) } else { (of * high, of * low) };
            least += ends.0;
            most += ends.1;
        }
        let ends = [(is - most) / factor, (is - least) / factor];
        let (low, high) = ranges[place];
        let low = low.max(ends[0].min(ends[1]));
        ranges.insert(*place, (low, high.min(ends[0].max(ends[1]))));
    }
}
