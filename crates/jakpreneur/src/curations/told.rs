//! What is said of an entry, sealed with the person's key.
use crate::{Code, House, Problem, journal::Sealed, people::MemberRow};
use rules::CurationEntryId;

pub(super) fn seal(
    house: &House,
    row: &MemberRow,
    entry: CurationEntryId,
    said: &str,
) -> Result<Sealed, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(row.keyed_by, salt);
    Ok(Sealed(key.seal(house.bytes(), entry.0.as_bytes(), said.as_bytes())))
}

/// Opens it; empty once the person's key is erased.
pub(super) fn open(
    house: &House,
    row: &MemberRow,
    entry: CurationEntryId,
    sealed: &[u8],
) -> String {
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let clear = key.and_then(|key| key.open(entry.0.as_bytes(), sealed));
    clear.map(|clear| String::from_utf8_lossy(&clear).into_owned()).unwrap_or_default()
}
