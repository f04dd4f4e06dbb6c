//! How much a file may ask of the machine before it is refused.

use std::io::{Seek, SeekFrom};

use super::Unreadable;

const MEGABYTE: u64 = 1024 * 1024;

/// The bounds within which a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it is sent.
    pub file: u64,
    /// Bytes of everything in an XLSX file once unpacked.
    pub unpacked: u64,
    /// Bytes of the texts that the sheets of an XLSX file share; they stay in memory.
    pub shared_texts: u64,
    /// Elements of those texts; each costs memory even when it is empty.
    pub shared_elements: u64,
    /// Bytes of any other part of an XLSX file that is not a sheet.
    pub part: u64,
    /// Elements of such a part.
    pub part_elements: u64,
    /// Rows below the header.
    pub rows: u64,
    /// Columns that hold something.
    pub columns: usize,
    /// Bytes of one row of a CSV file; a quote that is never closed ends here.
    pub row: u64,
    /// Characters of one cell: as many as Excel allows.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 200 * MEGABYTE,
            unpacked: 2048 * MEGABYTE,
            shared_texts: 256 * MEGABYTE,
            shared_elements: 12_000_000,
            part: 32 * MEGABYTE,
            part_elements: 1_000_000,
            rows: 2_000_000,
            columns: 200,
            row: 8 * MEGABYTE,
            cell: 32_767,
        }
    }
}

/// What was too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// The file as sent.
    File,
    /// The file once unpacked, as it claims or as it turns out.
    Unpacked,
    /// One part of an XLSX file.
    Part,
    /// One row, often for a quote that is never closed.
    Row,
    /// The text of one cell.
    Cell,
}

impl Limits {
    pub(super) fn check_file(&self, input: &mut impl Seek) -> Result<(), Unreadable> {
        let size = input.seek(SeekFrom::End(0))?;
        input.rewind()?;
        if size > self.file { Err(Unreadable::TooLarge(Limit::File)) } else { Ok(()) }
    }

    pub(super) fn check_cell(&self, text: &str) -> Result<(), Unreadable> {
        // Bytes bound characters, so most texts are never counted.
        if text.len() > self.cell && text.chars().count() > self.cell {
            return Err(Unreadable::TooLarge(Limit::Cell));
        }
        Ok(())
    }

    pub(super) fn check_column(&self, column: usize) -> Result<(), Unreadable> {
        if column >= self.columns { Err(Unreadable::TooManyColumns) } else { Ok(()) }
    }
}
