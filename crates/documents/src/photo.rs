//! A photo that somebody sends, made anew: nothing that the camera wrote beside the pixels is left, least
//! of all where it was taken. A photo is outside input: its bytes, its pixels and the memory they take are
//! bounded before it is unpacked.

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, Rgba,
    codecs::jpeg::JpegEncoder,
};
use std::io::Cursor;

/// How much a photo may be, and what is kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureLimits {
    /// The largest file, in bytes.
    pub bytes: usize,
    /// The most pixels that are unpacked.
    pub pixels: u64,
    /// The longest side of what is kept, in pixels; a larger photo is made smaller.
    pub kept_side: u32,
}

impl PictureLimits {
    /// What phones send: files of 10 MB and sensors of 50 megapixels fit. Kept is what a screen shows.
    pub const USUAL: Self = Self { bytes: 12 * 1024 * 1024, pixels: 52_000_000, kept_side: 1_600 };
}

/// Bytes that a pixel takes while it is unpacked: three colours.
const PER_PIXEL: u64 = 3;
/// How faithful a photo is kept, of 100.
const QUALITY: u8 = 82;

/// A photo as it is kept: a JPEG of pixels alone, upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CleanPicture {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// Why a photo is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PictureRefusal {
    /// There are no bytes.
    #[error("empty")]
    Empty,
    /// More bytes than are taken.
    #[error("too large")]
    TooLarge,
    /// The format of some phones that few programs read.
    #[error("HEIC")]
    Heic,
    /// Neither JPEG nor PNG, whatever its name says.
    #[error("not a picture")]
    NotAPicture,
    /// More pixels than are unpacked.
    #[error("too many pixels")]
    TooManyPixels,
    /// It begins like a picture and cannot be read.
    #[error("broken")]
    Broken,
}

impl PictureRefusal {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Empty,
        Self::TooLarge,
        Self::Heic,
        Self::NotAPicture,
        Self::TooManyPixels,
        Self::Broken,
    ];
}

/// The photo without anything but its pixels, turned upright as the camera was held.
pub fn clean(bytes: &[u8], limits: PictureLimits) -> Result<CleanPicture, PictureRefusal> {
    let format = format(bytes, limits)?;
    let pixels = unpacked(bytes, format, limits)?;
    let upright = opaque(pixels);
    let (width, height) = upright.dimensions();
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    upright.write_with_encoder(encoder).map_err(|_| PictureRefusal::Broken)?;
    Ok(CleanPicture { jpeg, width, height })
}

/// What it is by its first bytes.
fn format(bytes: &[u8], limits: PictureLimits) -> Result<ImageFormat, PictureRefusal> {
    if bytes.is_empty() {
        return Err(PictureRefusal::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(PictureRefusal::TooLarge);
    }
    if is_heic(bytes) {
        return Err(PictureRefusal::Heic);
    }
    match image::guess_format(bytes) {
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png)) => Ok(format),
        Ok(_) | Err(_) => Err(PictureRefusal::NotAPicture),
    }
}

/// Whether it is one of the formats of the HEIF family, by its brand.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 9] =
        [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"];
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|it| BRANDS.contains(&it))
}

/// Its pixels, made smaller where they are many, and upright.
fn unpacked(
    bytes: &[u8],
    format: ImageFormat,
    limits: PictureLimits,
) -> Result<DynamicImage, PictureRefusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(limits.pixels.saturating_mul(PER_PIXEL));
    reader.limits(bounds.clone());
    let mut decoder = reader.into_decoder().map_err(|why| refused(&why))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > limits.pixels {
        return Err(PictureRefusal::TooManyPixels);
    }
    bounds.reserve(decoder.total_bytes()).map_err(|why| refused(&why))?;
    // A file that does not say how it was held was held upright.
    let held = decoder.orientation().map_err(|why| refused(&why))?;
    let whole = DynamicImage::from_decoder(decoder).map_err(|why| refused(&why))?;
    let side = limits.kept_side;
    let mut kept = if width.max(height) > side { whole.thumbnail(side, side) } else { whole };
    kept.apply_orientation(held);
    Ok(kept)
}

fn refused(why: &ImageError) -> PictureRefusal {
    if matches!(why, ImageError::Limits(_)) {
        PictureRefusal::TooManyPixels
    } else {
        PictureRefusal::Broken
    }
}

/// What shows through is white, as paper is.
fn opaque(pixels: DynamicImage) -> RgbImage {
    if !pixels.color().has_alpha() {
        return pixels.into_rgb8();
    }
    let mut mixed = pixels.into_rgba8();
    for Rgba([red, green, blue, alpha]) in mixed.pixels_mut() {
        for colour in [red, green, blue] {
            let (seen, through) = (u16::from(*alpha), u16::from(u8::MAX - *alpha));
            let value = (u16::from(*colour) * seen + u16::from(u8::MAX) * through) / 255;
            *colour = u8::try_from(value).unwrap_or(u8::MAX);
        }
    }
    DynamicImage::ImageRgba8(mixed).into_rgb8()
}
