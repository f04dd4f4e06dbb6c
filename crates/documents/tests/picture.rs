//! The code in a picture: read however it was held; what is no picture, or a bomb, is refused.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use documents::picture::{Unread, code_in};
use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use std::io::Cursor;

const CODE: &str = "JP1:018F0000000070008000000000000001:K7QX2M9T";
const DOT: u32 = 6;

/// A picture of a code, with its quiet zone.
fn picture() -> DynamicImage {
    let code = fast_qr::QRBuilder::new(CODE).build().expect("fits");
    let side = (u32::try_from(code.size).expect("is small") + 8) * DOT;
    let dark = |x: u32, y: u32| {
        let at = |n: u32| (n / DOT).checked_sub(4).filter(|n| (*n as usize) < code.size);
        at(x).zip(at(y)).is_some_and(|(x, y)| code[y as usize][x as usize].value())
    };
    let light = |x, y| Luma([if dark(x, y) { 20_u8 } else { 235 }]);
    DynamicImage::ImageLuma8(GrayImage::from_fn(side, side, light))
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("writes");
    bytes.into_inner()
}

#[test]
fn a_code_is_read_from_both_formats_and_however_it_was_held() {
    for picture in [picture(), picture().rotate90(), picture().rotate180()] {
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            assert_eq!(code_in(&file(&picture, format)).expect("is read"), CODE);
        }
    }
}

#[test]
fn what_is_no_picture_or_holds_no_code_is_refused() {
    let empty = DynamicImage::new_luma8(200, 200);
    assert_eq!(code_in(&file(&empty, ImageFormat::Png)), Err(Unread::NoCode));
    let whole = file(&picture(), ImageFormat::Png);
    for bytes in [&b""[..], b"<svg/>", b"GIF89a", &whole[..whole.len() / 2]] {
        assert_eq!(code_in(bytes), Err(Unread::NotAPicture));
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() {
    let bomb = file(&DynamicImage::new_luma8(9_000, 9_000), ImageFormat::Png);
    assert!(bomb.len() < 1_000_000, "{} bytes", bomb.len());
    assert_eq!(code_in(&bomb), Err(Unread::NotAPicture));
}
