//! A password that the programme thinks up, to be read out and typed once.
use crate::House;

/// No letters or digits that look alike.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Eighty bits: four groups of four, five bits a letter.
const LENGTH: usize = 16;

/// Such as `k7wd-3nqe-vx2m-ha9t`.
pub(super) fn fresh_password(house: &House) -> String {
    let mut text = String::with_capacity(LENGTH + 3);
    for (place, byte) in house.bytes::<LENGTH>().into_iter().enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            text.push('-');
        }
        text.extend(LETTERS.get(usize::from(byte % 32)).map(|letter| char::from(*letter)));
    }
    text
}
