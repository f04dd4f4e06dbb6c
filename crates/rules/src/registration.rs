//! When a resident may be registered (BR-8, BR-9).

use crate::date::age;
use jiff::civil::{Date, date};

/// The programme's first year; an earlier registration is a slip of the pen.
pub const PROGRAMME_BEGAN: Date = date(2017, 1, 1);
/// The age from which a person consents alone.
const OF_AGE: i16 = 18;

/// Why a registration cannot be taken; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The day has not come yet.
    #[error("in-future")]
    InFuture,
    /// The programme had not begun.
    #[error("before-programme")]
    BeforeProgramme,
    /// The resident did not consent.
    #[error("no-consent")]
    NoConsent,
    /// The resident is under eighteen and no guardian consented.
    #[error("no-guardian-consent")]
    NoGuardianConsent,
}

/// Without a birth date nobody can be called a minor, so no guardian is asked for.
pub fn check(
    registered_on: Date,
    today: Date,
    consent: bool,
    birth_date: Option<Date>,
    guardian_consent: bool,
) -> Result<(), Refused> {
    if registered_on > today {
        return Err(Refused::InFuture);
    }
    if registered_on < PROGRAMME_BEGAN {
        return Err(Refused::BeforeProgramme);
    }
    if !consent {
        return Err(Refused::NoConsent);
    }
    let minor = birth_date.is_some_and(|born| age(born, registered_on) < OF_AGE);
    if minor && !guardian_consent { Err(Refused::NoGuardianConsent) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2021, 6, 15);

    #[test]
    fn a_registration_is_dated_from_the_programmes_beginning_until_today() {
        let on = |day| check(day, TODAY, true, None, false);
        assert_eq!(on(TODAY), Ok(()));
        assert_eq!(on(PROGRAMME_BEGAN), Ok(()));
        assert_eq!(on(date(2021, 6, 16)), Err(Refused::InFuture));
        assert_eq!(on(date(2016, 12, 31)), Err(Refused::BeforeProgramme));
    }

    #[test]
    fn nobody_is_registered_without_consent() {
        assert_eq!(check(TODAY, TODAY, false, None, true), Err(Refused::NoConsent));
    }

    #[test]
    fn under_eighteen_a_guardian_must_consent() {
        let born = |day, guardian| check(TODAY, TODAY, true, Some(day), guardian);
        assert_eq!(born(date(2003, 6, 16), false), Err(Refused::NoGuardianConsent));
        assert_eq!(born(date(2003, 6, 16), true), Ok(()));
        assert_eq!(born(date(2003, 6, 15), false), Ok(()));
    }
}
