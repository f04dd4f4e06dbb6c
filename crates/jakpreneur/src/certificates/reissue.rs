//! Issuing a certificate again, with a reason: a new number, and the old one says what took its place.
use super::{
    Signing,
    check::found,
    issue::{Issued, Press, answered_for, finisher},
    printed::key_of,
    rows,
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, CertificateId, CertificateNumber, ClassId};
use serde::{Deserialize, Serialize};

/// A certificate was issued in the place of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateReissued {
    /// The class.
    pub class: ClassId,
    /// The certificate that no longer holds.
    pub replaces: CertificateId,
    /// Why, sealed.
    pub reason: Sealed,
    /// The certificate in its place.
    pub issued: Issued,
}

impl Event for CertificateReissued {
    const ACT: &'static str = "certificate.reissue";
}

/// Issues a certificate again with what is known now of the person and the class.
pub fn reissue(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    number: &CertificateNumber,
    signing: &Signing,
    reason: &str,
) -> Result<Done<CertificateReissued>, Problem> {
    asking.officer.may(Act::IssueCertificates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let old = found(tx, house, number)?.ok_or(Problem::NotFound)?;
    let class = answered_for(tx, &asking.officer, old.class)?;
    if old.replaced_by.is_some() {
        return Err(Problem::Refused(Code::CertificateReplaced));
    }
    let reason = stated(reason)?;
    let row = finisher(tx, old.member)?;
    let erased = || Problem::Refused(Code::Erased);
    let known = row.identity(&house.seal).ok_or_else(erased)?;
    let key = key_of(house, &row).ok_or_else(erased)?;
    let mut press = Press::ready(tx, house, &class, signing, asking.at.date())?;
    let issued = press.issue(&row, known.name.as_str())?;
    let reason = key.seal(house.bytes(), issued.certificate.0.as_bytes(), reason.as_bytes());
    let event =
        CertificateReissued { class: class.id, replaces: old.id, reason: Sealed(reason), issued };
    let done = journal::record(tx, asking, Some(old.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The longest reason kept.
const LONGEST: usize = 500;

/// A reason that says something.
pub(super) fn stated(reason: &str) -> Result<&str, Problem> {
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    match reason.trim() {
        "" => wrong(Code::Reason),
        long if long.chars().count() > LONGEST => wrong(Code::Long),
        stated => Ok(stated),
    }
}

/// The rows of a certificate in another's place.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &CertificateReissued) -> Result<(), Problem> {
    let replaces = Some((event.replaces, event.reason.0.as_slice()));
    rows::add(tx, stamp, event.class, &event.issued, replaces)?;
    Ok(rows::replace(tx, event.replaces, event.issued.certificate)?)
}
