//! Comparing what officers type: case, spaces and punctuation do not count.

/// The letters and digits of a text, in lower case.
pub(crate) fn letters(raw: &str) -> impl Iterator<Item = char> {
    raw.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether two texts have the same letters and digits; quick for plain ones, of which files are full.
pub(crate) fn same(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return plain(a).eq(plain(b));
    }
    letters(a).eq(letters(b))
}

fn plain(raw: &str) -> impl Iterator<Item = u8> {
    raw.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase())
}

/// A text without case, spaces and punctuation, to look it up by.
pub(crate) fn squeezed(raw: &str) -> String {
    letters(raw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_texts_compare_as_all_texts_do(a in "[aAb _-]{0,4}", b in "[aAb _-]{0,4}") {
            prop_assert_eq!(same(&a, &b), squeezed(&a) == squeezed(&b));
        }
    }

    #[test]
    fn case_counts_in_no_alphabet() {
        assert!(same("É-a", "éA"));
        assert!(!same("é", "e"));
    }
}
