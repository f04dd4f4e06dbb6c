//! Support from a file: new, or recorded as it says already.
use super::{SupportForm, Told, Understood, give, reference, rows, told};
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
};
use db::Tx;
use rules::{Act, Agency, Date, Rupiah, support::SupportKind};
use uuid::Uuid;

/// What tells one support of a member from another.
pub type Same = (SupportKind, Agency, Date, Option<Rupiah>, String);

/// Does what a row says; answers whether anything was new.
pub fn bring(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &SupportForm,
    import: Uuid,
) -> Result<bool, Problem> {
    let new = understood(tx, house, asking, row, form)?;
    if is_known(tx, house, row, &new)? {
        return Ok(false);
    }
    give::enter(tx, house, asking, row, &new, Some(import))?;
    Ok(true)
}

/// What a row would record, or why not; none where it is recorded already.
pub fn would_bring(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &SupportForm,
) -> Result<Option<Same>, Problem> {
    let new = understood(tx, house, asking, row, form)?;
    let known = is_known(tx, house, row, &new)?;
    Ok((!known).then_some((new.kind, new.agency, new.given_on, new.value, new.told.what)))
}

fn understood(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &SupportForm,
) -> Result<Understood, Problem> {
    asking.officer.may(Act::RecordService)?;
    form.understand(house, asking, row, &reference::kinds(tx)?)
}

/// Whether the member got the same on the same day, not taken back; what was said of it is sealed.
fn is_known(
    tx: &mut Tx<'_>,
    house: &House,
    row: &MemberRow,
    new: &Understood,
) -> Result<bool, Problem> {
    let key = told::key_of(house, row)?;
    let same = |it: &rows::SupportRow| {
        it.voided_at_position.is_none()
            && (it.kind, it.agency, it.given_on, it.value)
                == (new.kind, new.agency, new.given_on, new.value)
            && Told::open(&key, it.id, &it.details).as_ref() == Some(&new.told)
    };
    Ok(rows::of_member(tx, row.id)?.iter().any(same))
}
