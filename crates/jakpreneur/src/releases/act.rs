//! The act of releasing: the report gets its number, its bytes are frozen, the journal keeps their digest.
use super::{Digest, Document, Draft, Kind, ReleaseNumber, rows};
use crate::{
    Code, House, Problem, ReleasingCode,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Date, ReleaseId};
use serde::{Deserialize, Serialize};

/// A report was released.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportReleased {
    /// The release.
    pub release: ReleaseId,
    /// The year of its number.
    pub year: i64,
    /// Its place in that year.
    pub serial: i64,
    /// Which report.
    pub kind: Kind,
    /// What it is called.
    pub title: String,
    /// The last day that counts.
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// The agency whose records it counts; empty for all.
    pub agency: String,
    /// The area of the offices whose records it counts; empty for all.
    pub area: String,
    /// Distinct persons counted.
    pub persons: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many bytes.
    pub size: u64,
    /// The release whose place it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restates: Option<ReleaseId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Event for ReportReleased {
    const ACT: &'static str = "report.release";
}

/// Releases a report that was counted for this officer.
pub fn release(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    draft: Draft,
) -> Result<Done<ReportReleased>, Problem> {
    asking.officer.may(Act::ReleaseReports)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let Draft { mut document, restates } = draft;
    check(tx, asking, &document, restates)?;
    let number = next(tx, asking)?;
    document.number = number.to_string();
    document.released_at = asking.at.rfc3339();
    let bytes = document.bytes()?;
    let event = event(ReleaseId(house.new_id()), number, &document, restates, &bytes);
    let release = event.release;
    let done = journal::record(tx, asking, Some(release.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    rows::keep(tx, release, &bytes)?;
    Ok(done)
}

/// The draft must be the officer's own, and a release is restated once.
fn check(
    tx: &mut Tx<'_>,
    asking: &Asking,
    document: &Document,
    restates: Option<ReleaseId>,
) -> Result<(), Problem> {
    let scope = &asking.officer.scope;
    let area = scope.area().map(|area| area.to_string());
    let agency = scope.agency().map(ToString::to_string);
    if (&document.scope.seen_area, &document.scope.seen_agency) != (&area, &agency) {
        return Err(Problem::Forbidden);
    }
    match restates {
        Some(before) if rows::restated_by(tx, before)?.is_some() => {
            Err(Problem::Refused(Code::Releasing(ReleasingCode::RestatedAlready)))
        }
        Some(_) | None => Ok(()),
    }
}

fn next(tx: &mut Tx<'_>, asking: &Asking) -> Result<ReleaseNumber, Problem> {
    let year = i64::from(asking.at.date().year());
    Ok(ReleaseNumber { year, serial: rows::last_of(tx, year)? + 1 })
}

fn event(
    release: ReleaseId,
    number: ReleaseNumber,
    document: &Document,
    restates: Option<ReleaseId>,
    bytes: &[u8],
) -> ReportReleased {
    let scope = &document.scope;
    let agency = scope.seen_agency.as_ref().or(scope.agency.as_ref());
    ReportReleased {
        release,
        year: number.year,
        serial: number.serial,
        kind: document.kind,
        title: document.title.clone(),
        as_at: document.as_at,
        known_at: document.known_at,
        agency: agency.cloned().unwrap_or_default(),
        area: scope.seen_area.clone().unwrap_or_default(),
        persons: document.persons,
        sha256: Digest::of(bytes),
        size: bytes.len() as u64,
        restates,
        reason: document.restates.as_ref().map(|it| it.reason.clone()),
    }
}

/// The row of a release; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReportReleased) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
