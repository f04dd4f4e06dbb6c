//! The books as an officer sees them: only within scope, and only while the member consents.
use super::{Opened, rows};
use crate::{
    House, Problem,
    people::{self, MemberRow},
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{Act, Instant, MemberId};

/// Opens the books of a member for an officer, and logs it. Without consent they are not found, as if there
/// were none.
pub fn seen_by(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    member: MemberId,
    at: Instant,
) -> Result<(MemberRow, Opened), Problem> {
    officer.may(Act::ReadBooks)?;
    let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    rows::consent(tx, member)?.ok_or(Problem::NotFound)?;
    log_read(tx, house.new_id(), at, officer, "books.open", Some(member.0), 1)?;
    let opened = Opened::of(tx, house, &row)?;
    Ok((row, opened))
}

/// Whether an officer who may open the member's file may see their books too.
pub fn are_shown(tx: &mut Tx<'_>, officer: &Officer, member: MemberId) -> Result<bool, Problem> {
    Ok(officer.role.may(Act::ReadBooks) && rows::consent(tx, member)?.is_some())
}
