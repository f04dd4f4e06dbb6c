//! What a browser or a program shows to be known again: 32 random bytes, of which we keep a digest only.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// What is kept of a secret.
pub(crate) type Digest = [u8; 32];

/// What a secret is for; the same bytes do not serve for another use.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Use {
    /// A session's cookie.
    Session,
    /// An API token.
    Token,
    /// The cookie of a member's session.
    Member,
    /// What our own pages' forms carry.
    Form,
}

impl Use {
    fn word(self) -> &'static [u8] {
        match self {
            Self::Session => b"session",
            Self::Token => b"token",
            Self::Member => b"member",
            Self::Form => b"form",
        }
    }
}

/// The secret itself.
pub(crate) struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// From random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads what [`Secret::text`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
        Some(Self::new(bytes.as_slice().try_into().ok()?))
    }

    /// 43 characters of base64url.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.as_slice())
    }

    /// What is kept of it; the secret cannot be found from it.
    pub fn digest(&self, purpose: Use) -> Digest {
        let mut digest = Sha256::new();
        digest.update(purpose.word());
        digest.update([0]);
        digest.update(self.0.as_slice());
        digest.finalize().into()
    }

    /// What our own pages' forms carry, so that another site cannot send one.
    pub fn form_word(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.digest(Use::Form))
    }
}

/// Whether two words are the same; digests are compared, so the time taken tells nothing of the words.
pub(super) fn same(one: &str, other: &str) -> bool {
    Sha256::digest(one.as_bytes()) == Sha256::digest(other.as_bytes())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::expect_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn a_secret_is_read_again_and_keeps_another_digest_for_each_use() {
        let secret = Secret::new([7; 32]);
        assert_eq!(secret.text().len(), 43);
        let again = Secret::parse(&secret.text()).expect("reads");
        assert_eq!(again.digest(Use::Session), secret.digest(Use::Session));
        assert_ne!(secret.digest(Use::Session), secret.digest(Use::Token));
        assert!(Secret::parse("short").is_none());
    }
}
