//! Any bytes read as a workbook give rows or a reason; a panic of the reading library becomes a reason.
#![no_main]
use documents::table::{Format, Limits, read_all};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    fuzz::forgive_libraries();
    let limits = Limits { rows: 1_000, unpacked: 8 << 20, ..Limits::default() };
    let _ = read_all(bytes, Format::Xlsx, limits);
});
