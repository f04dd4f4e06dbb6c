//! Somebody who makes crisps and has kept books for a year: closed up to the month before last.
use super::{asking, unknown};
use crate::{
    App, Problem,
    books::{self, EntryForm},
    people::{self, Asked},
    reports::Narrowing,
    staff::Officer,
};
use rules::{Date, MemberId, RegionCode, growth::Month};
use std::sync::Arc;

/// How many months the books go back.
const MONTHS: u16 = 12;
/// With what the year begins: kind, purse, amount.
const START: [(&str, &str, i64); 3] = [
    ("owner_in", "cash", 5_000_000),
    ("owner_in", "bank", 3_000_000),
    ("start_equipment", "", 2_400_000),
];
/// What every month brings: day, kind, purse, amount.
const MONTHLY: [(i8, &str, &str, i64); 8] = [
    (4, "stock_bought", "cash", 1_500_000),
    (15, "sale", "cash", 3_000_000),
    (17, "sale", "bank", 400_000),
    (20, "utilities_paid", "cash", 150_000),
    (21, "transport_paid", "cash", 80_000),
    (25, "wages_paid", "cash", 600_000),
    (26, "owner_out", "cash", 700_000),
    (27, "stock_used", "", 1_400_000),
];
/// By how much more is sold each month than in the month before.
const GROWTH: i64 = 100_000;

/// Enters the year into the books of the member who was registered first in Kebon Jeruk.
pub(super) fn keep(app: &App) -> Result<(), Problem> {
    let area = RegionCode::parse("31.73.05").map_err(|_| unknown("31.73.05"))?;
    let narrowing = Narrowing { area: Some(area), ..Narrowing::default() };
    let asked = Asked { narrowing, limit: 1, ..Asked::default() };
    let found = people::list(&app.db, &app.house, &app.operator(), &asked)?;
    match found.items.first() {
        Some(first) => year(app, first.row.id),
        None => Ok(()),
    }
}

fn year(app: &App, member: MemberId) -> Result<(), Problem> {
    let this = Month::of(app.house.today());
    let owner = Arc::new(Officer::resident(member));
    app.change_now(move |tx, house| {
        let asking = || asking(house, &owner, house.now());
        for form in (0..MONTHS).flat_map(|at| forms(this.before(MONTHS - at), at)) {
            books::enter(tx, house, &asking(), &form)?;
        }
        for month in (2..=MONTHS).rev().map(|back| this.before(back)) {
            books::close(tx, house, &asking(), month)?;
        }
        Ok(())
    })
}

/// The entries of a month, so many after the first.
fn forms(month: Month, at: u16) -> Vec<EntryForm> {
    let Some(first) = month.first_day() else { return Vec::new() };
    let day = |number: i8| Date::new(first.year(), first.month(), number).unwrap_or(first);
    let mut forms = Vec::new();
    if at == 0 {
        forms.extend(START.map(|(kind, purse, amount)| form(first, kind, purse, amount)));
    }
    forms.extend(MONTHLY.map(|(on, kind, purse, amount)| {
        let more = if kind == "sale" { GROWTH * i64::from(at) } else { 0 };
        form(day(on), kind, purse, amount + more)
    }));
    forms.push(form(day(28), "depreciated", "", 100_000));
    forms
}

fn form(on: Date, kind: &str, purse: &str, amount: i64) -> EntryForm {
    EntryForm {
        kind: kind.to_owned(),
        purse: purse.to_owned(),
        amount: amount.to_string(),
        occurred_on: on.to_string(),
        note: String::new(),
    }
}
