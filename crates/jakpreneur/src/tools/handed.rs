//! What a handover is of, and what its record says of people: that part is sealed.
use crate::{House, privacy::PersonKey};
use rules::ToolGrantId;
use serde::{Deserialize, Serialize};

/// Some tools of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// How many.
    pub quantity: u32,
    /// Counted in what: `unit`, `buah`, `set`.
    pub unit: String,
}

/// Who handed over to whom, and by which permit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// Who received, as named then.
    pub receiver: String,
    /// The number of the permit; empty where the licensing stage stood for it.
    pub permit: String,
    /// Who handed over.
    pub giver: String,
    /// As what.
    pub giver_position: String,
}

impl Handed {
    pub(super) fn seal(&self, house: &House, key: &PersonKey, grant: ToolGrantId) -> Vec<u8> {
        let clear = zeroize::Zeroizing::new(serde_json::to_vec(self).unwrap_or_default());
        key.seal(house.bytes(), grant.0.as_bytes(), &clear)
    }

    /// Opens it; none once the person's key is erased.
    pub fn open(key: &PersonKey, grant: ToolGrantId, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&key.open(grant.0.as_bytes(), sealed)?).ok()
    }
}
