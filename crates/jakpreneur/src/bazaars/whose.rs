//! Who may do what with a bazaar and those who ask for it.
use super::{Announced, ApplicationRow, BazaarRow, form, rows};
use crate::{
    House, Problem,
    journal::Asking,
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, ApplicationId, BazaarId, MemberId, bazaar::Refused};

/// A bazaar that was not called off.
pub(super) fn announced(tx: &mut Tx<'_>, id: BazaarId) -> Result<BazaarRow, Problem> {
    let row = rows::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
    not_called_off(&row)?;
    Ok(row)
}

/// Nothing more is done at a bazaar that was called off.
pub(super) fn not_called_off(row: &BazaarRow) -> Result<(), Problem> {
    if row.called_off.is_some() { Err(form::refused(Refused::CalledOff)) } else { Ok(()) }
}

/// Refuses a bazaar of another agency or area than the officer's.
pub(super) fn covers(officer: &Officer, it: &Announced) -> Result<(), Problem> {
    if officer.scope.covers(&it.agency, it.area) { Ok(()) } else { Err(Problem::Forbidden) }
}

/// A bazaar that the officer answers for.
pub(super) fn managed(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: BazaarId,
) -> Result<BazaarRow, Problem> {
    officer.may(Act::ManageBazaars)?;
    let row = rows::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
    covers(officer, &row.announced)?;
    Ok(row)
}

/// Refuses whoever is no officer who looks after sellers.
pub(super) fn officer(asking: &Asking) -> Result<(), Problem> {
    if asking.officer.resident.is_some() {
        return Err(Problem::Forbidden);
    }
    asking.officer.may(Act::ManageSellers)
}

/// Whoever may do nothing with applications hears so before anything is looked for.
pub(super) fn may_at_all(asking: &Asking) -> Result<(), Problem> {
    if asking.officer.resident.is_some() { Ok(()) } else { officer(asking) }
}

/// The record of a member who acts for themselves, or for whom an officer acts.
pub(super) fn member(
    tx: &mut Tx<'_>,
    asking: &Asking,
    member: MemberId,
) -> Result<MemberRow, Problem> {
    let found = match asking.officer.resident {
        Some(own) if own == member => people::own_record(tx, member)?,
        Some(_) => None,
        None => people::record(tx, &asking.officer.scope, member)?,
    };
    found.ok_or(Problem::NotFound)
}

/// An application, for the person whose it is, for officers of the bazaar, and for those of the member.
pub(super) fn application(
    tx: &mut Tx<'_>,
    asking: &Asking,
    id: BazaarId,
    application: ApplicationId,
) -> Result<(BazaarRow, ApplicationRow), Problem> {
    may_at_all(asking)?;
    let bazaar = announced(tx, id)?;
    let row = rows::application(tx, id, application)?.ok_or(Problem::NotFound)?;
    let officer = &asking.officer;
    let theirs = match (officer.resident, row.member) {
        (Some(own), Some(member)) => same_person(tx, own, member)?,
        (None, _) if covers(officer, &bazaar.announced).is_ok() => true,
        (None, Some(member)) => people::record(tx, &officer.scope, member)?.is_some(),
        (Some(_) | None, None) => false,
    };
    if theirs { Ok((bazaar, row)) } else { Err(Problem::NotFound) }
}

fn same_person(tx: &mut Tx<'_>, own: MemberId, other: MemberId) -> Result<bool, Problem> {
    let person = |row: Option<MemberRow>| row.map(|row| row.person);
    let own = person(people::own_record(tx, own)?);
    Ok(own.is_some() && own == person(people::own_record(tx, other)?))
}

/// The record within scope that a NIK read out at a desk means for a bazaar: of its own agency, else the earliest.
pub fn of_nik(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: BazaarId,
    nik: &str,
) -> Result<MemberId, Problem> {
    officer.may(Act::ManageSellers)?;
    let agency = announced(tx, id)?.announced.agency;
    people::meant(tx, house, &officer.scope, agency, nik)
}
