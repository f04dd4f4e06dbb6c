//! The rows behind targets. A target is seen by whoever reaches all it counts.
use super::{Draft, Revised, TargetSet};
use crate::{journal::Stamp, staff::Scope};
use db::{Error, Position, Result, Tx, sql};
use rules::{
    Agency, Instant, RegionCode, TargetId,
    targets::{CountingRule, Indicator, Period},
};

/// A target in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The target.
    pub id: TargetId,
    /// What it counts.
    pub indicator: Indicator,
    /// Whose; none for all agencies together.
    pub agency: Option<Agency>,
    /// Where.
    pub area: RegionCode,
    /// When.
    pub period: Period,
    /// How it is counted.
    pub rule: CountingRule,
    /// The version.
    pub version: i64,
    /// Persons to reach.
    pub target: u64,
    /// What it rests on.
    pub basis: String,
    /// Where it was first set in the journal; lists are paged by it.
    pub position: Position,
}

/// A version of a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: i64,
    /// Persons to reach.
    pub target: u64,
    /// What it rests on.
    pub basis: String,
    /// Why it was made; nothing for the first.
    pub reason: Option<String>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// Where in the journal.
    pub position: Position,
}

sql!(
    ADD = "
    insert into target (id, indicator, agency, area, period, rule, version, persons, basis, position)
    values ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9)"
);
/// A target that was set.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &TargetSet) -> Result<()> {
    let persons = signed(event.persons);
    let row = (
        event.target,
        event.indicator.word(),
        agency_text(event.agency.as_ref()),
        event.area,
        event.period.to_string(),
        event.rule.word(),
        persons,
        event.basis.as_str(),
        stamp.position,
    );
    tx.run(ADD, row)?;
    add_version(tx, stamp, event.target, (1, persons), &event.basis, None)
}

sql!(CHANGE = "update target set version = $1, persons = $2, basis = $3 where id = $4");
/// A new version of a target.
pub(super) fn revise(tx: &mut Tx<'_>, stamp: &Stamp, event: &Revised) -> Result<()> {
    let (target, persons) = (event.target, signed(event.persons));
    tx.run(CHANGE, (event.version, persons, event.basis.as_str(), target))?;
    let reason = Some(event.reason.as_str());
    add_version(tx, stamp, target, (event.version, persons), &event.basis, reason)
}

sql!(
    ADD_VERSION = "
    insert into target_version (target_id, version, persons, basis, reason, recorded_at, recorded_by, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
fn add_version(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    target: TargetId,
    (version, persons): (i64, i64),
    basis: &str,
    reason: Option<&str>,
) -> Result<()> {
    let (at, by, position) = (stamp.at, stamp.actor.as_str(), stamp.position);
    tx.run(ADD_VERSION, (target, version, persons, basis, reason, at, by, position)).map(drop)
}

type Row = (TargetId, String, String, RegionCode, String, String, i64, i64, String, i64);
fn read(row: Row) -> Result<Target> {
    let unreadable = |column: usize, held: &str| Error::Unreadable(column, held.to_owned());
    let agency = if row.2.is_empty() {
        None
    } else {
        Some(Agency::parse(&row.2).map_err(|_| unreadable(2, &row.2))?)
    };
    Ok(Target {
        id: row.0,
        indicator: Indicator::of_word(&row.1).ok_or_else(|| unreadable(1, &row.1))?,
        agency,
        area: row.3,
        period: Period::parse_officer(&row.4).ok_or_else(|| unreadable(4, &row.4))?,
        rule: CountingRule::of_word(&row.5).ok_or_else(|| unreadable(5, &row.5))?,
        version: row.6,
        target: u64::try_from(row.7).unwrap_or_default(),
        basis: row.8,
        position: row.9,
    })
}

sql!(
    TARGETS = "
    select t.id, t.indicator, t.agency, t.area, t.period, t.rule, v.version, v.persons, v.basis, t.position
    from target t join target_version v on v.target_id = t.id
    where v.version = (select max(o.version) from target_version o
        where o.target_id = t.id and o.position <= $1)
      and t.agency between $2 and $3 and t.area between $4 and $5 and t.position < $6
    order by t.position desc limit $7"
);
/// The targets within scope as known at a position, the newest first.
pub fn targets(tx: &mut Tx<'_>, scope: &Scope, known_at: Option<Position>) -> Result<Vec<Target>> {
    page(tx, scope, known_at, None, i64::MAX)
}

/// A page of them, before a position.
pub fn page(
    tx: &mut Tx<'_>,
    scope: &Scope,
    known_at: Option<Position>,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<Target>> {
    let (b, known) = (scope.bounds(), known_at.unwrap_or(i64::MAX));
    let before = before.unwrap_or(i64::MAX);
    let bounds = (known, b.agency_low, b.agency_high, b.office_low, b.office_high, before, limit);
    tx.all::<Row>(TARGETS, bounds)?.into_iter().map(read).collect()
}

sql!(
    COUNT = "
    select count(*) from target where agency between $1 and $2 and area between $3 and $4"
);
/// How many targets are within scope.
pub fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe::<(i64,)>(COUNT, bounds)?.map_or(0, |(count,)| count))
}

sql!(
    TARGET = "
    select t.id, t.indicator, t.agency, t.area, t.period, t.rule, v.version, v.persons, v.basis, t.position
    from target t join target_version v on v.target_id = t.id
    where t.id = $1 and v.version = (select max(o.version) from target_version o
        where o.target_id = t.id and o.position <= $2)
      and t.agency between $3 and $4 and t.area between $5 and $6"
);
/// A target within scope, as known at a position.
pub fn target(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: TargetId,
    known_at: Option<Position>,
) -> Result<Option<Target>> {
    let (b, known) = (scope.bounds(), known_at.unwrap_or(i64::MAX));
    let bounds = (id, known, b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.maybe::<Row>(TARGET, bounds)?.map(read).transpose()
}

sql!(
    SAME = "
    select id, indicator, agency, area, period, rule, version, persons, basis, position
    from target
    where indicator = $1 and agency = $2 and area = $3 and period = $4 and rule = $5"
);
/// The target that a draft is about, if there is one; drafts are within reach.
pub(super) fn same(tx: &mut Tx<'_>, draft: &Draft) -> Result<Option<Target>> {
    let key = (
        draft.indicator.word(),
        agency_text(draft.agency.as_ref()),
        draft.area,
        draft.period.to_string(),
        draft.rule.word(),
    );
    tx.maybe::<Row>(SAME, key)?.map(read).transpose()
}

sql!(
    VERSIONS = "
    select version, persons, basis, reason, recorded_at, recorded_by, position
    from target_version where target_id = $1 order by version desc"
);
/// The versions of a target that the caller was let to see, the newest first.
pub fn versions(tx: &mut Tx<'_>, id: TargetId) -> Result<Vec<Version>> {
    type Row = (i64, i64, String, Option<String>, Instant, String, i64);
    let read = |(version, persons, basis, reason, recorded_at, recorded_by, position): Row| {
        let target = u64::try_from(persons).unwrap_or_default();
        Version { version, target, basis, reason, recorded_at, recorded_by, position }
    };
    Ok(tx.all::<Row>(VERSIONS, (id,))?.into_iter().map(read).collect())
}

fn agency_text(agency: Option<&Agency>) -> String {
    agency.map(ToString::to_string).unwrap_or_default()
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
