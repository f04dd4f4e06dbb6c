//! The code in a picture of a card. A picture is outside input: its size and pixels are bounded before it
//! is unpacked.
use crate::{Code, FieldError, Problem};
use image::{ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The largest picture that is taken, in bytes.
pub(super) const LARGEST: usize = 8 * 1024 * 1024;
/// The longest side of a picture that is unpacked, in pixels.
const LONGEST_SIDE: u32 = 8_000;
/// So much memory unpacking takes at most, in bytes.
const MEMORY: u64 = 192 * 1024 * 1024;
/// A code is searched in a picture no longer than this, in pixels.
const ENOUGH: u32 = 1_600;

/// What the first code in a JPEG or PNG says. How the camera was held does not matter to the code.
pub fn code_in(picture: &[u8]) -> Result<String, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("photo", code)]);
    let mut reader = ImageReader::new(Cursor::new(picture));
    reader = reader.with_guessed_format().map_err(|_| wrong(Code::Picture))?;
    match reader.format() {
        Some(ImageFormat::Jpeg | ImageFormat::Png) => {}
        Some(_) | None => return Err(wrong(Code::Picture)),
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let whole = reader.decode().map_err(|_| wrong(Code::Picture))?;
    let large = whole.width().max(whole.height()) > ENOUGH;
    let grey = if large { whole.thumbnail(ENOUGH, ENOUGH) } else { whole }.into_luma8();
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let light = |x: usize, y: usize| grey.as_raw().get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut searched = rqrr::PreparedImage::prepare_from_greyscale(width, height, light);
    let codes = searched.detect_grids().into_iter();
    let said = codes.filter_map(|code| code.decode().ok()).map(|(_, text)| text).next();
    said.ok_or_else(|| wrong(Code::PictureWithoutCode))
}
