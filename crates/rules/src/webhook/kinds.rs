//! Which kinds of changes a partner wants to hear of.
use super::Refused;
use std::fmt;

/// How many a subscription may name.
const MOST: usize = 50;
/// The longest word of a kind.
const LONGEST: usize = 60;

/// Words of acts such as `member.register`, or whole families such as `member.*`; none for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kinds(Vec<String>);

impl Kinds {
    /// Reads words parted by spaces, commas or lines.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let parts = raw.split(|c: char| c.is_whitespace() || c == ',');
        let mut kinds: Vec<String> =
            parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
        kinds.sort();
        kinds.dedup();
        if kinds.len() > MOST || !kinds.iter().all(|kind| is_kind(kind)) {
            return Err(Refused::Kind);
        }
        Ok(Self(kinds))
    }

    /// Whether an act is of these kinds.
    pub fn have(&self, act: &str) -> bool {
        let of = |kind: &String| match kind.strip_suffix('*') {
            Some(family) => act.starts_with(family),
            None => act == kind,
        };
        self.0.is_empty() || self.0.iter().any(of)
    }

    /// The words, in order.
    pub fn words(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Kinds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(" "))
    }
}

/// A family, a dot, and an act or a star.
fn is_kind(word: &str) -> bool {
    let Some((family, act)) = word.split_once('.') else { return false };
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'-'))
    };
    word.len() <= LONGEST && plain(family) && (act == "*" || act.split('.').all(plain))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_family_holds_its_acts_and_no_other_family() {
        let kinds = Kinds::parse("member.*, service.void\nmember.*").unwrap();
        assert_eq!(kinds.to_string(), "member.* service.void");
        assert!(kinds.have("member.register") && kinds.have("service.void"));
        assert!(!kinds.have("service.record") && !kinds.have("membership.end"));
    }

    #[test]
    fn no_kind_is_every_kind() {
        assert!(Kinds::parse(" \n").unwrap().have("member.register"));
    }

    #[test]
    fn what_is_no_kind_is_refused() {
        for wrong in ["*", "member", "member.", ".x", "Member.x", "member.x y;", "a.b..c", "a.**"] {
            assert_eq!(Kinds::parse(wrong), Err(Refused::Kind), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_and_read_the_same(raw in "[a-z.* ,_]{0,40}") {
            if let Ok(kinds) = Kinds::parse(&raw) {
                prop_assert_eq!(Kinds::parse(&kinds.to_string()), Ok(kinds));
            }
        }
    }
}
