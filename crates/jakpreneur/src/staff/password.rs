//! Passwords: what is good enough, and the hash that is kept of one.
use crate::{App, Code, Problem};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use std::fmt;
use zeroize::Zeroizing;

/// The fewest characters.
const SHORTEST: usize = 10;
/// The most; a longer one is a mistake, and costs time to hash.
const LONGEST: usize = 200;

/// The commonest of those that are long enough; capitals do not make them better.
const COMMONEST: &[&str] = &[
    "1234567890",
    "0123456789",
    "0987654321",
    "1234567891",
    "12345678910",
    "1111111111",
    "0000000000",
    "1212121212",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty1234",
    "qwerty12345",
    "qwerty123456",
    "qwertyuiop123",
    "asdfghjkl123",
    "abcdefghij",
    "abcdef12345",
    "abcd123456",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "p@ssw0rd123",
    "iloveyou12",
    "iloveyou123",
    "welcome123",
    "welcome1234",
    "letmein123",
    "administrator",
    "admin12345",
    "admin123456",
    "admin@1234",
    "rahasia123",
    "rahasia1234",
    "katasandi1",
    "katasandi123",
    "indonesia1",
    "indonesia123",
    "indonesia45",
    "bismillah1",
    "bismillah123",
    "jakarta123",
    "jakarta1234",
    "jakarta2024",
    "jakarta2025",
    "jakarta2026",
    "jakpreneur",
    "jakpreneur1",
    "jakpreneur123",
    "sayangku123",
    "anakku12345",
    "merdeka1945",
    "pancasila1",
];

/// A password that is good enough.
pub struct Password(Zeroizing<String>);

impl Password {
    /// At least ten characters, not the account's name and not one of the commonest.
    pub fn parse(raw: &str, name: &str) -> Result<Self, Code> {
        let lower = Zeroizing::new(raw.to_lowercase());
        match raw.chars().count() {
            0 => Err(Code::Empty),
            length if length > LONGEST => Err(Code::Long),
            length if length < SHORTEST => Err(Code::Password),
            _ if lower.trim() == name || COMMONEST.contains(&lower.as_str()) => Err(Code::Password),
            _ => Ok(Self(Zeroizing::new(raw.to_owned()))),
        }
    }

    /// The hash to keep. Blocks for as long as the cost says.
    pub fn hash(&self, cost: Cost, salt: [u8; 16]) -> Result<Hashed, Problem> {
        let hash = cost.argon2()?.hash_password_with_salt(self.0.as_bytes(), &salt);
        hash.map(|hash| Hashed(hash.to_string())).map_err(|_| broken())
    }

    /// The same beside the requests, a few at once.
    pub async fn hash_beside(&self, app: &App, cost: Cost) -> Result<Hashed, Problem> {
        let _turn = app.house.gate.turn().await?;
        let (own, salt) = (Self(self.0.clone()), app.house.bytes());
        app.blocking(move || own.hash(cost, salt)).await
    }
}

/// What one try costs whoever tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Cost {
    /// What OWASP asks of Argon2id at least.
    pub const STANDARD: Self = Self { memory: 19_456, passes: 2 };

    fn argon2(self) -> Result<Argon2<'static>, Problem> {
        let params = Params::new(self.memory, self.passes, 1, None).map_err(|_| broken())?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// A password's hash with its salt and cost, in the PHC format.
#[derive(Clone)]
pub struct Hashed(pub(super) String);

impl Hashed {
    /// Nobody's password: whoever has no account waits as long as the others.
    pub(super) fn nobodys() -> Self {
        Self(
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCE$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                .to_owned(),
        )
    }

    /// Whether this is the password. Blocks for as long as the cost says.
    pub(super) fn fits(&self, password: &str) -> bool {
        Argon2::default().verify_password(password.as_bytes(), self.0.as_str()).is_ok()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(hidden)")
    }
}

impl fmt::Debug for Hashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hashed(hidden)")
    }
}

fn broken() -> Problem {
    Problem::Broken("a password could not be hashed".to_owned())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;
    use argon2::password_hash::phc::PasswordHash;

    const CHEAP: Cost = Cost { memory: 64, passes: 1 };

    #[test]
    fn a_password_is_long_enough_and_neither_the_name_nor_common() {
        let refused = |raw: &str| Password::parse(raw, "kebonjeruk.counter").err();
        assert_eq!(refused("tujuh kucing"), None);
        assert_eq!(refused("pendek 9."), Some(Code::Password));
        assert_eq!(refused("KebonJeruk.counter"), Some(Code::Password));
        assert_eq!(refused("Jakarta123"), Some(Code::Password));
        assert_eq!(refused(""), Some(Code::Empty));
        assert_eq!(refused(&"a".repeat(201)), Some(Code::Long));
    }

    #[test]
    fn every_listed_password_would_be_long_enough() {
        assert!(COMMONEST.iter().all(|common| common.chars().count() >= SHORTEST));
        assert!(COMMONEST.iter().all(|common| common.to_lowercase() == **common));
    }

    #[test]
    fn only_the_password_fits_its_hash() {
        let password = Password::parse("tujuh kucing", "rani").expect("good enough");
        let hash = password.hash(CHEAP, [3; 16]).expect("hashes");
        assert!(hash.fits("tujuh kucing"));
        assert!(!hash.fits("tujuh kucinG"));
        assert!(hash.0.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    }

    #[test]
    fn nobodys_password_costs_as_much_as_anybodys_and_nothing_fits_it() {
        let nobodys = Hashed::nobodys();
        let kept = PasswordHash::new(&nobodys.0).expect("a hash");
        let params = Params::try_from(&kept).expect("its cost");
        let cost = Cost { memory: params.m_cost(), passes: params.t_cost() };
        assert_eq!((cost, params.p_cost()), (Cost::STANDARD, 1));
        assert!(!nobodys.fits(""));
    }
}
