//! The rows behind the books.
use super::{EntryMade, MonthClosed, MonthReopened, ReceiptAdded, ReportKept};
use crate::journal::Stamp;
use db::{Error, Position, Result, Tx, sql};
use rules::{BookEntryId, Date, FileId, Instant, MemberId, books::Kind, growth::Month};

/// An entry as kept.
pub(super) struct EntryRow {
    pub id: BookEntryId,
    pub on: Date,
    pub kind: Kind,
    pub reverses: Option<BookEntryId>,
    pub told: Vec<u8>,
    pub position: Position,
    pub recorded_at: Instant,
}

/// A consent that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Since when.
    pub given_at: Instant,
}

/// A month as a column; months of the programme are far below the bound.
fn column(month: Month) -> i16 {
    i16::try_from(month.0).unwrap_or(i16::MAX)
}

sql!(
    ADD = "
    insert into book_entry (shard, id, member_id, occurred_on, kind, reverses, told, position, recorded_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// An entry.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryMade) -> Result<()> {
    let row = (
        event.member.shard(),
        event.entry,
        event.member,
        event.occurred_on,
        event.kind.word(),
        event.reverses,
        event.told.0.as_slice(),
        stamp.position,
        stamp.at,
    );
    tx.run(ADD, row).map(drop)
}

type Row = (BookEntryId, Date, String, Option<BookEntryId>, Vec<u8>, Position, Instant);

fn entry(row: Row) -> Result<EntryRow> {
    let (id, on, kind, reverses, told, position, recorded_at) = row;
    let kind = Kind::of_word(&kind).ok_or(Error::Unreadable(2, kind))?;
    Ok(EntryRow { id, on, kind, reverses, told, position, recorded_at })
}

sql!(
    ENTRIES = "
    select id, occurred_on, kind, reverses, told, position, recorded_at
    from book_entry where shard = $1 and member_id = $2 order by position"
);
/// Every entry of a member, in the order in which they were made: statements need them all.
pub(super) fn entries(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<EntryRow>> {
    tx.all::<Row>(ENTRIES, (member.shard(), member))?.into_iter().map(entry).collect()
}

sql!(
    CLOSE = "
    insert into book_closing (shard, member_id, month, position) values ($1, $2, $3, $4)"
);
/// A month is closed.
pub(super) fn close(tx: &mut Tx<'_>, stamp: &Stamp, event: &MonthClosed) -> Result<()> {
    let member = event.member;
    tx.run(CLOSE, (member.shard(), member, column(event.month), stamp.position)).map(drop)
}

sql!(
    REOPEN = "
    update book_closing set ended_at_position = $1, reason = $2
    where shard = $3 and member_id = $4 and month = $5 and ended_at_position is null"
);
/// It is open again.
pub(super) fn reopen(tx: &mut Tx<'_>, stamp: &Stamp, event: &MonthReopened) -> Result<()> {
    let (member, reason) = (event.member, event.reason.0.as_slice());
    let row = (stamp.position, reason, member.shard(), member, column(event.month));
    tx.run(REOPEN, row).map(drop)
}

sql!(
    CLOSED = "
    select month from book_closing
    where shard = $1 and member_id = $2 and ended_at_position is null order by month"
);
/// The months that are closed now.
pub(super) fn closed(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Month>> {
    let rows: Vec<(i16,)> = tx.all(CLOSED, (member.shard(), member))?;
    let month = |(month,): (i16,)| {
        u16::try_from(month).map(Month).map_err(|_| Error::Unreadable(0, month.to_string()))
    };
    rows.into_iter().map(month).collect()
}

sql!(
    GIVE = "
    insert into book_consent (shard, member_id, position, given_at) values ($1, $2, $3, $4)"
);
/// Officers may see the books.
pub(super) fn give(tx: &mut Tx<'_>, stamp: &Stamp, member: MemberId) -> Result<()> {
    tx.run(GIVE, (member.shard(), member, stamp.position, stamp.at)).map(drop)
}

sql!(
    REVOKE = "
    update book_consent set revoked_at_position = $1, revoked_at = $2
    where shard = $3 and member_id = $4 and revoked_at_position is null"
);
/// They may no more.
pub(super) fn revoke(tx: &mut Tx<'_>, stamp: &Stamp, member: MemberId) -> Result<()> {
    tx.run(REVOKE, (stamp.position, stamp.at, member.shard(), member)).map(drop)
}

sql!(
    CONSENT = "
    select given_at from book_consent
    where shard = $1 and member_id = $2 and revoked_at_position is null"
);
/// The consent that stands.
pub(super) fn consent(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Consent>> {
    let found: Option<(Instant,)> = tx.maybe(CONSENT, (member.shard(), member))?;
    Ok(found.map(|(given_at,)| Consent { given_at }))
}

sql!(
    KEEP = "
    insert into book_report (shard, member_id, first_month, last_month, position, recorded_at, service_id, told)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// A report that is kept.
pub(super) fn keep(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReportKept) -> Result<()> {
    let member = event.member;
    let row = (
        member.shard(),
        member,
        column(event.first),
        column(event.last),
        stamp.position,
        stamp.at,
        event.service,
        event.told.0.as_slice(),
    );
    tx.run(KEEP, row).map(drop)
}

sql!(
    REPORTS = "
    select told from book_report
    where shard = $1 and member_id = $2 and first_month = $3 and last_month = $4 order by position"
);
/// The totals of the reports of just these months, oldest first.
pub(super) fn reports(
    tx: &mut Tx<'_>,
    member: MemberId,
    first: Month,
    last: Month,
) -> Result<Vec<Vec<u8>>> {
    let of = (member.shard(), member, column(first), column(last));
    Ok(tx.all::<(Vec<u8>,)>(REPORTS, of)?.into_iter().map(|(told,)| told).collect())
}

sql!(
    ADD_RECEIPT = "
    insert into book_receipt (shard, entry_id, member_id, file_id, media, size, digest, position)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// A photo of an entry.
pub(super) fn add_receipt(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReceiptAdded) -> Result<()> {
    let (entry, file) = (event.entry, &event.file);
    let row = (
        entry.shard(),
        entry,
        event.member,
        file.file,
        file.media.as_str(),
        file.size,
        file.digest.0.as_slice(),
        stamp.position,
    );
    tx.run(ADD_RECEIPT, row).map(drop)
}

sql!(
    RECEIPT = "
    select file_id, media from book_receipt where shard = $1 and entry_id = $2"
);
/// The photo of an entry and its type.
pub(super) fn receipt(tx: &mut Tx<'_>, entry: BookEntryId) -> Result<Option<(FileId, String)>> {
    tx.maybe(RECEIPT, (entry.shard(), entry))
}
