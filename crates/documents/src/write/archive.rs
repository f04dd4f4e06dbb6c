//! Several files in one ZIP archive.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// The archive of some files, each with its name. Files that are small already are not pressed again, and
/// the same files give the same bytes.
pub fn archive(files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_put_in_comes_out_again() {
        let files = [("satu.pdf".to_owned(), vec![1, 2, 3]), ("dua.pdf".to_owned(), vec![4])];
        let archived = archive(&files).unwrap();
        let mut read = zip::ZipArchive::new(Cursor::new(archived)).unwrap();
        for (name, bytes) in &files {
            let mut found = Vec::new();
            read.by_name(name).unwrap().read_to_end(&mut found).unwrap();
            assert_eq!(&found, bytes);
        }
    }
}
