//! What every form about activity holds: a day, and a sentence that is sealed.
use crate::{
    Code, FieldError, House, Problem, journal::Sealed, people::MemberRow, privacy::PersonKey,
};
use rules::Date;

/// The longest sentence kept.
const LONGEST: usize = 500;

/// The key of the person a record is of; refused once erased.
pub(super) fn key_of(house: &House, row: &MemberRow) -> Result<PersonKey, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    Ok(house.seal.person_key(row.keyed_by, salt))
}

/// A day from the registration up to today, which it is where nothing was typed.
pub(super) fn day(
    field: &'static str,
    typed: &str,
    row: &MemberRow,
    today: Date,
) -> Result<Date, FieldError> {
    let wrong = |code| FieldError::new(field, code);
    if typed.trim().is_empty() {
        return Ok(today);
    }
    let day = rules::date::parse_officer(typed).map_err(|_| wrong(Code::Date))?;
    if day > today {
        return Err(wrong(Code::Future));
    }
    if day < row.registered_on { Err(wrong(Code::BeforeRegistration)) } else { Ok(day) }
}

/// A sentence, sealed with the person's key; none where nothing was typed.
pub(super) fn sentence(
    house: &House,
    row: &MemberRow,
    field: &'static str,
    typed: &str,
) -> Result<Option<Sealed>, Problem> {
    let typed = typed.trim();
    if typed.chars().count() > LONGEST {
        return Err(Problem::Invalid(vec![FieldError::new(field, Code::Long)]));
    }
    let key = key_of(house, row)?;
    let seal = || Sealed(key.seal(house.bytes(), row.id.0.as_bytes(), typed.as_bytes()));
    Ok((!typed.is_empty()).then(seal))
}

/// The same where a reason must be given.
pub(super) fn reason(
    house: &House,
    row: &MemberRow,
    field: &'static str,
    typed: &str,
) -> Result<Sealed, Problem> {
    let sealed = sentence(house, row, field, typed)?;
    sealed.ok_or_else(|| Problem::Invalid(vec![FieldError::new(field, Code::Reason)]))
}

/// A sentence again; none once the person's key is erased.
pub(super) fn opened(house: &House, row: &MemberRow, sealed: &[u8]) -> Option<String> {
    let key = house.seal.person_key(row.keyed_by, row.salt.as_ref()?);
    String::from_utf8(key.open(row.id.0.as_bytes(), sealed)?.to_vec()).ok()
}
