//! In which encoding a text is written.

use std::io::{Read, Seek};

use encoding_rs::{DecoderResult, Encoding, UTF_8, WINDOWS_1252};

use super::super::Unreadable;

/// The encoding by the mark at the beginning; without one UTF-8, or else what Excel writes.
pub(super) fn find(input: &mut (impl Read + Seek)) -> Result<&'static Encoding, Unreadable> {
    let mut mark = [0; 3];
    let read = input.read(&mut mark)?;
    input.rewind()?;
    if let Some((encoding, _)) = Encoding::for_bom(&mark[..read]) {
        return Ok(encoding);
    }
    let is_utf8 = is_utf8(input)?;
    input.rewind()?;
    Ok(if is_utf8 { UTF_8 } else { WINDOWS_1252 })
}

/// Reads all of it, for the first letter with an accent may stand in the last row.
fn is_utf8(input: &mut impl Read) -> Result<bool, Unreadable> {
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let mut raw = vec![0; 64 * 1024];
    let mut text = String::new();
    loop {
        let read = input.read(&mut raw)?;
        text.clear();
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(read).unwrap_or(read));
        match decoder.decode_to_string_without_replacement(&raw[..read], &mut text, read == 0).0 {
            DecoderResult::Malformed(..) => return Ok(false),
            DecoderResult::InputEmpty | DecoderResult::OutputFull if read == 0 => return Ok(true),
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use std::io::Cursor;

    use encoding_rs::{UTF_16BE, UTF_16LE};

    use super::*;

    #[test]
    fn a_mark_decides_and_without_one_the_content() {
        let find = |bytes: &[u8]| find(&mut Cursor::new(bytes)).unwrap();
        assert_eq!(find(b"\xEF\xBB\xBFNIK"), UTF_8);
        assert_eq!(find(b"\xFF\xFEN\0"), UTF_16LE);
        assert_eq!(find(b"\xFE\xFF\0N"), UTF_16BE);
        assert_eq!(find("Kafé".as_bytes()), UTF_8);
        assert_eq!(find(b"Kaf\xE9"), WINDOWS_1252);
        assert_eq!(find(b"cut off \xC3"), WINDOWS_1252);
        assert_eq!(find(b""), UTF_8);
    }
}
