//! What is written on a permit and said of it; sealed with the person's key.
use crate::{Code, House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey};
use rules::{Date, LicenceId, licensing::LicenceKind};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What is written on a permit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Its number in its one spelling; empty while there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// A sentence of the officer's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What was said at a step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Why, or what was noted.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What a correction replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
}

/// What a permit said before it was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// Its kind.
    pub kind: LicenceKind,
    /// Its number.
    pub number: String,
    /// Who issues it.
    pub issuer: String,
    /// Asked for.
    pub requested_on: Option<Date>,
    /// Issued.
    pub issued_on: Option<Date>,
    /// The last day it is good.
    pub expires_on: Option<Date>,
}

/// The key of the person a record is of; refused once erased.
pub(super) fn key_of(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

/// Seals something of a permit.
pub(super) fn seal<T: Serialize>(
    house: &House,
    key: &PersonKey,
    licence: LicenceId,
    clear: &T,
) -> Result<Sealed, Problem> {
    let clear = serde_json::to_vec(clear).map_err(|error| Problem::Broken(error.to_string()))?;
    let clear = zeroize::Zeroizing::new(clear);
    Ok(Sealed(key.seal(house.bytes(), licence.0.as_bytes(), &clear)))
}

/// Opens it again; none once the person's key is erased.
pub fn opened<T: DeserializeOwned>(
    key: Option<&PersonKey>,
    licence: LicenceId,
    sealed: &[u8],
) -> Option<T> {
    serde_json::from_slice(&key?.open(licence.0.as_bytes(), sealed)?).ok()
}
