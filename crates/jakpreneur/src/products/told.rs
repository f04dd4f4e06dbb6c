//! What is told of a product and how its seller is reached, sealed with the person's key.
use crate::{Code, House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// Name and description.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub text: String,
}

/// How buyers reach the seller, as the seller chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "at", rename_all = "snake_case")]
pub enum Contact {
    /// Not at all.
    #[default]
    None,
    /// By a WhatsApp link to this number, as dialled inside Indonesia.
    Whatsapp(String),
    /// By these words.
    Words(String),
}

/// What is told of a listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Where {
    pub address: String,
}

/// The key of whose product it is; refused once erased.
pub(super) fn key(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

/// Seals something, bound to what it is about.
pub(super) fn seal<T: Serialize>(
    house: &House,
    key: &PersonKey,
    about: Uuid,
    told: &T,
) -> Result<Sealed, Problem> {
    let clear = serde_json::to_vec(told).map_err(|error| Problem::Broken(error.to_string()))?;
    let clear = zeroize::Zeroizing::new(clear);
    Ok(Sealed(key.seal(house.bytes(), about.as_bytes(), &clear)))
}

/// Opens it again; none once the key is erased.
pub(super) fn open<T: DeserializeOwned>(
    key: Option<&PersonKey>,
    about: Uuid,
    sealed: &[u8],
) -> Option<T> {
    serde_json::from_slice(&key?.open(about.as_bytes(), sealed)?).ok()
}

impl Contact {
    /// What a browser opens to write to the seller.
    pub fn link(&self) -> Option<String> {
        match self {
            Self::Whatsapp(digits) => {
                Some(format!("https://wa.me/62{}", digits.trim_start_matches('0')))
            }
            Self::None | Self::Words(_) => None,
        }
    }
}
