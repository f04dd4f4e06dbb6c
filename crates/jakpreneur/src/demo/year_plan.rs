//! The published plan of 2020: 43.000 people, about 1.500 trainings of up to 100 seats in 44 kecamatan,
//! from March on. The plan says what classes there are; how people spread over them is laid out by a rule.
use super::unknown;
use crate::{
    App, Problem,
    journal::Asking,
    plans::{self, Draft},
};
use jiff::civil::{Date, Weekday};
use rules::{
    ActId, Agency, Level, RegionCode,
    training::{ClassKind, plan::PlannedClasses},
};

/// The year of the plan.
const YEAR: i16 = 2020;
/// The people it is to reach.
const PERSONS: u64 = 43_000;
/// Classes start in March.
const MONTHS: std::ops::RangeInclusive<i8> = 3..=12;
/// Second classes of theory, so that there are 1.500 classes in all.
const SECOND_CLASSES: u64 = 180;
/// The islands have fewer people to sit in a class.
const ISLANDS: &str = "31.01";

/// What is taught in every kecamatan and month: the kind, the trade, its sessions, its budget line, the
/// day of the week, and how much of the people it reaches. Who comes for a trade has mostly heard the theory.
const TAUGHT: [(ClassKind, &str, u32, &str, Weekday, u64); 3] = [
    (ClassKind::Basic, "kewirausahaan", 2, "Pelatihan UKM", Weekday::Tuesday, 2),
    (ClassKind::Trade, "kuliner", 3, "Pelatihan IKM", Weekday::Wednesday, 1),
    (ClassKind::Trade, "kriya", 3, "Pelatihan IKM", Weekday::Thursday, 1),
];

/// Lays out the plan, unless there is one.
pub(super) fn lay_out(app: &App) -> Result<(), Problem> {
    let agency = Agency::parse("ppkukm").map_err(|_| unknown("ppkukm"))?;
    let area = RegionCode::parse("31").map_err(|_| unknown("31"))?;
    let draft = Draft {
        agency,
        area,
        year: YEAR,
        title: format!("Rencana pelatihan {YEAR}"),
        persons_target: u32::try_from(PERSONS).unwrap_or(u32::MAX),
        lines: lines(app),
        copied_from: None,
    };
    let (officer, act_id) = (app.operator(), ActId(app.house.new_id()));
    let asking = Asking { officer, at: app.house.now(), made_at: None, act_id, asked: None };
    app.change_now(move |tx, house| plans::lay_out(tx, house, &asking, &draft)).map(drop)
}

fn lines(app: &App) -> Vec<PlannedClasses> {
    let regions = app.house.regions.all().iter();
    let kecamatan: Vec<_> = regions.filter(|it| it.code.level() == Level::Kecamatan).collect();
    let (mut lines, mut on_land) = (Vec::new(), 0);
    let pairs = 10 * kecamatan.iter().filter(|it| !is_island(it.code)).count() as u64;
    for region in kecamatan {
        for month in MONTHS {
            let mut second = 0;
            if !is_island(region.code) {
                on_land += 1;
                second = spread(SECOND_CLASSES, on_land, pairs);
            }
            let taught = TAUGHT.iter().enumerate();
            lines.extend(taught.map(|(at, taught)| {
                let more = if at == 0 { second } else { 0 };
                line(region.code, &region.name, month, 1 + more, taught)
            }));
        }
    }
    reach(&mut lines);
    lines
}

fn is_island(code: RegionCode) -> bool {
    code.to_string().starts_with(ISLANDS)
}

/// The part of `all` that falls to the `at`-th of `of` weights, so that the parts sum to it.
fn spread(all: u64, at: u64, of: u64) -> u64 {
    all * at / of - all * (at - 1) / of
}

fn line(
    area: RegionCode,
    name: &str,
    month: i8,
    classes: u64,
    &(kind, trade, sessions, budget_line, weekday, _): &(ClassKind, &str, u32, &str, Weekday, u64),
) -> PlannedClasses {
    let first_on = Date::new(YEAR, month, 1).and_then(|day| day.nth_weekday_of_month(2, weekday));
    PlannedClasses {
        kind,
        trade: trade.to_owned(),
        area,
        month,
        classes: u32::try_from(classes).unwrap_or(u32::MAX),
        seats: if is_island(area) { 50 } else { 100 },
        sessions,
        persons: 0,
        budget_line: budget_line.to_owned(),
        budget: None,
        first_on: first_on.ok(),
        place: Some(format!("Aula Kecamatan {name}")),
        trainer: None,
    }
}

/// Spreads the people over the lines by their seats, theory counting twice.
fn reach(lines: &mut [PlannedClasses]) {
    let weight = |line: &PlannedClasses| {
        let taught = TAUGHT.iter().find(|(_, trade, ..)| *trade == line.trade);
        line.all_seats() * taught.map_or(0, |(.., weight)| *weight)
    };
    let all: u64 = lines.iter().map(weight).sum();
    let mut before = 0;
    for line in lines {
        let after = before + weight(line);
        let persons = PERSONS * after / all - PERSONS * before / all;
        line.persons = u32::try_from(persons).unwrap_or(u32::MAX);
        before = after;
    }
}
