//! The rows behind certificates. Whoever asks for one has its number, or a class or member within scope.
use super::Issued;
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::{CertificateId, CertificateNumber, ClassId, Date, MemberId, PersonId};

/// A certificate as kept; what was printed is sealed.
#[derive(Clone, Debug)]
pub struct CertificateRow {
    /// The certificate.
    pub id: CertificateId,
    /// Which class it is for.
    pub class: ClassId,
    /// Who finished.
    pub member: MemberId,
    /// The person whose key seals it.
    pub keyed_by: PersonId,
    /// The number.
    pub number: String,
    /// What was printed, sealed.
    pub printed: Vec<u8>,
    /// The day of issue.
    pub issued_on: Date,
    /// The one it took the place of.
    pub replaces: Option<CertificateId>,
    /// Why, sealed.
    pub reason: Option<Vec<u8>>,
    /// The one that took its place.
    pub replaced_by: Option<CertificateId>,
    /// The day it was revoked.
    pub revoked_on: Option<Date>,
    /// Why, sealed.
    pub revoke_reason: Option<Vec<u8>>,
}

sql!(
    LAST_SEQUENCE = "
    select sequence from certificate_number where unit = $1 and year = $2
    order by sequence desc limit 1"
);
/// The last number a unit gave in a year; numbers begin at one.
pub(super) fn last_sequence(tx: &mut Tx<'_>, unit: &str, year: i16) -> Result<u32> {
    let found: Option<(i64,)> = tx.maybe(LAST_SEQUENCE, (unit, year))?;
    Ok(found.map_or(0, |(last,)| u32::try_from(last).unwrap_or(u32::MAX)))
}

sql!(
    ADD_NUMBER = "
    insert into certificate_number (unit, year, sequence, number, shard, certificate_id)
    values ($1, $2, $3, $4, $5, $6)"
);
sql!(
    ADD = "
    insert into certificate (shard, id, class_id, member_id, keyed_by, number, printed, issued_on, position,
        replaces, reason)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
);
/// A certificate that was issued, perhaps in the place of another.
pub(super) fn add(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    class: ClassId,
    new: &Issued,
    replaces: Option<(CertificateId, &[u8])>,
) -> Result<()> {
    let shard = new.certificate.shard();
    let (number, unit) = (new.number.to_string(), new.number.unit());
    let sequence = i64::from(new.number.sequence);
    let row = (unit.as_str(), new.number.year, sequence, number.as_str(), shard, new.certificate);
    tx.run(ADD_NUMBER, row)?;
    let (old, reason) = replaces.unzip();
    let row = (
        shard,
        new.certificate,
        class,
        new.member,
        new.keyed_by,
        number.as_str(),
        new.printed.0.as_slice(),
        stamp.at.date(),
        stamp.position,
        old,
        reason.map(<[u8]>::to_vec),
    );
    tx.run(ADD, row).map(drop)
}

sql!(REPLACE = "update certificate set replaced_by = $1 where shard = $2 and id = $3");
/// Another took a certificate's place.
pub(super) fn replace(tx: &mut Tx<'_>, old: CertificateId, new: CertificateId) -> Result<()> {
    tx.run(REPLACE, (new, old.shard(), old)).map(drop)
}

sql!(
    REVOKE = "
    update certificate set revoked_at_position = $1, revoked_on = $2, revoke_reason = $3
    where shard = $4 and id = $5"
);
/// A certificate was revoked.
pub(super) fn revoke(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    certificate: CertificateId,
    reason: &[u8],
) -> Result<()> {
    let (shard, on) = (certificate.shard(), stamp.at.date());
    tx.run(REVOKE, (stamp.position, on, reason, shard, certificate)).map(drop)
}

type Row = (
    CertificateId,
    ClassId,
    MemberId,
    PersonId,
    String,
    Vec<u8>,
    Date,
    Option<CertificateId>,
    Option<Vec<u8>>,
    Option<CertificateId>,
    Option<Date>,
    Option<Vec<u8>>,
);

fn row(row: Row) -> CertificateRow {
    CertificateRow {
        id: row.0,
        class: row.1,
        member: row.2,
        keyed_by: row.3,
        number: row.4,
        printed: row.5,
        issued_on: row.6,
        replaces: row.7,
        reason: row.8,
        replaced_by: row.9,
        revoked_on: row.10,
        revoke_reason: row.11,
    }
}

sql!(
    CERTIFICATE = "
    select id, class_id, member_id, keyed_by, number, printed, issued_on, replaces, reason, replaced_by,
        revoked_on, revoke_reason
    from certificate where shard = $1 and id = $2"
);
/// A certificate that the caller came to by another, by its number, or looks at within scope next.
pub(super) fn certificate(tx: &mut Tx<'_>, id: CertificateId) -> Result<Option<CertificateRow>> {
    Ok(tx.maybe(CERTIFICATE, (id.shard(), id))?.map(row))
}

sql!(
    NUMBERED = "
    select certificate_id from certificate_number where unit = $1 and year = $2 and sequence = $3"
);
/// The certificate at a place in a unit's year, whatever letters were asked with.
pub(super) fn numbered(
    tx: &mut Tx<'_>,
    number: &CertificateNumber,
) -> Result<Option<CertificateId>> {
    let place = (number.unit(), number.year, i64::from(number.sequence));
    Ok(tx.maybe(NUMBERED, place)?.map(|(certificate,)| certificate))
}

sql!(
    OF_CLASS = "
    select id, class_id, member_id, keyed_by, number, printed, issued_on, replaces, reason, replaced_by,
        revoked_on, revoke_reason
    from certificate where class_id = $1 order by position, number"
);
/// Every certificate of a class that the caller was let to see.
pub fn of_class(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<CertificateRow>> {
    Ok(tx.all::<Row>(OF_CLASS, (class,))?.into_iter().map(row).collect())
}

sql!(
    OF_MEMBER = "
    select id, class_id, member_id, keyed_by, number, printed, issued_on, replaces, reason, replaced_by,
        revoked_on, revoke_reason
    from certificate where shard = $1 and member_id = $2 order by position"
);
/// Every certificate of a member whom the caller was let to see.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<CertificateRow>> {
    Ok(tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect())
}

sql!(FINISHERS = "select member_id from class_finisher where class_id = $1 order by member_id");
/// Who finished a class that the caller was let to see.
pub(super) fn finishers(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<MemberId>> {
    Ok(tx.all(FINISHERS, (class,))?.into_iter().map(|(member,)| member).collect())
}

sql!(
    PRESENT = "
    select count(distinct member_id) from attendance where class_id = $1 and mark = 'present'"
);
/// How many persons were at one session at least, of a class that the caller was let to see.
pub(super) fn present(tx: &mut Tx<'_>, class: ClassId) -> Result<u64> {
    let found: Option<(i64,)> = tx.maybe(PRESENT, (class,))?;
    Ok(found.map_or(0, |(present,)| present.unsigned_abs()))
}

impl CertificateRow {
    /// Whether it holds: neither revoked nor replaced.
    pub fn holds(&self) -> bool {
        self.revoked_on.is_none() && self.replaced_by.is_none()
    }
}
