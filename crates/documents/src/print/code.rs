//! A QR code as a picture a template can place.

use fast_qr::{ECL, QRBuilder};
use typst::foundations::{Bytes, Dict, IntoValue, Value};

use super::Unprintable;

/// The light border that every reader needs, in squares.
const BORDER: usize = 2;
/// How many points of the picture a square is wide, so that no viewer blurs it.
const SQUARE: usize = 4;
const LIGHT: u8 = 255;
const DARK: u8 = 0;

/// The code of a text; nothing for an empty one.
pub(super) fn square(text: &str) -> Result<Value, Unprintable> {
    if text.is_empty() {
        return Ok(Value::None);
    }
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| Unprintable::Code)?;
    let width = (code.size + 2 * BORDER) * SQUARE;
    let mut points = vec![LIGHT; width * width];
    for (row, line) in points.chunks_mut(width * SQUARE).enumerate() {
        for (at, point) in line.iter_mut().enumerate() {
            let column = at % width / SQUARE;
            let inside = BORDER..BORDER + code.size;
            let dark = inside.contains(&row)
                && inside.contains(&column)
                && code[row - BORDER][column - BORDER].value();
            *point = if dark { DARK } else { LIGHT };
        }
    }
    let mut picture = Dict::new();
    picture.insert("width".into(), i64::try_from(width).unwrap_or_default().into_value());
    picture.insert("points".into(), Bytes::new(points).into_value());
    Ok(picture.into_value())
}
