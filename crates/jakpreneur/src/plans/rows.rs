//! The rows behind plans. A plan is seen by whoever reaches its agency, where its area holds theirs or lies in it.
mod lines;
mod write;

pub use lines::lines;
pub(super) use lines::{all_lines, next_number};
pub(super) use write::{lay_out, revise};

use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{Agency, Instant, PlanId, RegionCode};

/// A plan as it holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The plan.
    pub id: PlanId,
    /// Whose it is.
    pub agency: Agency,
    /// For where.
    pub area: RegionCode,
    /// For when.
    pub year: i16,
    /// What it is called.
    pub title: String,
    /// How many people it is to reach.
    pub persons_target: u32,
    /// Its newest version.
    pub version: i64,
    /// Where it was laid out in the journal; lists are paged by it.
    pub position: Position,
    /// The plan its first lines are from.
    pub copied_from: Option<PlanId>,
}

/// A version of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// What the plan was called.
    pub title: String,
    /// How many people it was to reach.
    pub persons_target: u32,
    /// Why it was made; nothing for the first.
    pub reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// Where in the journal.
    pub position: Position,
}

/// A plan in a list, with what its lines within scope come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInList {
    /// The plan.
    pub plan: Plan,
    /// Classes.
    pub classes: u64,
    /// Seats of all classes.
    pub seats: u64,
    /// People whom the lines reach.
    pub persons: u64,
}

fn narrow<T: TryFrom<i64> + Default>(wide: i64) -> T {
    T::try_from(wide).unwrap_or_default()
}

type Row = (PlanId, Agency, RegionCode, i64, String, i64, i64, i64, Option<PlanId>);
fn read(row: Row) -> Plan {
    let (id, agency, area, year, title, target, version, position, copied_from) = row;
    let (year, persons_target) = (narrow(year), narrow(target));
    Plan { id, agency, area, year, title, persons_target, version, position, copied_from }
}

/// The area an officer sits in; nothing where it is all of Jakarta, whose bounds hold every area.
fn around(scope: &Scope) -> String {
    scope.area().map(|area| area.to_string()).unwrap_or_default()
}

sql!(
    PLAN = "
    select id, agency, area, year, title, persons_target, version, position, copied_from
    from training_plan
    where id = $1 and agency between $2 and $3
      and (area between $4 and $5 or substr(cast($6 as text), 1, length(area)) = area)"
);
/// A plan, if it is within scope.
pub fn plan(tx: &mut Tx<'_>, scope: &Scope, id: PlanId) -> Result<Option<Plan>> {
    let (b, area) = (scope.bounds(), around(scope));
    let bounds = (id, b.agency_low, b.agency_high, b.office_low, b.office_high, area);
    Ok(tx.maybe(PLAN, bounds)?.map(read))
}

sql!(
    PLANS = "
    select p.id, p.agency, p.area, p.year, p.title, p.persons_target, p.version, p.position,
           p.copied_from, cast(coalesce(sum(l.classes), 0) as bigint),
           cast(coalesce(sum(l.classes * l.seats), 0) as bigint),
           cast(coalesce(sum(l.persons), 0) as bigint)
    from training_plan p
    left join planned_class l
      on l.plan_id = p.id and l.until_version is null and l.area between $1 and $2
    where p.position < $3 and p.agency between $4 and $5
      and (p.area between $1 and $2 or substr(cast($6 as text), 1, length(p.area)) = p.area)
      and p.year between $7 and $8
    group by p.id, p.agency, p.area, p.year, p.title, p.persons_target, p.version, p.position,
             p.copied_from
    order by p.position desc limit $9"
);
/// Plans within scope, the newest first, before a position; of one year where one is asked for.
pub fn plans(
    tx: &mut Tx<'_>,
    scope: &Scope,
    year: Option<i16>,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<PlanInList>> {
    let (b, area) = (scope.bounds(), around(scope));
    let (from, to) = years(year);
    let before = before.unwrap_or(i64::MAX);
    let (low, high) = (b.office_low, b.office_high);
    let bounds = (low, high, before, b.agency_low, b.agency_high, area, from, to, limit);
    let rows: Vec<ListRow> = tx.all(PLANS, bounds)?;
    Ok(rows.into_iter().map(read_listed).collect())
}

type ListRow =
    (PlanId, Agency, RegionCode, i64, String, i64, i64, i64, Option<PlanId>, i64, i64, i64);
fn read_listed(row: ListRow) -> PlanInList {
    let (id, agency, area, year, title, target, version, position, copied, ..) = row;
    let (.., classes, seats, persons) = row;
    let plan = read((id, agency, area, year, title, target, version, position, copied));
    let (classes, seats, persons) = (narrow(classes), narrow(seats), narrow(persons));
    PlanInList { plan, classes, seats, persons }
}

fn years(year: Option<i16>) -> (i64, i64) {
    year.map_or((0, i64::from(i16::MAX)), |year| (year.into(), year.into()))
}

sql!(
    COUNT = "
    select count(*) from training_plan
    where agency between $1 and $2
      and (area between $3 and $4 or substr(cast($5 as text), 1, length(area)) = area)
      and year between $6 and $7"
);
/// How many plans are within scope.
pub fn count(tx: &mut Tx<'_>, scope: &Scope, year: Option<i16>) -> Result<u64> {
    let (b, area) = (scope.bounds(), around(scope));
    let (from, to) = years(year);
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high, area, from, to);
    Ok(tx.maybe::<(i64,)>(COUNT, bounds)?.map_or(0, |(count,)| narrow(count)))
}

sql!(IS_THERE = "select version from training_plan where agency = $1 and area = $2 and year = $3");
/// Whether an agency has a plan for an area and a year.
pub(super) fn is_there(
    tx: &mut Tx<'_>,
    agency: &Agency,
    area: RegionCode,
    year: i16,
) -> Result<bool> {
    Ok(tx.maybe::<(i64,)>(IS_THERE, (agency, area, i64::from(year)))?.is_some())
}

sql!(
    VERSIONS = "
    select version, title, persons_target, reason, recorded_at, recorded_by, position
    from plan_version where plan_id = $1 order by version desc"
);
/// The versions of a plan, the newest first.
pub fn versions(tx: &mut Tx<'_>, scope: &Scope, id: PlanId) -> Result<Vec<Version>> {
    type Row = (i64, String, i64, Option<String>, Instant, String, i64);
    if plan(tx, scope, id)?.is_none() {
        return Ok(Vec::new());
    }
    let read =
        |(version, title, target, reason, recorded_at, recorded_by, position): Row| Version {
            version,
            title,
            persons_target: narrow(target),
            reason,
            recorded_at,
            recorded_by,
            position,
        };
    Ok(tx.all::<Row>(VERSIONS, (id,))?.into_iter().map(read).collect())
}
