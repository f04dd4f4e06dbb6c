//! The code in a picture of a card. A picture is outside input: its pixels and the memory they take are
//! bounded before it is unpacked.

use image::{ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The largest picture worth taking, in bytes.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// The longest side of a picture that is unpacked, in pixels.
const LONGEST_SIDE: u32 = 8_000;
/// So much memory unpacking takes at most, in bytes.
const MEMORY: u64 = 192 * 1024 * 1024;
/// A code is searched in a picture no longer than this, in pixels.
const ENOUGH: u32 = 1_600;

/// Why no code was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// Neither JPEG nor PNG, broken, or too large to unpack.
    #[error("not a picture")]
    NotAPicture,
    /// A picture without a code that can be read.
    #[error("no code")]
    NoCode,
}

/// What the first code in a JPEG or PNG says. How the camera was held does not matter to the code.
pub fn code_in(picture: &[u8]) -> Result<String, Unread> {
    let mut reader = ImageReader::new(Cursor::new(picture));
    reader = reader.with_guessed_format().map_err(|_| Unread::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png)) {
        return Err(Unread::NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let whole = reader.decode().map_err(|_| Unread::NotAPicture)?;
    let large = whole.width().max(whole.height()) > ENOUGH;
    let grey = if large { whole.thumbnail(ENOUGH, ENOUGH) } else { whole }.into_luma8();
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let light = |x: usize, y: usize| grey.as_raw().get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut searched = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let mut codes = searched.detect_grids().into_iter();
    codes.find_map(|code| code.decode().ok()).map(|(_, text)| text).ok_or(Unread::NoCode)
}
