//! Any bytes give what a code says, or a reason.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = documents::picture::code_in(bytes);
});
