//! What somebody typed or scanned for a person: a card's code, or a NIK.
use crate::{Code, FieldError, House, Problem, attendance, places, staff::Officer};
use db::Tx;
use rules::{
    ClassId, MemberId,
    training::{Mark, Way},
};

/// Whom it means, and how it came in.
pub(super) fn person(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    text: &str,
) -> Result<(MemberId, Way), Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("code", code)]);
    let is_nik = text.bytes().all(|b| b.is_ascii_digit() || b == b' ' || b == b'.');
    if text.trim().is_empty() {
        return Err(wrong(Code::Empty));
    }
    if !is_nik {
        return Ok((attendance::of_card(house, text)?, Way::Scanner));
    }
    let found = places::of_nik(tx, house, officer, class, text);
    found.map(|member| (member, Way::List)).map_err(|problem| match problem {
        Problem::Invalid(fields) => wrong(fields.first().map_or(Code::Empty, |it| it.code)),
        other => other,
    })
}

/// What a button of the list means: `present:` and the member record.
pub(super) fn tapped(text: &str) -> Option<(MemberId, Mark)> {
    let (mark, member) = text.split_once(':')?;
    Some((member.parse().ok()?, Mark::of_word(mark)?))
}

/// The line numbers in `3, 17-19`, none where something else is written.
pub(super) fn lines(text: &str, most: usize) -> Option<Vec<usize>> {
    let mut all = Vec::new();
    for part in text.split([',', ';', ' ', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        let (from, to): (usize, usize) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
        if from < 1 || to < from || to > most {
            return None;
        }
        all.extend(from..=to);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_numbers_are_read_alone_and_as_ranges() {
        assert_eq!(lines("3, 5-7;9", 10), Some(vec![3, 5, 6, 7, 9]));
        assert_eq!(lines("", 10), Some(vec![]));
        for wrong in ["0", "11", "5-3", "a", "1-x", "-"] {
            assert_eq!(lines(wrong, 10), None, "{wrong}");
        }
    }
}
