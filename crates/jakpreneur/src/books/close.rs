//! Closing a month: nothing more is entered in it, and its turnover is known.
use super::{Opened, made::refused, mine, rows};
use crate::{
    House, Problem, growth,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{MemberId, growth::Month};
use serde::{Deserialize, Serialize};

/// A month was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthClosed {
    /// Whose books.
    pub member: MemberId,
    /// The month.
    pub month: Month,
}

impl Event for MonthClosed {
    const ACT: &'static str = "books.close";
}

/// The part of the act that tells the turnover.
const TURNOVER: usize = 0;

/// Closes a month of the member who asks, and tells its turnover with the books as its source.
pub fn close(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    month: Month,
) -> Result<Done<MonthClosed>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let books = Opened::of(tx, house, &row)?.books;
    books.may_close(month, asking.at.date()).map_err(refused)?;
    let event = MonthClosed { member: row.id, month };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    let turnover = books.turnover(month);
    // A month in which more was taken back than sold has no turnover that could be compared.
    if turnover.0 >= 0 {
        growth::from_books(tx, house, &asking.part(TURNOVER), &row, (month, turnover))?;
    }
    Ok(done)
}

/// The row of closing.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &MonthClosed) -> Result<(), Problem> {
    Ok(rows::close(tx, stamp, event)?)
}
