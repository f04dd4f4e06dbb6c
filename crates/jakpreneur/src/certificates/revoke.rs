//! Revoking a certificate, with a reason that whoever checks it reads.
use super::{
    check::found,
    issue::{answered_for, finisher},
    printed::key_of,
    reissue::stated,
    rows,
};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, CertificateId, CertificateNumber, MemberId};
use serde::{Deserialize, Serialize};

/// A certificate was revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRevoked {
    /// The certificate.
    pub certificate: CertificateId,
    /// Whose it was.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for CertificateRevoked {
    const ACT: &'static str = "certificate.revoke";
}

/// Revokes a certificate that holds.
pub fn revoke(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    number: &CertificateNumber,
    reason: &str,
) -> Result<Done<CertificateRevoked>, Problem> {
    asking.officer.may(Act::IssueCertificates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = found(tx, house, number)?.ok_or(Problem::NotFound)?;
    answered_for(tx, &asking.officer, row.class)?;
    if row.revoked_on.is_some() {
        return Err(Problem::Refused(Code::CertificateRevoked));
    }
    if row.replaced_by.is_some() {
        return Err(Problem::Refused(Code::CertificateReplaced));
    }
    let reason = stated(reason)?;
    let key = key_of(house, &finisher(tx, row.member)?).ok_or(Problem::Refused(Code::Erased))?;
    let reason = key.seal(house.bytes(), row.id.0.as_bytes(), reason.as_bytes());
    let event =
        CertificateRevoked { certificate: row.id, member: row.member, reason: Sealed(reason) };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a revocation.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &CertificateRevoked) -> Result<(), Problem> {
    Ok(rows::revoke(tx, stamp, event.certificate, &event.reason.0)?)
}
