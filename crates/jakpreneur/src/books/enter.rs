//! Entering what happened, in plain words.
use super::{
    EntryForm, EntryMade, Opened,
    made::{New, make, refused},
    mine,
};
use crate::{
    House, Problem,
    journal::{Asking, Change, Done, done_before},
};

/// Enters something into the books of the member who asks.
pub fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    form: &EntryForm,
) -> Result<Done<EntryMade>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let today = asking.at.date();
    let new = form.understand(today)?;
    let opened = Opened::of(tx, house, &row)?;
    opened.books.may_enter(new.on, new.told.amount, today).map_err(refused)?;
    let new = New { row: &row, on: new.on, kind: new.kind, reverses: None, told: &new.told };
    make(tx, house, asking, &new)
}
