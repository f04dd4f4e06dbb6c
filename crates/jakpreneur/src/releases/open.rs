//! Opening a released report: its frozen bytes, which are compared with their digest at every reading.
use super::{Digest, Document, OutsideFigure, ReleaseNumber, Released, outside_rows, rows};
use crate::{Code, Problem, ReleasingCode, staff::Officer};
use db::Tx;
use rules::{Act, ReleaseId};

/// A release with what was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The release.
    pub release: Released,
    /// The number of the release that took its place.
    pub restated_by: Option<ReleaseNumber>,
    /// What was frozen.
    pub document: Document,
    /// The exact bytes.
    pub bytes: Vec<u8>,
    /// Figures published elsewhere, entered beside it; they are no part of it.
    pub outside: Vec<OutsideFigure>,
}

/// The release with this id, within the officer's scope.
pub fn open(tx: &mut Tx<'_>, officer: &Officer, id: ReleaseId) -> Result<Opened, Problem> {
    officer.may(Act::ReadFigures)?;
    let release = rows::by_id(tx, &officer.scope, id)?.ok_or(Problem::NotFound)?;
    opened(tx, &release)
}

/// The same without what was frozen.
pub fn released(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: ReleaseId,
) -> Result<Option<Released>, Problem> {
    officer.may(Act::ReadFigures)?;
    Ok(rows::by_id(tx, &officer.scope, id)?)
}

/// A release that the caller was let to see, with what was frozen.
pub fn opened(tx: &mut Tx<'_>, release: &Released) -> Result<Opened, Problem> {
    let bytes = content(tx, release)?;
    let document = Document::read(&bytes)?;
    Ok(Opened {
        release: release.clone(),
        restated_by: rows::restated_by(tx, release.id)?,
        outside: outside_rows::beside(tx, release.id, &document)?,
        document,
        bytes,
    })
}

/// The exact bytes of a release; refuses bytes that are not those released.
pub fn content(tx: &mut Tx<'_>, release: &Released) -> Result<Vec<u8>, Problem> {
    let bytes = rows::content(tx, release)?.unwrap_or_default();
    if Digest::of(&bytes) == release.sha256 {
        Ok(bytes)
    } else {
        Err(Problem::Refused(Code::Releasing(ReleasingCode::Changed)))
    }
}

/// What anybody may know of the release with this digest, and what took its place: who holds the digest
/// holds the report.
pub fn checked(
    tx: &mut Tx<'_>,
    sha256: &Digest,
) -> Result<Option<(Released, Option<ReleaseNumber>)>, Problem> {
    let Some(release) = rows::by_digest(tx, &Officer::public().scope, sha256)? else {
        return Ok(None);
    };
    content(tx, &release)?;
    let after = rows::restated_by(tx, release.id)?;
    Ok(Some((release, after)))
}
