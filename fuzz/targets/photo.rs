//! Any bytes give a photo of pixels alone, within its bounds, or a reason.
#![no_main]
use documents::photo::{PictureLimits, clean};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = PictureLimits { pixels: 4_000_000, ..PictureLimits::USUAL };
    if let Ok(kept) = clean(bytes, limits) {
        assert!(kept.width.max(kept.height) <= limits.kept_side && kept.width.min(kept.height) > 0);
        assert!(clean(&kept.jpeg, limits).is_ok());
    }
});
