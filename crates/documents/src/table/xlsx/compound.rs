//! What is in a compound file, as Excel wrote them before 2007 and still does for a password.

use std::io::{Read, Seek};

use super::super::Unreadable;

/// Names of streams, as the directory of a compound file spells them.
const LOCKED: &str = "EncryptedPackage";
const BOOKS: [&str; 2] = ["Workbook", "Book"];

/// Tells a locked workbook from an old one and from anything else, by the names inside.
pub(super) fn reason(input: &mut (impl Read + Seek)) -> Result<Unreadable, Unreadable> {
    input.rewind()?;
    let mut has_book = false;
    let mut window = Vec::new();
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let read = input.read(&mut chunk)?;
        if read == 0 {
            return Ok(if has_book { Unreadable::OldExcel } else { Unreadable::NotATable });
        }
        window.extend_from_slice(&chunk[..read]);
        if contains(&window, LOCKED) {
            return Ok(Unreadable::PasswordProtected);
        }
        has_book |= BOOKS.iter().any(|name| contains(&window, name));
        // A name may lie across two chunks.
        let kept = window.len().min(2 * LOCKED.len());
        window.drain(..window.len() - kept);
    }
}

fn contains(bytes: &[u8], name: &str) -> bool {
    let spelled: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(spelled.len()).any(|window| window == spelled)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use std::io::Cursor;

    use super::*;

    fn file_with(name: &str, before: usize) -> Cursor<Vec<u8>> {
        let mut bytes = vec![0xFF; before];
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.extend([0; 600]);
        Cursor::new(bytes)
    }

    #[test]
    fn the_names_inside_tell_what_it_is() {
        for before in [512, 64 * 1024 - 7, 64 * 1024 - 1] {
            let tell = |name| reason(&mut file_with(name, before)).unwrap();
            assert_eq!(tell("EncryptedPackage"), Unreadable::PasswordProtected);
            assert_eq!(tell("Workbook"), Unreadable::OldExcel);
            assert_eq!(tell("WordDocument"), Unreadable::NotATable);
        }
    }
}
