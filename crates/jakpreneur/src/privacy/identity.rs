//! What identifies a person, as one agency recorded it; sealed as one piece.
use super::{PersonKey, Salt, Seal};
use rules::{Date, Email, MemberId, Nik, PersonId, PersonName, Phone, TargetGroup};
use serde::{Deserialize, Serialize};

/// The identity values of a member record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The national identity number.
    pub nik: Nik,
    /// The name as on the card.
    pub name: PersonName,
    /// As stated, or as read from the NIK.
    pub birth_date: Option<Date>,
    /// For calls and messages.
    pub phone: Option<Phone>,
    /// For letters.
    pub email: Option<Email>,
    /// Street, RT and RW as told.
    pub address: Option<String>,
    /// Poverty and disability are specific data (UU 27/2022 art. 4), so the groups are sealed too.
    pub target_groups: Vec<TargetGroup>,
}

/// The short form that is sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    k: String,
    n: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    b: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    p: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    e: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    a: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    g: Vec<TargetGroup>,
}

impl Identity {
    /// Seals it under the person's key, bound to the member record it belongs to.
    pub fn seal(&self, key: &PersonKey, nonce: [u8; 12], member: MemberId) -> Vec<u8> {
        let kept = Kept {
            k: self.nik.digits().to_owned(),
            n: self.name.as_str().to_owned(),
            b: self.birth_date,
            p: self.phone.as_ref().map(|phone| phone.digits().to_owned()),
            e: self.email.as_ref().map(|email| email.as_str().to_owned()),
            a: self.address.clone(),
            g: self.target_groups.clone(),
        };
        let clear = zeroize::Zeroizing::new(serde_json::to_vec(&kept).unwrap_or_default());
        key.seal(nonce, member.0.as_bytes(), &clear)
    }

    /// Opens what [`Identity::seal`] sealed; `None` when the person's key was erased.
    pub fn open(key: &PersonKey, member: MemberId, sealed: &[u8]) -> Option<Self> {
        let clear = key.open(member.0.as_bytes(), sealed)?;
        let kept: Kept = serde_json::from_slice(&clear).ok()?;
        Some(Self {
            nik: Nik::parse(&kept.k).ok()?,
            name: PersonName::parse(&kept.n).ok()?,
            birth_date: kept.b,
            phone: kept.p.and_then(|phone| Phone::parse(&phone).ok()),
            email: kept.e.and_then(|email| Email::parse(&email).ok()),
            address: kept.a,
            target_groups: kept.g,
        })
    }

    /// Opens it with what the rows hold.
    pub fn read(
        seal: &Seal,
        person: PersonId,
        salt: Option<&Salt>,
        member: MemberId,
        sealed: &[u8],
    ) -> Option<Self> {
        Self::open(&seal.person_key(person, salt?), member, sealed)
    }
}
