//! Taking an entry back: another one moves the same the other way round, and both stay.
use super::{
    EntryMade, Opened, form,
    made::{New, make, refused},
    mine,
    told::Told,
};
use crate::{
    House, Problem,
    journal::{Asking, Change, Done, done_before},
};
use rules::{BookEntryId, books::Refused};

/// Takes an entry of the member who asks back, on its own day, or today where its month is closed.
pub fn reverse(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    entry: BookEntryId,
    reason: &str,
) -> Result<Done<EntryMade>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let opened = Opened::of(tx, house, &row)?;
    let kept = opened.entry(entry).ok_or_else(|| refused(Refused::NoSuchEntry))?;
    let today = asking.at.date();
    let on = opened.books.day_to_reverse(&kept.entry, today);
    let back = opened.books.may_reverse(entry, on, today).map_err(refused)?;
    let told = Told { note: form::reason(reason)?, ..kept.told.clone() };
    let (on, kind, reverses) = (back.on, back.kind, back.reverses);
    make(tx, house, asking, &New { row: &row, on, kind, reverses, told: &told })
}
