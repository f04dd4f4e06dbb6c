//! The rows behind rounds of curation.
use super::reference;
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, CurationRoundId, Date, RegionCode,
    marketing::curation::{Criterion, Grade},
};

/// A round as kept.
#[derive(Clone, Debug)]
pub struct RoundRow {
    /// The round.
    pub id: CurationRoundId,
    /// What it is called.
    pub title: String,
    /// The agency that holds it.
    pub agency: Agency,
    /// For whom.
    pub area: RegionCode,
    /// The first day of entering.
    pub opens_on: Date,
    /// The last.
    pub closes_on: Date,
    /// Where it was announced in the journal.
    pub position: Position,
    /// The day it was closed early.
    pub ended_on: Option<Date>,
}

impl RoundRow {
    /// Whether products are entered on a day.
    pub fn takes_on(&self, day: Date) -> bool {
        self.ended_on.is_none() && (self.opens_on..=self.closes_on).contains(&day)
    }
}

type Row = (CurationRoundId, String, Agency, RegionCode, Date, Date, Position, Option<Date>);

fn row(row: Row) -> RoundRow {
    RoundRow {
        id: row.0,
        title: row.1,
        agency: row.2,
        area: row.3,
        opens_on: row.4,
        closes_on: row.5,
        position: row.6,
        ended_on: row.7,
    }
}

sql!(
    ROUND = "
    select id, title, agency, area, opens_on, closes_on, position, ended_on from curation_round where id = $1"
);
/// A round; whether the caller may see it is the next question.
pub(super) fn round(tx: &mut Tx<'_>, id: CurationRoundId) -> Result<Option<RoundRow>> {
    Ok(tx.maybe::<Row>(ROUND, (id,))?.map(row))
}

sql!(
    ROUNDS = "
    select id, title, agency, area, opens_on, closes_on, position, ended_on from curation_round
    where agency between $1 and $2 and ((area between $3 and $4) or $5 like area || '%') and position < $6
    order by position desc limit $7"
);
/// The rounds that reach into a scope, the newest first.
pub(super) fn rounds(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<RoundRow>> {
    let b = scope.bounds();
    let area = scope.area().map(|area| area.to_string()).unwrap_or_default();
    let (low, high) = (b.office_low, b.office_high);
    let before = before.unwrap_or(i64::MAX);
    let params = (b.agency_low, b.agency_high, low, high, area, before, limit);
    Ok(tx.all::<Row>(ROUNDS, params)?.into_iter().map(row).collect())
}

sql!(
    COUNT = "
    select count(*) from curation_round
    where agency between $1 and $2 and ((area between $3 and $4) or $5 like area || '%')"
);
/// How many rounds reach into a scope.
pub(super) fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let area = scope.area().map(|area| area.to_string()).unwrap_or_default();
    let (low, high) = (b.office_low, b.office_high);
    let found: Option<(i64,)> = tx.maybe(COUNT, (b.agency_low, b.agency_high, low, high, area))?;
    Ok(found.map_or(0, |(number,)| number))
}

sql!(
    OPEN = "
    select id, title, agency, area, opens_on, closes_on, position, ended_on from curation_round
    where agency = $1 and $2 like area || '%' and opens_on <= $3 and closes_on >= $4 and ended_on is null
    order by closes_on, position"
);
/// The rounds that take products of an agency's member at an office on a day, the first to close first.
pub(super) fn open(
    tx: &mut Tx<'_>,
    agency: Agency,
    office: RegionCode,
    day: Date,
) -> Result<Vec<RoundRow>> {
    let params = (agency, office.to_string(), day, day);
    Ok(tx.all::<Row>(OPEN, params)?.into_iter().map(row).collect())
}

sql!(
    CRITERIA =
        "select code, weight from curation_round_criterion where round_id = $1 order by turn"
);
/// What a round looks at, in the order of its announcement.
pub(super) fn criteria(tx: &mut Tx<'_>, id: CurationRoundId) -> Result<Vec<Criterion>> {
    let weight = |weight: i16| u16::try_from(weight).unwrap_or_default();
    let of = |(code, heavy): (String, i16)| Criterion { code, weight: weight(heavy) };
    Ok(tx.all(CRITERIA, (id,))?.into_iter().map(of).collect())
}

sql!(
    GRADES = "
    select name, least_score, passes from curation_round_grade where round_id = $1 order by least_score desc"
);
/// The grades of a round, the best first.
pub(super) fn grades(tx: &mut Tx<'_>, id: CurationRoundId) -> Result<Vec<Grade>> {
    Ok(tx.all(GRADES, (id,))?.into_iter().map(reference::grade).collect())
}
