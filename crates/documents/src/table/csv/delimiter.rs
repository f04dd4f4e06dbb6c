//! By which character the columns are divided.

use std::io::Read;

use super::super::Unreadable;

const KNOWN: [u8; 3] = [b',', b';', b'\t'];
const SAMPLE: u64 = 64 * 1024;

/// The delimiter found most often in the first line that is not empty; a comma where none is.
pub(super) fn find(text: &mut impl Read) -> Result<u8, Unreadable> {
    let mut sample = Vec::new();
    text.take(SAMPLE).read_to_end(&mut sample)?;
    let line = first_line(&sample);
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', declared] = line {
        return Ok(*declared);
    }
    let count = |delimiter: u8| outside_quotes(line).filter(|byte| *byte == delimiter).count();
    // The last of equals wins, so the comma goes last.
    Ok(KNOWN.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b','))
}

/// Whether this is the line `sep=;`, by which Excel declares the delimiter before the header.
pub(super) fn is_declared(header: &[String]) -> bool {
    matches!(header, [only] if only.eq_ignore_ascii_case("sep="))
}

/// The first line with something in it, a line end inside quotes being part of it.
fn first_line(sample: &[u8]) -> &[u8] {
    let start = sample.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let line = &sample[start..];
    let mut quoted = false;
    let end = line.iter().position(|byte| {
        quoted ^= *byte == b'"';
        *byte == b'\n' && !quoted
    });
    end.map_or(line, |end| &line[..end])
}

fn outside_quotes(line: &[u8]) -> impl Iterator<Item = u8> {
    let mut quoted = false;
    line.iter().copied().filter(move |byte| {
        quoted ^= *byte == b'"';
        !quoted
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

    use super::*;

    #[test]
    fn the_header_tells_the_delimiter() {
        let find = |text: &str| char::from(find(&mut text.as_bytes()).unwrap());
        assert_eq!(find("NIK,Nama\n1;2;3;4,5"), ',');
        assert_eq!(find("\n\nNIK;Nama\n1,2,3"), ';');
        assert_eq!(find("NIK\tNama"), '\t');
        assert_eq!(find("\"a,b,c\";Nama;x"), ';');
        assert_eq!(find("\"a\n,b\";Nama"), ';');
        assert_eq!(find("NIK"), ',');
        assert_eq!(find("sep=|\nNIK|Nama"), '|');
    }
}
