//! A file made ready to be kept: a picture of its pixels alone, a document as it is, anything else refused.
use super::{CleanPicture, Media, PictureLimits, PictureRefusal, clean, refused};
use crate::{Code, FieldError, LicensingCode, Problem};

/// No document is larger, in bytes.
pub const LARGEST_DOCUMENT: usize = 5 * 1024 * 1024;
/// No file that is sent is larger, in bytes; a picture is kept much smaller.
pub const LARGEST: usize = PictureLimits::USUAL.bytes;

/// A file that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub(super) media: Media,
    pub(super) bytes: Vec<u8>,
}

impl From<&CleanPicture> for Ready {
    fn from(picture: &CleanPicture) -> Self {
        Self { media: Media::Jpeg, bytes: picture.jpeg.clone() }
    }
}

/// Tells by its bytes what a file of the form's field is, and takes out of a picture all but its pixels.
/// Blocks: never inside an act.
pub fn ready(field: &'static str, bytes: Vec<u8>) -> Result<Ready, Problem> {
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new(field, code)]));
    if bytes.is_empty() {
        return wrong(Code::Empty);
    }
    match Media::of(&bytes) {
        Some(Media::Pdf) if bytes.len() > LARGEST_DOCUMENT => wrong(Code::FileLarge),
        Some(Media::Pdf) => Ok(Ready { media: Media::Pdf, bytes }),
        Some(Media::Jpeg | Media::Png) => picture(field, &bytes),
        None => match clean(&bytes, PictureLimits::USUAL) {
            // A photo of a phone that few programs read has a way out of its own.
            Err(PictureRefusal::Heic) => Err(refused(field, PictureRefusal::Heic)),
            Ok(_) | Err(_) => wrong(Code::Licensing(LicensingCode::EvidenceFile)),
        },
    }
}

fn picture(field: &'static str, bytes: &[u8]) -> Result<Ready, Problem> {
    let clean = clean(bytes, PictureLimits::USUAL).map_err(|why| refused(field, why))?;
    Ok(Ready::from(&clean))
}
