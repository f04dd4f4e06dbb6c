//! Photos as phones send them: kept as pixels alone, or refused with the reason.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use documents::photo::{CleanPicture, PictureLimits, PictureRefusal, clean};
use image::{
    DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::jpeg::JpegEncoder,
};
use std::io::Cursor;

/// What the camera of the test wrote beside the pixels.
const PLACE: &[u8] = b"6.1754S 106.8272E Gambir\0";

fn kept(bytes: &[u8]) -> Result<CleanPicture, PictureRefusal> {
    clean(bytes, PictureLimits::USUAL)
}

fn shown(picture: &CleanPicture) -> DynamicImage {
    let read = image::load_from_memory_with_format(&picture.jpeg, ImageFormat::Jpeg);
    let read = read.expect("is a JPEG");
    assert_eq!(read.dimensions(), (picture.width, picture.height));
    read
}

fn png(picture: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).expect("writes");
    bytes.into_inner()
}

/// A landscape with a red left half.
fn landscape(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) }
    })
}

/// A JPEG, with what is written beside its pixels.
fn jpeg(pixels: &RgbImage, quality: u8, exif: Vec<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    encoder.set_exif_metadata(exif).expect("takes it");
    pixels.write_with_encoder(encoder).expect("writes");
    bytes
}

/// What a camera writes: how it was held, and in a table of its own where it was.
fn exif(held: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = Vec::new();
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
        bytes
    };
    let (short, text, long) = (3, 2, 4);
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(2_u16.to_le_bytes());
    bytes.extend(entry(0x0112, short, 1, u32::from(held)));
    let gps = 8 + 2 + 2 * 12 + 4;
    bytes.extend(entry(0x8825, long, 1, gps));
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(1_u16.to_le_bytes());
    let length = u32::try_from(PLACE.len()).expect("is short");
    bytes.extend(entry(0x001c, text, length, gps + 2 + 12 + 4));
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(PLACE);
    bytes
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn where_a_photo_was_taken_is_not_kept_and_it_stands_upright() {
    let sent = jpeg(&landscape(80, 40), 90, exif(6));
    assert!(holds(&sent, PLACE) && holds(&sent, b"Exif"), "the test's own photo tells the place");
    let kept = kept(&sent).expect("is kept");
    assert!(!holds(&kept.jpeg, PLACE) && !holds(&kept.jpeg, b"Exif"));
    assert_eq!((kept.width, kept.height), (40, 80), "held on its side, it stands");
    let Rgba([red, _, blue, _]) = shown(&kept).get_pixel(20, 10);
    assert!(red > 150 && blue < 100, "what was left is on top after a quarter turn");
}

#[test]
fn the_place_written_into_a_png_is_not_kept_either() {
    let mut sent = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut sent);
    encoder.set_exif_metadata(exif(3)).expect("takes it");
    landscape(60, 30).write_with_encoder(encoder).expect("writes");
    assert!(holds(&sent, PLACE));
    let kept = kept(&sent).expect("is kept");
    assert!(!holds(&kept.jpeg, PLACE));
    let Rgba([red, _, blue, _]) = shown(&kept).get_pixel(5, 15);
    assert!(blue > 150 && red < 100, "upside down, left is right");
}

#[test]
fn a_photo_of_ten_megabytes_is_kept_small() {
    let mut state = 1_u32;
    let noise = RgbImage::from_fn(2_400, 1_800, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, red, green, blue] = state.to_le_bytes();
        Rgb([red, green, blue])
    });
    let sent = jpeg(&noise, 97, vec![]);
    assert!((9_000_000..12_000_000).contains(&sent.len()), "{} bytes", sent.len());
    let kept = kept(&sent).expect("is kept");
    assert_eq!((kept.width, kept.height), (1_600, 1_200));
    assert!(kept.jpeg.len() < 3_000_000, "{} bytes", kept.jpeg.len());
}

#[test]
fn a_file_larger_than_allowed_is_refused_unread() {
    let sent = jpeg(&landscape(8, 8), 90, vec![]);
    let limits = PictureLimits { bytes: sent.len() - 1, ..PictureLimits::USUAL };
    assert_eq!(clean(&sent, limits), Err(PictureRefusal::TooLarge));
}

#[test]
fn the_format_of_some_phones_is_named_and_not_called_broken() {
    for brand in [b"heic", b"mif1", b"heix"] {
        let mut sent = b"\0\0\0\x18ftyp".to_vec();
        sent.extend(brand);
        sent.extend([0; 64]);
        assert_eq!(kept(&sent), Err(PictureRefusal::Heic));
    }
}

#[test]
fn a_png_of_too_many_pixels_is_refused_before_it_is_unpacked() {
    let sent = png(&DynamicImage::new_luma8(9_000, 9_000));
    assert!(sent.len() < 1_000_000, "{} bytes", sent.len());
    assert_eq!(kept(&sent), Err(PictureRefusal::TooManyPixels));
}

#[test]
fn a_picture_that_claims_the_largest_sides_is_refused_before_it_is_unpacked() {
    let mut sent = jpeg(&landscape(8, 8), 90, vec![]);
    let frame = sent.windows(2).position(|it| it == [0xff, 0xc0]).expect("a frame");
    sent[frame + 5..frame + 9].fill(0xff);
    assert_eq!(kept(&sent), Err(PictureRefusal::TooManyPixels));
}

#[test]
fn a_page_or_document_with_the_name_of_a_photo_is_no_photo() {
    let page = b"<!doctype html><script>alert(1)</script>";
    for sent in [&page[..], b"%PDF-1.7", b"GIF89a\x01\0\x01\0", b"<svg/>", b"x"] {
        assert_eq!(kept(sent), Err(PictureRefusal::NotAPicture));
    }
    assert_eq!(kept(b""), Err(PictureRefusal::Empty));
}

#[test]
fn a_script_behind_the_pixels_is_not_kept() {
    let mut sent = jpeg(&landscape(16, 16), 90, vec![]);
    sent.extend(b"<script>alert(1)</script>");
    assert!(!holds(&kept(&sent).expect("is kept").jpeg, b"<script>"));
}

#[test]
fn a_png_that_breaks_off_is_refused_as_broken() {
    let whole = png(&DynamicImage::ImageRgb8(landscape(64, 64)));
    assert_eq!(kept(&whole[..whole.len() / 2]), Err(PictureRefusal::Broken));
}

#[test]
fn what_shows_through_becomes_white() {
    let clear = RgbaImage::from_pixel(16, 16, Rgba([0, 0, 0, 0]));
    let kept = kept(&png(&DynamicImage::ImageRgba8(clear))).expect("is kept");
    let Rgba([red, green, blue, _]) = shown(&kept).get_pixel(8, 8);
    assert!(red > 250 && green > 250 && blue > 250);
}
