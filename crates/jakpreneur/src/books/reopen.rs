//! Opening the month that was closed last again, with a reason.
use super::{Opened, form, made::refused, mine, rows, told};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, growth::Month};
use serde::{Deserialize, Serialize};

/// A closed month was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthReopened {
    /// Whose books.
    pub member: MemberId,
    /// The month.
    pub month: Month,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for MonthReopened {
    const ACT: &'static str = "books.reopen";
}

/// Opens a month of the member who asks. Its turnover stands as told until it is closed again.
pub fn reopen(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    month: Month,
    reason: &str,
) -> Result<Done<MonthReopened>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    Opened::of(tx, house, &row)?.books.may_reopen(month).map_err(refused)?;
    let reason = told::seal(house, &row, &form::reason(reason)?)?;
    let event = MonthReopened { member: row.id, month, reason };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of opening again.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MonthReopened) -> Result<(), Problem> {
    Ok(rows::reopen(tx, stamp, event)?)
}
