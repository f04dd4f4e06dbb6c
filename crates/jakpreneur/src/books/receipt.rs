//! The photo of a receipt: added to an entry, and given out to the member alone.
use super::{Opened, made::refused, mine, rows, told};
use crate::{
    Code, House, Problem,
    files::{self, CleanPicture, Kept, Media, Ready},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{BookEntryId, MemberId, books::Refused};
use serde::{Deserialize, Serialize};

/// A photo was added to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptAdded {
    /// Whose books.
    pub member: MemberId,
    /// The entry.
    pub entry: BookEntryId,
    /// The photo, as the journal tells of it.
    pub file: Kept,
}

impl Event for ReceiptAdded {
    const ACT: &'static str = "books.receipt";
}

/// Adds a photo to an entry of the member who asks, of which nothing but its pixels is left. An entry has one.
pub fn add_receipt(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    entry: BookEntryId,
    photo: &CleanPicture,
) -> Result<Done<ReceiptAdded>, Problem> {
    let row = mine(tx, asking)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let opened = Opened::of(tx, house, &row)?;
    opened.entry(entry).ok_or_else(|| refused(Refused::NoSuchEntry))?;
    if rows::receipt(tx, entry)?.is_some() {
        return Err(Problem::Refused(Code::Unchanged));
    }
    let key = told::key(house, &row)?;
    let file = files::keep(tx, house, &key, row.id.shard(), &Ready::from(photo))?;
    let event = ReceiptAdded { member: row.id, entry, file };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The photo of an entry of the member who is signed in.
pub fn own_receipt(
    tx: &mut Tx<'_>,
    house: &House,
    member: MemberId,
    entry: BookEntryId,
) -> Result<(Media, Vec<u8>), Problem> {
    let row = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
    Opened::of(tx, house, &row)?.entry(entry).ok_or(Problem::NotFound)?;
    let (file, media) = rows::receipt(tx, entry)?.ok_or(Problem::NotFound)?;
    let media = Media::of_word(&media).ok_or(Problem::NotFound)?;
    let bytes = files::open(tx, &told::key(house, &row)?, file)?.ok_or(Problem::NotFound)?;
    Ok((media, bytes))
}

/// Whether an entry has a photo.
pub(super) fn has_receipt(tx: &mut Tx<'_>, entry: BookEntryId) -> Result<bool, Problem> {
    Ok(rows::receipt(tx, entry)?.is_some())
}

/// The row of a photo; its bytes are no part of the journal.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReceiptAdded) -> Result<(), Problem> {
    Ok(rows::add_receipt(tx, stamp, event)?)
}
