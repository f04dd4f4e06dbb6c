//! A permit from a file: new, known already, or the decision about one that was asked for before.
use super::{LicenceForm, LicenceRow, Recordable, decide, details, record, rows};
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
};
use db::Tx;
use rules::{
    Act,
    licensing::{LicenceKind, LicenceState, may_become},
};
use uuid::Uuid;

/// What a row of a file would do.
#[derive(Clone, Debug)]
pub enum Brought {
    /// It is recorded as it says.
    Known,
    /// It records a permit.
    New(Box<Recordable>),
    /// It decides about a permit that was asked for.
    Decision(Box<(LicenceRow, LicenceState)>),
}

/// Says what a row would do, or why not, before anything is written.
pub fn would_bring(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &LicenceForm,
) -> Result<Brought, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    let new = form.understand(house, asking, row)?;
    let key = details::key_of(house, row)?;
    let asked = !form.requested_on.trim().is_empty();
    let mut open = None;
    for it in rows::of_member(tx, row.id)? {
        if it.kind != new.kind || it.voided_at_position.is_some() {
            continue;
        }
        let number = it.details(Some(&key)).number;
        let same_number = number == new.details.number;
        let same_asking = !asked || it.dates.requested_on == new.dates.requested_on;
        let fits = same_number || new.details.number.is_empty();
        if fits && is_known(it.state, new.state, same_asking) {
            return Ok(Brought::Known);
        }
        if may_become(it.state, new.state) && (same_number || number.is_empty()) && same_asking {
            open = Some(it);
        }
    }
    let decides = |it: LicenceRow| Brought::Decision(Box::new((it, new.state)));
    Ok(open.map_or_else(|| Brought::New(Box::new(new.clone())), decides))
}

/// A permit that went on since the file was written is known; another asking or refusal is another fact.
fn is_known(is: LicenceState, says: LicenceState, same_asking: bool) -> bool {
    match (is, says) {
        (LicenceState::Issued | LicenceState::Revoked, LicenceState::Issued) => true,
        (_, LicenceState::Requested) | (LicenceState::Refused, LicenceState::Refused) => {
            same_asking
        }
        (_, LicenceState::Issued | LicenceState::Refused | LicenceState::Revoked) => false,
    }
}

/// Does what a row says; answers whether anything was new.
pub fn bring(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    form: &LicenceForm,
    import: Uuid,
) -> Result<bool, Problem> {
    match would_bring(tx, house, asking, row, form)? {
        Brought::Known => Ok(false),
        Brought::New(new) => {
            record::enter(tx, house, asking, row, &new, Some(import)).map(|_| true)
        }
        Brought::Decision(open) => {
            let (licence, to) = *open;
            decide::enter(tx, house, asking, (&licence, row), to, form).map(|_| true)
        }
    }
}

/// The kind of a row that was tried out, to know its like again.
pub fn told_apart(brought: &Brought) -> Option<(LicenceKind, LicenceState, String)> {
    match brought {
        Brought::Known => None,
        Brought::New(new) => Some((new.kind, new.state, new.details.number.clone())),
        Brought::Decision(open) => Some((open.0.kind, open.1, open.0.id.to_string())),
    }
}
