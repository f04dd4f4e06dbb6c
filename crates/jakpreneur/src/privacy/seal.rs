//! The keys: one master, from which the look-up hashes and each person's own key come.
use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use rules::{
    CertificateId, CheckCode, ClassId, CurationEntryId, MemberId, Nik, PersonId, Phone, Shard,
    SignInCode,
};
use sha2::Sha256;
use zeroize::Zeroizing;

type Keyed = Hmac<Sha256>;

/// A keyed hash of an identity value; useless without the key.
pub type Hash = [u8; 16];
/// What makes a person's key their own; erased, their values can never be read again.
pub type Salt = [u8; 16];

/// Seals identity values and makes the hashes they are found by.
#[derive(Clone)]
pub struct Seal {
    look_up: Keyed,
    shards: Keyed,
    people: Keyed,
    own: Zeroizing<[u8; 32]>,
    fingerprint: String,
}

/// The key of one person.
pub struct PersonKey(ChaCha20Poly1305);

impl Seal {
    /// From the 32 bytes of the key file.
    pub fn new(master: &[u8; 32]) -> Self {
        let derived = |purpose: &[u8]| {
            let mut mac = keyed(master);
            mac.update(purpose);
            Zeroizing::new(<[u8; 32]>::from(mac.finalize().into_bytes()))
        };
        let fingerprint = derived(b"fingerprint");
        Self {
            look_up: keyed(&derived(b"look up")),
            shards: keyed(&derived(b"shards")),
            people: keyed(&derived(b"people")),
            own: derived(b"own"),
            fingerprint: super::keyfile::hex(&fingerprint[..8]),
        }
    }

    /// Tells one key from another without telling the key.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// By which a NIK is found.
    pub fn nik_hash(&self, nik: &Nik) -> Hash {
        self.hash(b"nik", nik.digits().as_bytes())
    }

    /// By which a phone number is found.
    pub fn phone_hash(&self, phone: &Phone) -> Hash {
        self.hash(b"phone", phone.digits().as_bytes())
    }

    /// By which sign-in failures of a name are counted, without keeping mistyped names.
    pub fn name_hash(&self, name: &str) -> Hash {
        self.hash(b"account", name.as_bytes())
    }

    /// What is kept of a code that a member signs in with; it fits that member alone.
    pub fn sign_in_code_hash(&self, member: MemberId, code: &SignInCode) -> Hash {
        let told = [member.0.as_bytes().as_slice(), code.digits().as_bytes()].concat();
        self.hash(b"sign-in code", &told)
    }

    /// The letters at the end of a certificate's number.
    pub fn certificate_code(&self, certificate: CertificateId) -> CheckCode {
        CheckCode::of(self.hash(b"certificate", certificate.0.as_bytes()))
    }

    /// Who is counted in released reports, by where the person's earliest record in scope was registered.
    pub fn released_person(&self, registered_at: u32) -> Hash {
        self.hash(b"released person", &registered_at.to_be_bytes())
    }

    /// The letters at the end of the number of a curation's certificate.
    pub fn curation_code(&self, entry: CurationEntryId) -> CheckCode {
        CheckCode::of(self.hash(b"curation", entry.0.as_bytes()))
    }

    /// The letters at the end of a member card's code.
    pub fn card_code(&self, member: MemberId) -> CheckCode {
        CheckCode::of(self.hash(b"card", member.0.as_bytes()))
    }

    /// Tells whether a printed list of a session is still that of the same people in the same order.
    pub fn list_code(&self, class: ClassId, session: i16, listed: &[MemberId]) -> CheckCode {
        let mut all = [class.0.as_bytes().as_slice(), &session.to_be_bytes()].concat();
        all.extend(listed.iter().flat_map(|member| member.0.into_bytes()));
        CheckCode::of(self.hash(b"list", &all))
    }

    /// Where a person's rows live, from the NIK as first known.
    pub fn shard(&self, nik: &Nik) -> Shard {
        let mut mac = self.shards.clone();
        mac.update(nik.digits().as_bytes());
        let bytes = mac.finalize().into_bytes();
        let twelve_bits = u16::from_be_bytes([bytes[0], bytes[1]]) >> 4;
        Shard::new(twelve_bits).unwrap_or_default()
    }

    /// The key of one person.
    pub fn person_key(&self, person: PersonId, salt: &Salt) -> PersonKey {
        let mut mac = self.people.clone();
        mac.update(person.0.as_bytes());
        mac.update(salt);
        PersonKey(ChaCha20Poly1305::new(&mac.finalize().into_bytes()))
    }

    /// The key for what belongs to the installation and to no person: an uploaded file.
    pub fn own_key(&self) -> PersonKey {
        PersonKey(ChaCha20Poly1305::new(&(*self.own).into()))
    }

    fn hash(&self, kind: &[u8], value: &[u8]) -> Hash {
        let mut mac = self.look_up.clone();
        mac.update(kind);
        mac.update(&[0]);
        mac.update(value);
        let mut hash = Hash::default();
        hash.copy_from_slice(&mac.finalize().into_bytes()[..16]);
        hash
    }
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn keyed(key: &[u8; 32]) -> Keyed {
    <Keyed as hmac::KeyInit>::new_from_slice(key).expect("a key of 32 bytes")
}

impl PersonKey {
    /// Seals `clear`, bound to what it is (`about`), under a nonce that must never repeat.
    pub fn seal(&self, nonce: [u8; 12], about: &[u8], clear: &[u8]) -> Vec<u8> {
        let payload = Payload { msg: clear, aad: about };
        let sealed = self.0.encrypt(&nonce.into(), payload).unwrap_or_default();
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what was sealed about the same thing; `None` when it was tampered with or the key is another.
    pub fn open(&self, about: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(12)?;
        let nonce: [u8; 12] = nonce.try_into().ok()?;
        let clear = self.0.decrypt(&nonce.into(), Payload { msg: sealed, aad: about }).ok()?;
        Some(Zeroizing::new(clear))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_is_sealed_for_one_person_opens_for_no_other() {
        let seal = Seal::new(&[7; 32]);
        let (one, other) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let sealed = seal.person_key(one, &[1; 16]).seal([9; 12], b"identity", b"rahasia");
        let open = |person, salt: &Salt| seal.person_key(person, salt).open(b"identity", &sealed);
        assert_eq!(open(one, &[1; 16]).expect("opens").as_slice(), b"rahasia");
        assert!(open(other, &[1; 16]).is_none());
        assert!(open(one, &[2; 16]).is_none(), "a new salt is a lost key");
        assert!(seal.person_key(one, &[1; 16]).open(b"note", &sealed).is_none());
    }

    #[test]
    fn another_key_finds_nothing() {
        let nik = Nik::parse("3173055506900003").expect("a NIK");
        assert_ne!(Seal::new(&[1; 32]).nik_hash(&nik), Seal::new(&[2; 32]).nik_hash(&nik));
        assert_ne!(Seal::new(&[1; 32]).fingerprint(), Seal::new(&[2; 32]).fingerprint());
    }
}
