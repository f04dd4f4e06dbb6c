//! An entry in the journal, of either sort: made, or taking another one back.
use super::{
    rows,
    told::{self, Told},
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp},
    people::MemberRow,
};
use db::Tx;
use rules::{
    BookEntryId, Date, MemberId,
    books::{Kind, Refused},
};
use serde::{Deserialize, Serialize};

/// An entry was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryMade {
    /// The entry.
    pub entry: BookEntryId,
    /// Whose books.
    pub member: MemberId,
    /// When it happened.
    pub occurred_on: Date,
    /// What happened, or what is taken back.
    pub kind: Kind,
    /// The entry that is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<BookEntryId>,
    /// Amount, purse and note, sealed.
    pub told: Sealed,
}

impl Event for EntryMade {
    const ACT: &'static str = "books.enter";
}

/// What is entered of whom.
pub(super) struct New<'n> {
    pub row: &'n MemberRow,
    pub on: Date,
    pub kind: Kind,
    pub reverses: Option<BookEntryId>,
    pub told: &'n Told,
}

/// Enters what the rules allowed.
pub(super) fn make(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &New<'_>,
) -> Result<Done<EntryMade>, Problem> {
    let event = EntryMade {
        entry: BookEntryId(house.new_sharded(new.row.id.shard())),
        member: new.row.id,
        occurred_on: new.on,
        kind: new.kind,
        reverses: new.reverses,
        told: told::seal(house, new.row, new.told)?,
    };
    let done = journal::record(tx, asking, Some(new.row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of an entry.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryMade) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}

/// At which field of a form the books say no; none where it is about no field.
const fn field(no: Refused) -> Option<&'static str> {
    match no {
        Refused::NotPositive | Refused::TooLarge => Some("amount"),
        Refused::InFuture | Refused::TooLongAgo | Refused::MonthClosed | Refused::BeforeEntry => {
            Some("occurred_on")
        }
        Refused::NoSuchEntry
        | Refused::AlreadyReversed
        | Refused::ReversalOfReversal
        | Refused::MonthNotOver
        | Refused::MonthEmpty
        | Refused::EarlierOpen
        | Refused::NotLastClosed
        | Refused::NoPeriod
        | Refused::PeriodOpen => None,
    }
}

/// What the asker hears.
pub(super) fn refused(no: Refused) -> Problem {
    match field(no) {
        Some(field) => Problem::Invalid(vec![FieldError::new(field, Code::Books(no))]),
        None => Problem::Refused(Code::Books(no)),
    }
}
