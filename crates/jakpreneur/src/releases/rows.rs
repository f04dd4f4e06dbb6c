//! The rows behind releases. One is seen by whoever reaches every record that it counts.
use super::{Digest, Kind, ReleaseNumber, ReportReleased};
use crate::{journal::Stamp, staff::Scope};
use db::{Error, Position, Result, Tx, sql};
use rules::{Date, Instant, ReleaseId};

/// A release, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// The release.
    pub id: ReleaseId,
    /// Its number.
    pub number: ReleaseNumber,
    /// Which report.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The last day that counts.
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: Position,
    /// Distinct persons counted.
    pub persons: i64,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: i64,
    /// The release whose place it takes.
    pub restates: Option<ReleaseId>,
    /// Why.
    pub reason: Option<String>,
    /// When it was released.
    pub released_at: Instant,
    /// Where that stands in the journal; lists are paged by it.
    pub position: Position,
}

sql!(
    ADD = "
    insert into released_report (id, year, serial, kind, title, as_at, known_at, agency, area, persons,
        sha256, size, restates, reason, released_at, released_by, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
);
/// A report that was released.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReportReleased) -> Result<()> {
    let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let row = (
        event.release,
        event.year,
        event.serial,
        event.kind.word(),
        event.title.as_str(),
        event.as_at,
        event.known_at,
        event.agency.as_str(),
        event.area.as_str(),
        signed(event.persons),
        event.sha256.0.as_slice(),
        signed(event.size),
        event.restates,
        event.reason.as_deref(),
        stamp.at,
        stamp.actor.as_str(),
        stamp.position,
    );
    tx.run(ADD, row).map(drop)
}

sql!(KEEP = "insert into released_content (id, content) values ($1, $2)");
/// The bytes of a release.
pub(super) fn keep(tx: &mut Tx<'_>, release: ReleaseId, bytes: &[u8]) -> Result<()> {
    tx.run(KEEP, (release, bytes)).map(drop)
}

sql!(CONTENT = "select content from released_content where id = $1");
/// The bytes of a release that the caller was let to see.
pub(super) fn content(tx: &mut Tx<'_>, release: &Released) -> Result<Option<Vec<u8>>> {
    Ok(tx.maybe::<(Vec<u8>,)>(CONTENT, (release.id,))?.map(|(content,)| content))
}

sql!(LAST = "select coalesce(max(serial), 0) from released_report where year = $1");
/// The last place given in a year.
pub(super) fn last_of(tx: &mut Tx<'_>, year: i64) -> Result<i64> {
    Ok(tx.maybe::<(i64,)>(LAST, (year,))?.map_or(0, |(last,)| last))
}

type Row = (
    ReleaseId,
    i64,
    i64,
    String,
    String,
    Date,
    i64,
    i64,
    Vec<u8>,
    i64,
    Option<ReleaseId>,
    Option<String>,
    Instant,
    i64,
);
fn read(row: Row) -> Result<Released> {
    let unreadable = |column: usize, held: String| Error::Unreadable(column, held);
    let kind = Kind::of_word(&row.3).ok_or_else(|| unreadable(3, row.3.clone()))?;
    let size = row.8.len();
    let sha256 = row.8.try_into().map_err(|_| unreadable(8, format!("{size} bytes")))?;
    Ok(Released {
        id: row.0,
        number: ReleaseNumber { year: row.1, serial: row.2 },
        kind,
        title: row.4,
        as_at: row.5,
        known_at: row.6,
        persons: row.7,
        sha256: Digest(sha256),
        size: row.9,
        restates: row.10,
        reason: row.11,
        released_at: row.12,
        position: row.13,
    })
}

sql!(
    PAGE = "
    select id, year, serial, kind, title, as_at, known_at, persons, sha256, size, restates, reason,
        released_at, position
    from released_report
    where agency between $1 and $2 and area between $3 and $4 and position < $5
    order by position desc limit $6"
);
/// The releases within scope before a position, the newest first.
pub fn page(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<Released>> {
    let (b, before) = (scope.bounds(), before.unwrap_or(i64::MAX));
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high, before, limit);
    tx.all::<Row>(PAGE, bounds)?.into_iter().map(read).collect()
}

sql!(
    COUNT = "
    select count(*) from released_report where agency between $1 and $2 and area between $3 and $4"
);
/// How many releases are within scope.
pub fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe::<(i64,)>(COUNT, bounds)?.map_or(0, |(count,)| count))
}

sql!(
    BY_NUMBER = "
    select id, year, serial, kind, title, as_at, known_at, persons, sha256, size, restates, reason,
        released_at, position
    from released_report
    where year = $1 and serial = $2 and agency between $3 and $4 and area between $5 and $6"
);
/// The release of a number, within scope.
pub fn by_number(
    tx: &mut Tx<'_>,
    scope: &Scope,
    number: ReleaseNumber,
) -> Result<Option<Released>> {
    let b = scope.bounds();
    let (year, serial) = (number.year, number.serial);
    let key = (year, serial, b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.maybe::<Row>(BY_NUMBER, key)?.map(read).transpose()
}

sql!(
    BY_ID = "
    select id, year, serial, kind, title, as_at, known_at, persons, sha256, size, restates, reason,
        released_at, position
    from released_report
    where id = $1 and agency between $2 and $3 and area between $4 and $5"
);
/// A release within scope.
pub(super) fn by_id(tx: &mut Tx<'_>, scope: &Scope, id: ReleaseId) -> Result<Option<Released>> {
    let b = scope.bounds();
    let key = (id, b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.maybe::<Row>(BY_ID, key)?.map(read).transpose()
}

sql!(
    BY_DIGEST = "
    select id, year, serial, kind, title, as_at, known_at, persons, sha256, size, restates, reason,
        released_at, position
    from released_report
    where sha256 = $1 and agency between $2 and $3 and area between $4 and $5"
);
/// The release of these bytes, within scope.
pub(super) fn by_digest(
    tx: &mut Tx<'_>,
    scope: &Scope,
    sha256: &Digest,
) -> Result<Option<Released>> {
    let b = scope.bounds();
    let key = (sha256.0.as_slice(), b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.maybe::<Row>(BY_DIGEST, key)?.map(read).transpose()
}

sql!(RESTATED_BY = "select year, serial from released_report where restates = $1");
/// The number of the release that took another's place; the two count the same records.
pub fn restated_by(tx: &mut Tx<'_>, release: ReleaseId) -> Result<Option<ReleaseNumber>> {
    let found = tx.maybe::<(i64, i64)>(RESTATED_BY, (release,))?;
    Ok(found.map(|(year, serial)| ReleaseNumber { year, serial }))
}
