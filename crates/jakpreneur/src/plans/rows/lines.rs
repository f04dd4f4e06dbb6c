//! The lines of a plan, of any of its versions.
use super::narrow;
use crate::staff::Scope;
use db::{Result, Tx, sql};
use rules::{
    Date, PlanId, RegionCode, Rupiah,
    training::{
        ClassKind,
        plan::{Numbered, PlannedClasses},
    },
};

sql!(
    LINES = "
    select line, kind, trade, area, month, classes, seats, sessions, persons, budget_line, budget,
           first_on, place, trainer
    from planned_class
    where plan_id = $1 and since_version <= $2 and (until_version is null or until_version > $2)
      and area between $3 and $4
    order by line"
);
/// The lines of a version that lie within scope; the caller has found the plan in scope.
pub fn lines(tx: &mut Tx<'_>, scope: &Scope, plan: PlanId, version: i64) -> Result<Vec<Numbered>> {
    let b = scope.bounds();
    within(tx, plan, version, b.office_low, b.office_high)
}

/// Every line of a version, for the acts.
pub fn all_lines(tx: &mut Tx<'_>, plan: PlanId, version: i64) -> Result<Vec<Numbered>> {
    within(tx, plan, version, String::new(), "~".to_owned())
}

fn within(
    tx: &mut Tx<'_>,
    plan: PlanId,
    version: i64,
    low: String,
    high: String,
) -> Result<Vec<Numbered>> {
    Ok(tx.all::<Row>(LINES, (plan, version, low, high))?.into_iter().map(read).collect())
}

type Row = (
    i64,
    ClassKind,
    String,
    RegionCode,
    i16,
    i64,
    i64,
    i64,
    i64,
    String,
    Option<i64>,
    Option<Date>,
    Option<String>,
    Option<String>,
);
fn read(row: Row) -> Numbered {
    let (line, kind, trade, area, month, classes, seats, sessions, persons, ..) = row;
    let (.., budget_line, budget, first_on, place, trainer) = row;
    let planned = PlannedClasses {
        kind,
        trade,
        area,
        month: narrow(month.into()),
        classes: narrow(classes),
        seats: narrow(seats),
        sessions: narrow(sessions),
        persons: narrow(persons),
        budget_line,
        budget: budget.map(Rupiah),
        first_on,
        place,
        trainer,
    };
    (narrow(line), planned)
}

sql!(NEXT = "select coalesce(max(line), 0) from planned_class where plan_id = $1");
/// The number of the next new line; one that was given away is never given again.
pub fn next_number(tx: &mut Tx<'_>, plan: PlanId) -> Result<u32> {
    Ok(tx.maybe::<(i64,)>(NEXT, (plan,))?.map_or(1, |(last,)| narrow::<u32>(last) + 1))
}
