//! What is told of a business: finance of a person, so it is sealed wherever it is kept.
use crate::{House, privacy::PersonKey};
use rules::{MemberId, Rupiah, growth::Workers};
use serde::{Deserialize, Serialize};

/// Amounts and workers of a month; what was not told is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Sales of the month.
    pub turnover: Option<Rupiah>,
    /// Capital without land and building.
    pub assets: Option<Rupiah>,
    /// Women paid and unpaid, men paid and unpaid.
    workers: Option<[u32; 4]>,
    /// Why an earlier telling is corrected; empty where none is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Told {
    /// What was told.
    pub fn new(
        turnover: Option<Rupiah>,
        assets: Option<Rupiah>,
        workers: Option<Workers>,
        reason: String,
    ) -> Self {
        let workers =
            workers.map(|of| [of.women_paid, of.women_unpaid, of.men_paid, of.men_unpaid]);
        Self { turnover, assets, workers, reason }
    }

    /// Who works there.
    pub fn workers(&self) -> Option<Workers> {
        let [women_paid, women_unpaid, men_paid, men_unpaid] = self.workers?;
        Some(Workers { women_paid, women_unpaid, men_paid, men_unpaid })
    }

    /// Seals it with the key of whoever it is of.
    pub(crate) fn seal(&self, house: &House, key: &PersonKey, member: MemberId) -> Vec<u8> {
        let clear = zeroize::Zeroizing::new(serde_json::to_vec(self).unwrap_or_default());
        key.seal(house.bytes(), member.0.as_bytes(), &clear)
    }

    /// Opens it; none once the person's key is erased.
    pub fn open(key: &PersonKey, member: MemberId, sealed: &[u8]) -> Option<Self> {
        serde_json::from_slice(&key.open(member.0.as_bytes(), sealed)?).ok()
    }
}
