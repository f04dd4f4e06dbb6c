//! What is said about a referral, sealed with the person's key.
use crate::{Code, House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey};
use rules::ReferralId;

/// The key of the person a record is of; refused once erased.
pub(super) fn key_of(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

pub(super) fn seal(
    house: &House,
    row: &MemberRow,
    id: ReferralId,
    said: &str,
) -> Result<Sealed, Problem> {
    let key = key_of(house, row)?;
    Ok(Sealed(key.seal(house.bytes(), id.0.as_bytes(), said.as_bytes())))
}

/// Opens it; empty once the person's key is erased.
pub(super) fn open(house: &House, row: &MemberRow, id: ReferralId, sealed: &[u8]) -> String {
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let clear = key.and_then(|key| key.open(id.0.as_bytes(), sealed));
    clear.map(|clear| String::from_utf8_lossy(&clear).into_owned()).unwrap_or_default()
}
