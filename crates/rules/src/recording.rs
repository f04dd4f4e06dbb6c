//! When a service may be recorded, and when it may be taken back (BR-11).

use crate::StageKind;
use jiff::civil::Date;

/// Why a service cannot be recorded; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The member was registered only later.
    #[error("before-registration")]
    BeforeRegistration,
    /// The day has not come yet.
    #[error("in-future")]
    InFuture,
    /// Only registering records the registration.
    #[error("registration-again")]
    RegistrationAgain,
}

/// Why a service cannot be taken back; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VoidRefused {
    /// It was taken back before.
    #[error("already-voided")]
    AlreadyVoided,
    /// Nobody said why.
    #[error("reason-missing")]
    ReasonMissing,
    /// Without its registration a member would not be one.
    #[error("is-registration")]
    IsRegistration,
}

/// Any stage but the first, in any order and several times, from the day of registration until today.
pub fn may_record(
    stage: StageKind,
    occurred_on: Date,
    registered_on: Date,
    today: Date,
) -> Result<(), Refused> {
    if stage == StageKind::Registration {
        return Err(Refused::RegistrationAgain);
    }
    if occurred_on > today {
        return Err(Refused::InFuture);
    }
    if occurred_on < registered_on { Err(Refused::BeforeRegistration) } else { Ok(()) }
}

/// Once, with a reason, and never the registration.
pub fn may_void(already_voided: bool, stage: StageKind, reason: &str) -> Result<(), VoidRefused> {
    if stage == StageKind::Registration {
        return Err(VoidRefused::IsRegistration);
    }
    if already_voided {
        return Err(VoidRefused::AlreadyVoided);
    }
    if reason.trim().is_empty() { Err(VoidRefused::ReasonMissing) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const REGISTERED: Date = date(2021, 3, 2);
    const TODAY: Date = date(2021, 6, 1);

    #[test]
    fn every_other_stage_may_follow_registration_from_its_very_day_until_today() {
        for stage in StageKind::ALL.into_iter().filter(|stage| *stage != StageKind::Registration) {
            assert_eq!(may_record(stage, REGISTERED, REGISTERED, TODAY), Ok(()));
            assert_eq!(may_record(stage, TODAY, REGISTERED, TODAY), Ok(()));
        }
    }

    #[test]
    fn a_service_is_neither_before_registration_nor_in_the_future() {
        let on = |day| may_record(StageKind::Training, day, REGISTERED, TODAY);
        assert_eq!(on(date(2021, 3, 1)), Err(Refused::BeforeRegistration));
        assert_eq!(on(date(2021, 6, 2)), Err(Refused::InFuture));
    }

    #[test]
    fn registration_is_recorded_only_by_registering() {
        let again = may_record(StageKind::Registration, TODAY, REGISTERED, TODAY);
        assert_eq!(again, Err(Refused::RegistrationAgain));
    }

    #[test]
    fn a_service_is_taken_back_once_and_with_a_reason() {
        assert_eq!(may_void(false, StageKind::Training, "salah orang"), Ok(()));
        assert_eq!(
            may_void(true, StageKind::Training, "salah orang"),
            Err(VoidRefused::AlreadyVoided)
        );
        assert_eq!(may_void(false, StageKind::Training, " \n"), Err(VoidRefused::ReasonMissing));
        assert_eq!(
            may_void(false, StageKind::Registration, "salah"),
            Err(VoidRefused::IsRegistration)
        );
    }
}
