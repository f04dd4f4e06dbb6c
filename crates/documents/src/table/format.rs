//! Which of the two kinds of file this is.

/// How a table is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with a delimiter.
    Csv,
    /// An Excel workbook since 2007.
    Xlsx,
}

/// How a zip archive begins, and so every XLSX file.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
/// How a compound file begins: `.xls`, and a workbook with a password.
pub(super) const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

impl Format {
    /// The format by the first bytes, and only where they say nothing by the name of the file.
    ///
    /// An old or locked workbook counts as XLSX here: opening it then gives the reason.
    pub fn of(name: &str, first_bytes: &[u8]) -> Self {
        if first_bytes.starts_with(ZIP) || first_bytes.starts_with(COMPOUND) {
            return Self::Xlsx;
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        if matches!(ending.as_deref(), Some("xlsx" | "xlsm")) { Self::Xlsx } else { Self::Csv }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_outweighs_the_name() {
        assert_eq!(Format::of("peserta.csv", b"PK\x03\x04...."), Format::Xlsx);
        assert_eq!(Format::of("peserta.xls", b"NIK;Nama"), Format::Csv);
        assert_eq!(Format::of("PESERTA.XLSX", b""), Format::Xlsx);
        assert_eq!(Format::of("peserta", b"NIK"), Format::Csv);
    }
}
