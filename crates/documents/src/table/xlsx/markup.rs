//! Watches XML pass by, without understanding it, for what would make a parser swell.

use super::super::{Limit, Unreadable};
use super::claim::Claim;
use super::value::OpenValue;

/// The longest tag, text or value: a full cell with every letter written as an entity.
pub(super) const LONGEST: usize = 256 * 1024;
/// The longest name of a tag.
const NAME: usize = 64;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Opened,
    Name,
    Tag,
    Quoted(u8),
    Declaration,
}

/// The state of a part that is being watched.
pub(super) struct Markup {
    place: Place,
    before: u8,
    length: usize,
    name: Vec<u8>,
    elements: u64,
    most_elements: u64,
    claim: Claim,
    value: OpenValue,
}

impl Markup {
    /// Watches a part that may have this many elements, and claim to.
    pub(super) fn new(most_elements: u64) -> Self {
        Self {
            place: Place::Text,
            before: 0,
            length: 0,
            name: Vec::with_capacity(NAME),
            elements: 0,
            most_elements,
            claim: Claim::new(most_elements),
            value: OpenValue::default(),
        }
    }

    /// Looks at the next bytes of the part.
    pub(super) fn check(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        for byte in bytes {
            self.step(*byte)?;
        }
        Ok(())
    }

    fn step(&mut self, byte: u8) -> Result<(), Unreadable> {
        if byte == 0 {
            // UTF-16, which no workbook uses and this does not follow.
            return Err(Unreadable::BrokenSheet);
        }
        self.length += 1;
        if self.length > LONGEST {
            return Err(Unreadable::TooLarge(Limit::Cell));
        }
        match self.place {
            Place::Text if byte == b'<' => self.open()?,
            Place::Opened => self.begin(byte)?,
            Place::Name => self.name(byte)?,
            Place::Tag => self.inside(byte)?,
            Place::Quoted(quote) if byte == quote => self.place = Place::Tag,
            Place::Declaration if byte == b'>' && self.before == b'?' => self.place = Place::Text,
            Place::Text | Place::Quoted(_) | Place::Declaration => {}
        }
        if matches!(self.place, Place::Name | Place::Tag | Place::Quoted(_)) {
            self.claim.step(byte)?;
        }
        self.before = byte;
        Ok(())
    }

    fn open(&mut self) -> Result<(), Unreadable> {
        self.value.pass(self.length)?;
        self.place = Place::Opened;
        self.length = 0;
        self.name.clear();
        self.elements += 1;
        if self.elements > self.most_elements {
            return Err(Unreadable::TooLarge(Limit::Part));
        }
        Ok(())
    }

    fn begin(&mut self, byte: u8) -> Result<(), Unreadable> {
        match byte {
            b'?' if self.elements == 1 => self.place = Place::Declaration,
            // Types, comments and raw text hide from this watch, and no spreadsheet writes them.
            b'!' | b'?' => return Err(Unreadable::BrokenSheet),
            _ => {
                self.place = Place::Name;
                self.name.push(byte);
            }
        }
        Ok(())
    }

    fn name(&mut self, byte: u8) -> Result<(), Unreadable> {
        if byte == b'>' || byte == b'/' || byte.is_ascii_whitespace() {
            self.place = Place::Tag;
            return self.inside(byte);
        }
        self.name.push(byte);
        if self.name.len() > NAME { Err(Unreadable::BrokenSheet) } else { Ok(()) }
    }

    fn inside(&mut self, byte: u8) -> Result<(), Unreadable> {
        match byte {
            b'"' | b'\'' => self.place = Place::Quoted(byte),
            b'>' => {
                self.place = Place::Text;
                self.value.pass(self.length)?;
                self.length = 0;
                let is_empty = self.before == b'/';
                self.value.tag(&self.name, is_empty);
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(most_elements: u64, parts: &[&str]) -> Result<(), Unreadable> {
        let mut markup = Markup::new(most_elements);
        parts.iter().try_for_each(|part| markup.check(part.as_bytes()))
    }

    #[test]
    fn an_ordinary_part_passes_in_any_pieces() {
        let part = r#"<?xml version="1.0"?><sst uniqueCount="2"><si><t>a > b</t></si><si/></sst>"#;
        assert_eq!(check(10, &[part]), Ok(()));
        let letters: Vec<String> = part.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        assert_eq!(check(10, &letters), Ok(()));
    }

    #[test]
    fn markup_that_hides_is_refused() {
        for hidden in ["<!DOCTYPE x>", "<a/><!-- x -->", "<a><![CDATA[x]]>", "<a/><?x ?>", "<a\0>"]
        {
            assert_eq!(check(10, &[hidden]), Err(Unreadable::BrokenSheet), "{hidden}");
        }
    }

    #[test]
    fn nothing_may_be_endless() {
        let long = "x".repeat(LONGEST + 1);
        let refused = Err(Unreadable::TooLarge(Limit::Cell));
        assert_eq!(check(10, &["<t>", &long]), refused);
        assert_eq!(check(10, &["<t a=\"<>", &long]), refused);
        assert_eq!(check(10, &["<?xml > ", &long]), refused);
        assert_eq!(check(10, &["<a", &long]), Err(Unreadable::BrokenSheet));

        let pieces = "<r><t>0123456789</t></r>".repeat(LONGEST / 16);
        for value in ["is", "x:is", "v", "f"] {
            let open = format!("<c><{value}>");
            assert_eq!(check(u64::MAX, &[&open, &pieces]), refused, "{value}");
        }
        assert_eq!(check(u64::MAX, &["<c>", &pieces]), Ok(()));
    }

    #[test]
    fn elements_and_claims_are_counted() {
        let refused = Err(Unreadable::TooLarge(Limit::Part));
        assert_eq!(check(3, &["<a/><b/><c/>"]), Ok(()));
        assert_eq!(check(3, &["<a/><b/><c/><d/>"]), refused);
        assert_eq!(check(9, &["<sst uniqueC", "ount = '1", "0'>"]), refused);
        assert_eq!(check(9, &["<sst uniqueCount='9'>uniqueCount=99"]), Ok(()));
    }
}
