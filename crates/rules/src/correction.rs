//! What of a record may be corrected, and when a correction is refused (BR-15).

use crate::{registration::PROGRAMME_BEGAN, worded::worded};
use jiff::civil::Date;

worded! {
    /// What a record says of a member and a correction may change.
    named => Field {
        /// The national identity number.
        Nik = "nik", "NIK", "NIK";
        /// The name as on the card.
        Name = "name", "Nama", "Name";
        /// The birth date.
        BirthDate = "birth_date", "Tanggal lahir", "Birth date";
        /// Female or male.
        Sex = "sex", "Jenis kelamin", "Sex";
        /// For calls.
        Phone = "phone", "Nomor HP", "Phone number";
        /// For letters.
        Email = "email", "Email", "E-mail";
        /// Street, RT and RW.
        Address = "address", "Alamat usaha", "Address of the business";
        /// Whom the programme is for.
        TargetGroups = "target_groups", "Kelompok sasaran", "Target groups";
        /// The kelurahan, or the kecamatan where it is not known.
        Kelurahan = "kelurahan", "Kelurahan tempat usaha", "Kelurahan of the business";
        /// The responsible kecamatan.
        Office = "office", "Loket", "Counter";
        /// Starter or established.
        Track = "track", "Jalur", "Track";
        /// The trade.
        BusinessType = "business_type", "Jenis usaha", "Trade";
        /// The day of registration.
        RegisteredOn = "registered_on", "Tanggal daftar", "Date of registration";
    }
}

/// Why a record is not corrected; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing would be different.
    #[error("unchanged")]
    Unchanged,
    /// Nobody said why.
    #[error("reason-missing")]
    ReasonMissing,
    /// The day of registration has not come yet.
    #[error("in-future")]
    InFuture,
    /// The programme had not begun.
    #[error("before-programme")]
    BeforeProgramme,
    /// The member received a service before that day of registration (BR-11).
    #[error("after-service")]
    AfterService,
    /// A day of moving without another place.
    #[error("moved-nowhere")]
    MovedNowhere,
    /// The day of moving has not come yet.
    #[error("moved-in-future")]
    MovedInFuture,
    /// Nobody moves within the programme before being registered.
    #[error("moved-before-registration")]
    MovedBeforeRegistration,
}

/// A correction as the rule sees it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// What would be different.
    pub fields: &'a [Field],
    /// Why.
    pub reason: &'a str,
    /// The day of registration as it would be.
    pub registered_on: Date,
    /// The first service that stands.
    pub first_service_on: Option<Date>,
    /// From when the new place holds; none where the old one was a mistake.
    pub moved_on: Option<Date>,
}

/// A correction says why, and leaves every service after the registration.
pub fn check(asked: &Asked<'_>, today: Date) -> Result<(), Refused> {
    if asked.fields.is_empty() {
        return Err(Refused::Unchanged);
    }
    if asked.reason.trim().is_empty() {
        return Err(Refused::ReasonMissing);
    }
    if asked.fields.contains(&Field::RegisteredOn) {
        registered(asked, today)?;
    }
    asked.moved_on.map_or(Ok(()), |on| moved(asked, on, today))
}

fn registered(asked: &Asked<'_>, today: Date) -> Result<(), Refused> {
    if asked.registered_on > today {
        return Err(Refused::InFuture);
    }
    if asked.registered_on < PROGRAMME_BEGAN {
        return Err(Refused::BeforeProgramme);
    }
    let before = asked.first_service_on.is_some_and(|first| first < asked.registered_on);
    if before { Err(Refused::AfterService) } else { Ok(()) }
}

fn moved(asked: &Asked<'_>, on: Date, today: Date) -> Result<(), Refused> {
    if !asked.fields.iter().any(|field| matches!(field, Field::Kelurahan | Field::Office)) {
        return Err(Refused::MovedNowhere);
    }
    if on > today {
        return Err(Refused::MovedInFuture);
    }
    if on < asked.registered_on { Err(Refused::MovedBeforeRegistration) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2022, 6, 22);
    const SOME: Asked<'_> = Asked {
        fields: &[Field::Name],
        reason: "salah ketik",
        registered_on: date(2021, 3, 2),
        first_service_on: Some(date(2021, 4, 1)),
        moved_on: None,
    };

    #[test]
    fn a_correction_changes_something_and_says_why() {
        assert_eq!(check(&SOME, TODAY), Ok(()));
        assert_eq!(check(&Asked { fields: &[], ..SOME }, TODAY), Err(Refused::Unchanged));
        assert_eq!(check(&Asked { reason: " ", ..SOME }, TODAY), Err(Refused::ReasonMissing));
    }

    #[test]
    fn a_registration_is_never_dated_after_a_service() {
        let on = |registered_on| {
            check(&Asked { fields: &[Field::RegisteredOn], registered_on, ..SOME }, TODAY)
        };
        assert_eq!(on(date(2021, 4, 1)), Ok(()));
        assert_eq!(on(date(2021, 4, 2)), Err(Refused::AfterService));
        assert_eq!(on(date(2022, 6, 23)), Err(Refused::InFuture));
        assert_eq!(on(date(2016, 12, 31)), Err(Refused::BeforeProgramme));
    }

    #[test]
    fn a_move_leads_elsewhere_between_registration_and_today() {
        let to = |fields, on| check(&Asked { fields, moved_on: Some(on), ..SOME }, TODAY);
        assert_eq!(to(&[Field::Office], date(2021, 3, 2)), Ok(()));
        assert_eq!(to(&[Field::Kelurahan], TODAY), Ok(()));
        assert_eq!(to(&[Field::Name], TODAY), Err(Refused::MovedNowhere));
        assert_eq!(to(&[Field::Office], date(2022, 6, 23)), Err(Refused::MovedInFuture));
        let before = to(&[Field::Office], date(2021, 3, 1));
        assert_eq!(before, Err(Refused::MovedBeforeRegistration));
    }
}
