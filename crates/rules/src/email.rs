//! An e-mail address: sane enough to try, since only a letter that arrives proves it.

use std::fmt;

/// The longest address that mail carries.
const LONGEST: usize = 254;

/// Why an address cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// More than 254 characters.
    #[error("long")]
    Long,
    /// Not of the form `name@place.tld`.
    #[error("format")]
    Format,
}

/// An address in lower case; its debug form is masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(Box<str>);

impl Email {
    /// Reads an address as typed.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let address = raw.trim().to_lowercase();
        if address.is_empty() {
            return Err(Refused::Empty);
        }
        if address.len() > LONGEST {
            return Err(Refused::Long);
        }
        if sane(&address) { Ok(Self(address.into())) } else { Err(Refused::Format) }
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `s•••@contoh.id`, the form of lists and logs.
    pub fn masked(&self) -> String {
        let (name, place) = self.0.split_once('@').unwrap_or_default();
        let first = name.chars().next().unwrap_or('•');
        format!("{first}•••@{place}")
    }
}

fn sane(address: &str) -> bool {
    let Some((name, place)) = address.split_once('@') else { return false };
    let plain = |c: char| {
        c.is_ascii_graphic()
            && !matches!(c, '"' | '(' | ')' | ',' | ':' | ';' | '<' | '>' | '@' | '[' | '\\' | ']')
    };
    let tidy = |part: &str| part.split('.').all(|label| !label.is_empty());
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    name.chars().all(plain)
        && tidy(name)
        && place.chars().all(host)
        && tidy(place)
        && place.contains('.')
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Email({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case_and_prints_masked() {
        let email = Email::parse(" Usaha.Contoh@Contoh.ID ").unwrap();
        assert_eq!(email.as_str(), "usaha.contoh@contoh.id");
        assert_eq!(format!("{email:?}"), "Email(u•••@contoh.id)");
    }

    #[test]
    fn what_no_letter_reaches_is_refused() {
        for raw in [
            "a",
            "@b.id",
            "a@",
            "a@b",
            "a@b..id",
            "a@.id",
            "a@b.id.",
            "a b@c.id",
            "a@@b.id",
            "a@b.id\n@",
            ".a@b.id",
            "a,b@c.id",
        ] {
            assert_eq!(Email::parse(raw), Err(Refused::Format), "{raw}");
        }
        assert_eq!(Email::parse("  "), Err(Refused::Empty));
    }

    #[test]
    fn an_address_has_at_most_254_characters() {
        let longest = format!("{}@{}.id", "a".repeat(64), "b".repeat(186));
        assert_eq!(longest.len(), 254);
        assert!(Email::parse(&longest).is_ok());
        assert_eq!(Email::parse(&format!("a{longest}")), Err(Refused::Long));
    }
}
