//! The permits of people within scope: the newest first, or those that end soon, the first to end first.
use super::{LicenceRow, details::Details, rows};
use crate::{
    House, Problem,
    people::{self, Brief},
    staff::{Officer, Scope},
};
use db::{Position, Result, Tx, sql};
use jiff::ToSpan;
use rules::{
    Act, Date, MemberId,
    licensing::{LicenceKind, LicenceState},
};
use std::collections::HashSet;

/// Which permits are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Which {
    /// All that stand.
    #[default]
    All,
    /// Asked for and not decided.
    Waiting,
    /// Issued and good.
    Valid,
    /// Issued, good, and soon at their end: within so many days.
    Ending(u16),
    /// Past their last day.
    Expired,
    /// Refused by the issuer.
    Refused,
    /// Revoked by the issuer.
    Revoked,
}

/// So many days before its end a permit ends soon.
pub const SOON: u16 = 90;
/// So many days before its end it ends very soon.
pub const VERY_SOON: u16 = 30;

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which.
    pub which: Which,
    /// Of this kind alone.
    pub kind: Option<LicenceKind>,
    /// Of these members alone: a mentor's, who are few.
    pub among: Option<HashSet<MemberId>>,
    /// What the page before ended at.
    pub after: Option<After>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// Where a page ended: the last day of the last permit, where they are in that order, and its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// The last day.
    pub expires_on: Option<Date>,
    /// Its place in the journal.
    pub position: Position,
}

/// A permit in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The permit.
    pub row: LicenceRow,
    /// What is written on it.
    pub details: Details,
    /// Whose it is.
    pub member: Brief,
}

/// A page of permits.
#[derive(Clone, Debug)]
pub struct Found {
    /// The lines.
    pub items: Vec<Listed>,
    /// What to ask the next page after.
    pub next: Option<After>,
    /// How many there are over all pages.
    pub total: u64,
}

/// Before and after every day that a permit may have.
const FIRST: Date = jiff::civil::date(1900, 1, 1);
const LAST: Date = jiff::civil::date(9999, 12, 31);

/// The bounds of a question: the state's word, and the last days.
struct Bounds {
    state: &'static str,
    from: Date,
    to: Date,
}

impl Which {
    fn bounds(self, today: Date) -> Bounds {
        let yesterday = today.yesterday().unwrap_or(FIRST);
        let issued = LicenceState::Issued.word();
        let (state, from, to) = match self {
            Self::All => ("", FIRST, LAST),
            Self::Waiting => (LicenceState::Requested.word(), FIRST, LAST),
            Self::Valid => (issued, today, LAST),
            Self::Ending(days) => (issued, today, today.saturating_add(i64::from(days).days())),
            Self::Expired => (issued, FIRST, yesterday),
            Self::Refused => (LicenceState::Refused.word(), FIRST, LAST),
            Self::Revoked => (LicenceState::Revoked.word(), FIRST, LAST),
        };
        Bounds { state, from, to }
    }
}

/// A page of the permits within scope, as they stand on a day.
pub fn list(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: &Wanted,
    today: Date,
) -> std::result::Result<Found, Problem> {
    officer.may(Act::SearchMembers)?;
    let limit = wanted.limit.clamp(1, 200);
    let bounds = wanted.which.bounds(today);
    let kind = wanted.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let by_end = matches!(wanted.which, Which::Ending(_));
    let asked = Question { scope: &officer.scope, bounds, kind, by_end };
    let (total, mut found) = match &wanted.among {
        None => (count(tx, &asked)?, asked.rows(tx, wanted.after, limit + 1)?),
        Some(few) => {
            let all = asked.of(tx, few, None)?;
            (all.len() as u64, asked.of(tx, few, wanted.after)?)
        }
    };
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| After {
        expires_on: row.dates.expires_on.filter(|_| by_end),
        position: row.position,
    });
    let items = listed(tx, house, officer, found)?;
    Ok(Found { items, next, total })
}

/// What is asked of the rows.
struct Question<'q> {
    scope: &'q Scope,
    bounds: Bounds,
    kind: String,
    /// The first to end first, else the newest first.
    by_end: bool,
}

impl Question<'_> {
    fn rows(&self, tx: &mut Tx<'_>, after: Option<After>, most: usize) -> Result<Vec<LicenceRow>> {
        let (scope, of, kind) = (self.scope, &self.bounds, &self.kind);
        if self.by_end {
            ending(tx, scope, of, kind, after, most)
        } else {
            newest(tx, scope, of, kind, after, most)
        }
    }

    /// Those of a few members. A mentor's scope is a kecamatan, so that reading it whole is quick.
    fn of(
        &self,
        tx: &mut Tx<'_>,
        few: &HashSet<MemberId>,
        after: Option<After>,
    ) -> Result<Vec<LicenceRow>> {
        let mut all = self.rows(tx, after, usize::MAX)?;
        all.retain(|row| few.contains(&row.member));
        Ok(all)
    }
}

fn listed(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    rows: Vec<LicenceRow>,
) -> std::result::Result<Vec<Listed>, Problem> {
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(member) = people::record(tx, &officer.scope, row.member)? else { continue };
        let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
        let details = row.details(key.as_ref());
        let brief = people::briefs(house, vec![member]).pop();
        listed.extend(brief.map(|member| Listed { row, details, member }));
    }
    Ok(listed)
}

sql!(
    COUNT = "
    select count(*) from licence l join member m on m.shard = l.shard and m.id = l.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and l.voided_at_position is null
      and ($5 = '' or l.state = $5) and coalesce(l.expires_on, $6) between $7 and $8
      and ($9 = '' or l.kind = $9)"
);
fn count(tx: &mut Tx<'_>, asked: &Question<'_>) -> Result<u64> {
    let (b, of, kind) = (asked.scope.bounds(), &asked.bounds, asked.kind.as_str());
    let (agency, office) = ((b.agency_low, b.agency_high), (b.office_low, b.office_high));
    let params =
        (agency.0, agency.1, office.0, office.1, of.state, unending(of), of.from, of.to, kind);
    let found: Option<(i64,)> = tx.maybe(COUNT, params)?;
    Ok(found.map_or(0, |(number,)| u64::try_from(number).unwrap_or_default()))
}

/// Where a permit without an end counts: within every question but that for what ended or ends soon.
fn unending(of: &Bounds) -> Date {
    if of.to == LAST { LAST } else { LAST.yesterday().unwrap_or(LAST) }
}

sql!(
    NEWEST = "
    select l.id, l.member_id, l.kind, l.state, l.agency, l.issuer, l.requested_on, l.issued_on, l.expires_on,
        l.ended_on, l.refusal, l.details, l.warnings, l.service_id, l.wave_id, l.position, l.recorded_at,
        l.recorded_by, l.voided_at_position
    from licence l join member m on m.shard = l.shard and m.id = l.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and l.voided_at_position is null
      and ($5 = '' or l.state = $5) and coalesce(l.expires_on, $6) between $7 and $8
      and ($9 = '' or l.kind = $9) and l.position < $10
    order by l.position desc limit $11"
);
fn newest(
    tx: &mut Tx<'_>,
    scope: &Scope,
    of: &Bounds,
    kind: &str,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<LicenceRow>> {
    let b = scope.bounds();
    let before = after.map_or(i64::MAX, |after| after.position);
    let (limit, end) = (i64::try_from(limit).unwrap_or(i64::MAX), unending(of));
    let (agency, office) = ((b.agency_low, b.agency_high), (b.office_low, b.office_high));
    let params = (
        agency.0, agency.1, office.0, office.1, of.state, end, of.from, of.to, kind, before, limit,
    );
    Ok(tx.all::<rows::Row>(NEWEST, params)?.into_iter().map(rows::row).collect())
}

sql!(
    ENDING = "
    select l.id, l.member_id, l.kind, l.state, l.agency, l.issuer, l.requested_on, l.issued_on, l.expires_on,
        l.ended_on, l.refusal, l.details, l.warnings, l.service_id, l.wave_id, l.position, l.recorded_at,
        l.recorded_by, l.voided_at_position
    from licence l join member m on m.shard = l.shard and m.id = l.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and l.voided_at_position is null
      and l.state = $5 and l.expires_on between $6 and $7 and ($8 = '' or l.kind = $8)
      and (l.expires_on, l.position) > ($9, $10)
    order by l.expires_on, l.position limit $11"
);
fn ending(
    tx: &mut Tx<'_>,
    scope: &Scope,
    of: &Bounds,
    kind: &str,
    after: Option<After>,
    limit: usize,
) -> Result<Vec<LicenceRow>> {
    let b = scope.bounds();
    let after = after.map_or((FIRST, 0), |it| (it.expires_on.unwrap_or(FIRST), it.position));
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (agency, office) = ((b.agency_low, b.agency_high), (b.office_low, b.office_high));
    let params = (
        agency.0, agency.1, office.0, office.1, of.state, of.from, of.to, kind, after.0, after.1,
        limit,
    );
    Ok(tx.all::<rows::Row>(ENDING, params)?.into_iter().map(rows::row).collect())
}
