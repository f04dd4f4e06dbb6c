//! Open data: what anybody reads, and that all of it together does not give away what is hidden.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
#![expect(clippy::indexing_slicing, reason = "tables of known shape")]
mod attack;
#[path = "../common/mod.rs"]
mod common;

use attack::{Known, attack};
use common::{asking, form, open};
use jakpreneur::{
    App,
    open_data::{self, Publication, Table},
    people,
    reports::{self, By, Narrowing},
};
use rules::{Instant, StageKind, disclosure::SMALLEST};
use testkit::{Fresh, on_both_engines};

/// Twenty women of Kebon Jeruk in the kitchen, a few others beside, so that much is small and much is not.
fn inhabited(fresh: &Fresh) -> App {
    let app = open(fresh);
    let groups = [
        (1..=20, "31.73.05.1001", "kuliner", "2021-02-01"),
        (21..=28, "31.73.01.1001", "fesyen", "2021-11-20"),
        (29..=35, "31.73.02.1001", "kerajinan", "2022-01-05"),
        (36..=38, "31.73.08.1001", "jasa", "2022-02-07"),
        (39..=45, "31.74.01.1001", "jasa", "2022-03-10"),
        (46..=47, "31.71.01.1001", "lainnya", "2022-04-11"),
        (48..=60, "31.75.01.1001", "kuliner", "2020-08-27"),
    ];
    for (numbers, kelurahan, trade, on) in groups {
        for number in numbers {
            let asking = asking(&app);
            let mut new = form(number, "ppkukm", on);
            kelurahan.clone_into(&mut new.kelurahan);
            trade.clone_into(&mut new.business_type);
            let new = new.understand(&app.house, &asking.officer).expect("is sound");
            let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
            let member = done.expect("registers").event.member;
            for (every, stage) in
                [(2, StageKind::Training), (3, StageKind::Licensing), (11, StageKind::Capital)]
            {
                if number % every == 0 {
                    common::serve(&app, member, stage, "2022-05-02").expect("serves");
                }
            }
        }
    }
    app
}

fn published(app: &App) -> Publication {
    Publication::clone(&open_data::published(&app.db, &app.house).expect("publishes"))
}

/// The publication as it were if only small numbers were hidden.
fn small_alone(app: &App, publication: &Publication) -> Publication {
    let mut all = publication.clone();
    for table in &mut all.tables {
        for row in &mut table.rows {
            let truth = truth(app, publication, table.table, row);
            for (cell, truth) in row.cells.iter_mut().zip(truth) {
                cell.persons = Some(truth).filter(|truth| *truth >= SMALLEST);
            }
        }
    }
    all
}

/// What a row's numbers really are.
fn truth(app: &App, of: &Publication, table: Table, row: &open_data::OpenRow) -> Vec<u64> {
    let by = match (table, row.level) {
        (_, "province") => None,
        (Table::StagesByArea, "city") => Some(By::City),
        (Table::StagesByArea, _) => Some(By::Kecamatan),
        (Table::StagesBySex, _) => Some(By::Sex),
        (Table::StagesByBusinessType, _) => Some(By::BusinessType),
        (Table::StagesByYear, _) => Some(By::Year),
    };
    let asked = Narrowing {
        as_at: Some(of.as_at),
        known_at: Some(of.known_at),
        by: by.into_iter().collect(),
        ..Narrowing::default()
    };
    let answer = reports::ask(&app.db, &app.house, &app.operator(), &asked).expect("answers");
    let rows = match by {
        None => Some(answer.rows),
        Some(_) => answer
            .groups
            .into_iter()
            .flatten()
            .find(|group| group.key[0].code == row.code)
            .map(|group| group.rows),
    };
    let reached = |stage| {
        let rows = rows.as_ref()?;
        Some(rows.iter().find(|row| row.stage == stage)?.reached)
    };
    StageKind::ALL.map(|stage| reached(stage).unwrap_or(0)).to_vec()
}

/// Every cell of small numbers, as table, row, stage and true number.
fn small_cells(app: &App, publication: &Publication) -> Vec<(usize, usize, usize, u64)> {
    let mut cells = Vec::new();
    for (at, table) in publication.tables.iter().enumerate() {
        for (line, row) in table.rows.iter().enumerate() {
            for (stage, truth) in truth(app, publication, table.table, row).into_iter().enumerate()
            {
                if truth < SMALLEST {
                    cells.push((at, line, stage, truth));
                }
            }
        }
    }
    cells
}

/// The small numbers that the attack knows exactly.
fn recovered(app: &App, publication: &Publication) -> Vec<(usize, usize, usize, u64)> {
    let known = attack(publication);
    let is = |cell: &(usize, usize, usize, u64)| {
        known[&(cell.0, cell.1, cell.2)] == Known::Exactly(cell.3)
    };
    small_cells(app, publication).into_iter().filter(is).collect()
}

on_both_engines!(hidden_numbers_cannot_be_worked_out_from_all_tables_together, |fresh| {
    let app = inhabited(&fresh);
    let publication = published(&app);
    let small = small_cells(&app, &publication);
    assert!(small.len() > 100, "{}", small.len());
    for (table, row, stage, truth) in &small {
        let cell = publication.tables[*table].rows[*row].cells[*stage];
        assert_eq!(cell.persons, None, "{truth} is shown at {table} {row} {stage}");
    }
    assert_eq!(recovered(&app, &publication), Vec::new(), "the attack recovers these");
    let shown = publication.tables.iter().flat_map(|table| &table.rows);
    let shown = shown.flat_map(|row| &row.cells).filter(|cell| cell.persons.is_some()).count();
    assert!(shown > 15, "something is published at all: {shown}");
});

#[test]
fn the_attack_does_recover_numbers_when_only_small_ones_are_hidden() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let careless = small_alone(&app, &published(&app));
    let found = recovered(&app, &careless);
    assert!(!found.is_empty(), "an attack that finds nothing here proves nothing above");
}

#[test]
fn what_is_shown_is_true_and_adds_up() {
    let fresh = Fresh::sqlite();
    let app = inhabited(&fresh);
    let publication = published(&app);
    assert_eq!(publication.as_at.to_string(), "2022-05-31", "the end of the last month");
    for table in &publication.tables {
        for row in &table.rows {
            let truth = truth(&app, &publication, table.table, row);
            for (cell, truth) in row.cells.iter().zip(truth) {
                assert!(cell.persons.is_none_or(|shown| shown == truth), "{row:?}");
            }
        }
    }
    let areas = publication.table(Table::StagesByArea).expect("is published");
    assert_eq!(areas.rows.len(), 1 + 6 + 44, "also where nobody is");
    let west = areas.rows.iter().find(|row| row.code.as_deref() == Some("31.73")).expect("a city");
    assert_eq!(west.bps_code.as_deref(), Some("3174"), "another code of the statistics office");
    assert_eq!(areas.rows[0].cells[0].persons, Some(60));
}

/// Noon some days after [`common::NOON`].
fn later(fresh: &Fresh, days: i64) -> App {
    common::open_at(fresh, Instant(common::NOON.0 + days * 24 * 3_600_000_000))
}

/// Registers somebody who came on 10 June 2022.
fn one_more(app: &App, number: u32) {
    let asking = asking(app);
    let new = form(number, "ppkukm", "2022-06-10");
    let new = new.understand(&app.house, &asking.officer).expect("is sound");
    app.change_now(move |tx, house| people::register(tx, house, &asking, &new)).expect("registers");
}

on_both_engines!(during_a_month_the_same_is_published_whatever_is_entered_late, |fresh| {
    let june = inhabited(&fresh);
    let began = published(&june);
    one_more(&june, 61);
    assert_ne!(published(&june).known_at, began.known_at, "a programme that has just begun");
    let july = later(&fresh, 20);
    let first = published(&july);
    assert_eq!(first.as_at.to_string(), "2022-06-30");
    one_more(&july, 62);
    let again = published(&later(&fresh, 25));
    assert_eq!((published(&july), again), (first.clone(), first), "by any process");
    let august = published(&later(&fresh, 50));
    let areas = august.table(Table::StagesByArea).expect("is published");
    assert_eq!(areas.rows[0].cells[0].persons, Some(62));
});
