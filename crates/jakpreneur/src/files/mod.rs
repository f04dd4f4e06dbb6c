//! Files kept as evidence: small, of a kind that is known by its first bytes, sealed with the person's key.
mod keep;
mod media;
mod picture;
mod rows;

pub use keep::{Kept, LARGEST, keep, open};
pub use media::Media;
pub use picture::{CleanPicture, PictureLimits, PictureRefusal, clean, picture_slug, refused};
