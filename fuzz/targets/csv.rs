//! Any bytes read as CSV give rows or a reason, never a panic.
#![no_main]
use documents::table::{Format, Limits, read_all};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { rows: 1_000, ..Limits::default() };
    let _ = read_all(bytes, Format::Csv, limits);
});
