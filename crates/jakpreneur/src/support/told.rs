//! What is said of a support, sealed with the person's key.
use crate::{Code, House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey};
use rules::SupportId;
use serde::{Deserialize, Serialize};

/// What was given, in the officer's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What exactly: `25 kg tepung terigu`.
    pub what: String,
}

/// The key of the person a record is of; refused once erased.
pub(super) fn key_of(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

impl Told {
    pub(super) fn seal(
        &self,
        house: &House,
        key: &PersonKey,
        support: SupportId,
    ) -> Result<Sealed, Problem> {
        let clear = serde_json::to_vec(self).map_err(|error| Problem::Broken(error.to_string()))?;
        let clear = zeroize::Zeroizing::new(clear);
        Ok(Sealed(key.seal(house.bytes(), support.0.as_bytes(), &clear)))
    }

    /// Opens it; none once the person's key is erased.
    pub fn open(key: &PersonKey, support: SupportId, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&key.open(support.0.as_bytes(), sealed)?).ok()
    }
}
