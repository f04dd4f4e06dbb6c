//! A photo that an officer sends: only its pixels are kept, never where it was taken.
use crate::{Code, FieldError, Problem};
pub use documents::photo::{CleanPicture, PictureLimits, PictureRefusal};
use std::sync::{Mutex, PoisonError};

/// Unpacking takes much memory for a moment, so that photos are made clean one after the other.
static UNPACKING: Mutex<()> = Mutex::new(());

/// The photo without anything but its pixels, upright. Blocks: never inside an act.
pub fn clean(bytes: &[u8], limits: PictureLimits) -> Result<CleanPicture, PictureRefusal> {
    let _one = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
    documents::photo::clean(bytes, limits)
}

/// What a form hears when the photo in this field is not kept.
pub fn refused(field: &'static str, why: PictureRefusal) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, Code::Photo(why))])
}

/// The stable slug of each reason, for programs.
pub fn picture_slug(why: PictureRefusal) -> &'static str {
    match why {
        PictureRefusal::Empty => "photo-empty",
        PictureRefusal::TooLarge => "photo-large",
        PictureRefusal::Heic => "photo-heic",
        PictureRefusal::NotAPicture => "photo-not-a-picture",
        PictureRefusal::TooManyPixels => "photo-pixels",
        PictureRefusal::Broken => "photo-broken",
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use crate::words::{Lang, message};

    #[test]
    fn every_refusal_says_something_of_its_own_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            let mut said = PictureRefusal::ALL.map(|why| message(Code::Photo(why), lang)).to_vec();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), PictureRefusal::ALL.len());
        }
    }

    #[test]
    fn a_page_that_is_called_a_photo_is_refused_at_its_field() {
        let why = clean(b"<html>", PictureLimits::USUAL).unwrap_err();
        let Problem::Invalid(wrong) = refused("photo", why) else { unreachable!() };
        assert_eq!(wrong[0].code, Code::Photo(PictureRefusal::NotAPicture));
    }
}
