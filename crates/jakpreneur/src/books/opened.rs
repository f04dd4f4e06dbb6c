//! The books of one member, opened.
use super::{
    rows::{self, Consent},
    told::{self, Told},
};
use crate::{
    House, Problem,
    attendance::{self, FinanceClass},
    journal::Asking,
    people::{self, MemberRow},
};
use db::{Position, Tx};
use rules::{
    BookEntryId, Instant, MemberId,
    books::{Books, Entry, Posting},
};

/// An entry as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// As the rules take it.
    pub entry: Entry,
    /// Amount, purse and note.
    pub told: Told,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// When it was recorded.
    pub recorded_at: Instant,
}

/// Everything in the books of a member.
#[derive(Clone, Debug)]
pub struct Opened {
    /// As the rules take them.
    pub books: Books,
    /// The entries in the order in which they were made.
    pub kept: Vec<Kept>,
    /// Since when officers may see them; none where they may not.
    pub consent: Option<Consent>,
    /// Classes about finance that the member finished, the newest first.
    pub classes: Vec<FinanceClass>,
}

/// The record of the member who asks for an act upon their own books; nobody else has such acts.
pub fn mine(tx: &mut Tx<'_>, asking: &Asking) -> Result<MemberRow, Problem> {
    let member = asking.officer.resident.ok_or(Problem::Forbidden)?;
    people::own_record(tx, member)?.ok_or(Problem::NotFound)
}

impl Opened {
    /// The books of a member, for themselves or for whom they let see them.
    pub fn of(tx: &mut Tx<'_>, house: &House, row: &MemberRow) -> Result<Self, Problem> {
        let key = told::key(house, row)?;
        let mut kept = Vec::new();
        for found in rows::entries(tx, row.id)? {
            let told: Told = told::open(&key, row, &found.told).ok_or_else(|| {
                Problem::Broken(format!("the entry at {} cannot be opened", found.position))
            })?;
            kept.push(found.opened(told));
        }
        let entries = kept.iter().map(|it| it.entry).collect();
        let books = Books { entries, closed: rows::closed(tx, row.id)? };
        let classes = attendance::finance_classes(tx, row.id)?;
        Ok(Self { books, kept, consent: rows::consent(tx, row.id)?, classes })
    }

    /// The books of the member who is signed in.
    pub fn own(tx: &mut Tx<'_>, house: &House, member: MemberId) -> Result<Self, Problem> {
        let row = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
        Self::of(tx, house, &row)
    }

    /// An entry.
    pub fn entry(&self, id: BookEntryId) -> Option<&Kept> {
        self.kept.iter().find(|it| it.entry.id == id)
    }

    /// The journal as plain text, by the day of the entries.
    pub fn plain_text(&self) -> String {
        let mut kept: Vec<&Kept> = self.kept.iter().collect();
        kept.sort_by_key(|it| it.entry.on);
        rules::books::plain_text(kept.iter().map(|it| (&it.entry, it.told.note.as_str())))
    }
}

impl rows::EntryRow {
    fn opened(self, told: Told) -> Kept {
        let made = Posting::of(self.kind, told.purse, told.amount);
        let posting = if self.reverses.is_some() { made.reversed() } else { made };
        let Self { id, on, kind, reverses, position, recorded_at, .. } = self;
        Kept { entry: Entry { id, on, kind, posting, reverses }, told, position, recorded_at }
    }
}
