//! A person's name, as on the KTP, and its folded form for searching and comparing.

mod fold;

pub use crate::similarity::similar;

pub use fold::fold;
use std::fmt;

/// The most characters a name may have.
const LONGEST: usize = 150;

/// Why a name cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing was written.
    #[error("empty")]
    Empty,
    /// So many characters are more than 150.
    #[error("long")]
    Long(usize),
    /// Something that cannot be printed.
    #[error("characters")]
    Characters,
    /// No letter at all.
    #[error("no-letter")]
    NoLetter,
}

/// A name of 1 to 150 characters, one space between words; its debug form is masked.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonName(Box<str>);

impl PersonName {
    /// Reads a name as typed; spaces around it and doubled ones do not count.
    pub fn parse(raw: &str) -> Result<Self, Refused> {
        let name = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = name.chars().count();
        if length == 0 {
            return Err(Refused::Empty);
        }
        if length > LONGEST {
            return Err(Refused::Long(length - LONGEST));
        }
        if name.chars().any(char::is_control) {
            return Err(Refused::Characters);
        }
        if name.chars().any(char::is_alphabetic) {
            Ok(Self(name.into()))
        } else {
            Err(Refused::NoLetter)
        }
    }

    /// The name as it is shown on the open file.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Lower case, without diacritics and punctuation, one space between words.
    pub fn folded(&self) -> String {
        fold(&self.0)
    }

    /// `S••• R••••••`: the first letter of every word.
    pub fn masked(&self) -> String {
        self.0.split(' ').map(masked).collect::<Vec<_>>().join(" ")
    }
}

fn masked(word: &str) -> String {
    word.chars().enumerate().map(|(i, c)| if i == 0 { c } else { '•' }).collect()
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonName({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaces_around_and_between_words_do_not_count() {
        assert_eq!(
            PersonName::parse("  Siti \t Rahmawati\u{a0}").unwrap().as_str(),
            "Siti Rahmawati"
        );
    }

    #[test]
    fn a_masked_name_keeps_the_first_letter_of_every_word() {
        let name = PersonName::parse("Siti Rahmawa").unwrap();
        assert_eq!(name.masked(), "S••• R••••••");
        assert_eq!(format!("{name:?}"), "PersonName(S••• R••••••)");
    }

    #[test]
    fn a_folded_name_has_neither_case_nor_diacritics_nor_punctuation() {
        let folded = |raw| PersonName::parse(raw).unwrap().folded();
        assert_eq!(folded("H. Nu'man  José-Åström, S.E."), "h nu man jose astrom s e");
        assert_eq!(folded("Łukasz Groß Ænima"), "lukasz gross aenima");
        assert_eq!(folded("Jose\u{301}"), "jose");
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        assert_eq!(PersonName::parse(" \n "), Err(Refused::Empty));
        assert_eq!(PersonName::parse("123 -"), Err(Refused::NoLetter));
        assert_eq!(PersonName::parse("Siti\u{0}"), Err(Refused::Characters));
        assert_eq!(PersonName::parse(&"a".repeat(152)), Err(Refused::Long(2)));
        assert!(PersonName::parse(&"é".repeat(150)).is_ok());
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(raw in ".{0,60}") {
            let once = fold(&raw);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
