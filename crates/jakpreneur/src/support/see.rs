//! One support of a member within scope, with the files that prove it.
use super::{EvidenceRow, SupportRow, Told, rows};
use crate::{
    Code, House, Problem,
    people::{self, MemberRow},
    staff::{Officer, Scope},
};
use db::Tx;
use rules::{Act, MemberId, SupportId};

/// A support as whoever may open the member's file reads it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The support.
    pub row: SupportRow,
    /// What exactly; empty once the person is erased.
    pub told: Told,
    /// Why it was taken back; empty where it was not.
    pub reason: String,
    /// The files that prove it.
    pub evidence: Vec<EvidenceRow>,
}

/// A support, also one that was taken back.
pub(super) fn found(
    tx: &mut Tx<'_>,
    scope: &Scope,
    support: SupportId,
) -> Result<(SupportRow, MemberRow), Problem> {
    let row = rows::support(tx, support)?.ok_or(Problem::NotFound)?;
    let member = people::record(tx, scope, row.member)?.ok_or(Problem::NotFound)?;
    Ok((row, member))
}

/// A support that was not taken back.
pub(super) fn standing(
    tx: &mut Tx<'_>,
    scope: &Scope,
    support: SupportId,
) -> Result<(SupportRow, MemberRow), Problem> {
    let found = found(tx, scope, support)?;
    if found.0.voided_at_position.is_some() {
        return Err(Problem::Refused(Code::AlreadyVoided));
    }
    Ok(found)
}

/// Everything a member within scope got, the oldest first, also what was taken back.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    member: MemberId,
) -> Result<Vec<Seen>, Problem> {
    officer.may(Act::OpenFile)?;
    let of = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    let key = of.salt.map(|salt| house.seal.person_key(of.keyed_by, &salt));
    let mut seen = Vec::new();
    for row in rows::of_member(tx, member)? {
        let told = key.as_ref().and_then(|key| Told::open(key, row.id, &row.details));
        let said = key.as_ref().zip(row.void_reason.as_ref());
        let said = said.and_then(|(key, sealed)| key.open(row.id.0.as_bytes(), sealed));
        let reason = said.map(|clear| String::from_utf8_lossy(&clear).into_owned());
        let (told, reason) = (told.unwrap_or_default(), reason.unwrap_or_default());
        seen.push(Seen { told, reason, evidence: rows::evidence(tx, row.id)?, row });
    }
    Ok(seen)
}

/// The files that prove a support of a member within scope.
pub fn evidence_of(
    tx: &mut Tx<'_>,
    officer: &Officer,
    support: SupportId,
) -> Result<Vec<EvidenceRow>, Problem> {
    officer.may(Act::OpenFile)?;
    found(tx, &officer.scope, support)?;
    Ok(rows::evidence(tx, support)?)
}
