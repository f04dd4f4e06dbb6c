//! What an entry tells beside its day and kind: finance of a person, so it is sealed wherever it is kept.
use crate::{House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey};
use rules::{Rupiah, books::Purse};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Amount, purse and what was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Whole rupiah, above zero.
    pub amount: Rupiah,
    /// Where the money is; cash where no money moves.
    pub purse: Purse,
    /// A few words; of a correction its reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The key of whoever keeps these books; refuses who was erased.
pub(super) fn key(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(crate::Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

/// Seals something, bound to the member it is about.
pub(super) fn seal<T: Serialize>(
    house: &House,
    row: &MemberRow,
    told: &T,
) -> Result<Sealed, Problem> {
    let clear = serde_json::to_vec(told).map_err(|error| Problem::Broken(error.to_string()))?;
    let clear = zeroize::Zeroizing::new(clear);
    Ok(Sealed(key(house, row)?.seal(house.bytes(), row.id.0.as_bytes(), &clear)))
}

/// Opens it again; none where it was changed.
pub(super) fn open<T: DeserializeOwned>(
    key: &PersonKey,
    row: &MemberRow,
    sealed: &[u8],
) -> Option<T> {
    serde_json::from_slice(&key.open(row.id.0.as_bytes(), sealed)?).ok()
}
