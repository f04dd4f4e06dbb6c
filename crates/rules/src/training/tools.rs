//! Who gets production tools: once from an agency, with a KTP of Jakarta and a permit (BR-20).

use crate::{digits, worded::worded};

worded! {
    /// What permit somebody shows who is given tools.
    parse_officer => PermitKind {
        /// The business identity number, 13 digits.
        Nib = "nib", "NIB", "Business number (NIB)";
        /// Another permit, by its number.
        Other = "other", "Izin lain", "Another permit";
        /// None is shown: the licensing stage was reached.
        Stage = "stage", "Tahap perizinan sudah dicapai", "The licensing stage was reached", "tahap";
    }
}

/// The digits of a business identity number.
const NIB: usize = 13;
/// The longest number of a permit.
const LONGEST: usize = 60;

/// Why somebody gets no tools; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotGranted {
    /// The agency has given this person tools.
    #[error("tools-before")]
    Before,
    /// Nobody looked at the KTP.
    #[error("ktp-not-seen")]
    KtpNotSeen,
    /// The number of the permit is missing, or is none.
    #[error("permit")]
    Permit,
    /// The licensing stage was not reached.
    #[error("no-permit")]
    StageNotReached,
}

/// What is known of somebody who is to be given tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipient {
    /// Whether the agency gave them tools, under any of their records.
    pub has_tools: bool,
    /// Whether an officer looked at the KTP of Jakarta.
    pub ktp_seen: bool,
    /// Whether the licensing stage is reached.
    pub is_licensed: bool,
}

/// The permit's number as kept, empty where the stage stands for it.
pub fn may_grant(to: Recipient, kind: PermitKind, number: &str) -> Result<String, NotGranted> {
    if to.has_tools {
        return Err(NotGranted::Before);
    }
    if !to.ktp_seen {
        return Err(NotGranted::KtpNotSeen);
    }
    match kind {
        PermitKind::Nib => nib(number),
        PermitKind::Other => other(number),
        PermitKind::Stage if to.is_licensed => Ok(String::new()),
        PermitKind::Stage => Err(NotGranted::StageNotReached),
    }
}

fn nib(number: &str) -> Result<String, NotGranted> {
    let digits = digits::all(number).map_err(|_| NotGranted::Permit)?;
    if digits.len() == NIB { Ok(digits) } else { Err(NotGranted::Permit) }
}

fn other(number: &str) -> Result<String, NotGranted> {
    let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
    let good = (4..=LONGEST).contains(&number.chars().count())
        && number.bytes().any(|byte| byte.is_ascii_digit());
    if good { Ok(number) } else { Err(NotGranted::Permit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIT: Recipient = Recipient { has_tools: false, ktp_seen: true, is_licensed: false };

    #[test]
    fn a_nib_has_thirteen_digits_however_it_is_typed() {
        let granted = |number| may_grant(FIT, PermitKind::Nib, number);
        assert_eq!(granted("1234 5678 90123"), Ok("1234567890123".to_owned()));
        for raw in ["", "123456789012", "12345678901234", "123456789012X"] {
            assert_eq!(granted(raw), Err(NotGranted::Permit), "{raw}");
        }
    }

    #[test]
    fn another_permit_has_some_number() {
        let granted = |number| may_grant(FIT, PermitKind::Other, number);
        assert_eq!(granted(" IUMK  12/2019 "), Ok("IUMK 12/2019".to_owned()));
        for raw in ["", "ada", "  1 "] {
            assert_eq!(granted(raw), Err(NotGranted::Permit), "{raw}");
        }
    }

    #[test]
    fn the_stage_stands_for_a_permit_only_when_it_is_reached() {
        let licensed = Recipient { is_licensed: true, ..FIT };
        assert_eq!(may_grant(licensed, PermitKind::Stage, ""), Ok(String::new()));
        assert_eq!(may_grant(FIT, PermitKind::Stage, ""), Err(NotGranted::StageNotReached));
    }

    #[test]
    fn nobody_gets_tools_twice_or_without_a_ktp() {
        let before = Recipient { has_tools: true, ..FIT };
        assert_eq!(may_grant(before, PermitKind::Nib, "1234567890123"), Err(NotGranted::Before));
        let unseen = Recipient { ktp_seen: false, ..FIT };
        assert_eq!(
            may_grant(unseen, PermitKind::Nib, "1234567890123"),
            Err(NotGranted::KtpNotSeen)
        );
    }
}
