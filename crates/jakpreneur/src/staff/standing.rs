//! Whom an account stands for now: for work that goes on after its request was answered.
use super::Officer;
use db::{Result, Tx, sql};
use rules::{Agency, RegionCode, Role, UserId};

sql!(
    STANDING = "
    select name, role, agency, area from user_account
    where id = $1 and disabled_at_position is null"
);
/// The officer of an account, as it is now; none once it is disabled.
pub fn standing(tx: &mut Tx<'_>, user: UserId) -> Result<Option<Officer>> {
    type Row = (String, Role, Option<Agency>, Option<RegionCode>);
    let row: Option<Row> = tx.maybe(STANDING, (user,))?;
    Ok(row.map(|(name, role, agency, area)| Officer::of_account(user, name, role, agency, area)))
}

sql!(SEAT = "select role, agency, area from user_account where id = $1");
/// Where somebody stands: the role, and the agency and area it is for.
pub type Seat = (Role, Option<Agency>, Option<RegionCode>);

/// The role, agency and area of whoever recorded or read something, also once disabled; none for the operator.
pub fn seat_of(tx: &mut Tx<'_>, actor: &str) -> Result<Option<Seat>> {
    let Ok(user) = actor.parse::<UserId>() else { return Ok(None) };
    tx.maybe(SEAT, (user,))
}
