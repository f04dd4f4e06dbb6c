//! The rows of terms.
use super::{MentorAppointed, TermEnded};
use crate::journal::Stamp;
use db::{Error, Result, Tx, sql};
use rules::{
    ActId, Agency, Date, RegionCode, UserId,
    mentoring::{EndedBecause, Term},
};

sql!(
    ADD = "
    insert into mentor_term (id, mentor_id, agency, area, from_on, until_on, position, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
/// A term that was told.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &MentorAppointed) -> Result<()> {
    let row = (
        event.term,
        event.mentor,
        event.agency,
        event.area,
        event.from_on,
        event.until_on,
        stamp.position,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

sql!(
    END = "
    update mentor_term set ended_on = $1, because = $2, ended_at_position = $3 where id = $4"
);
/// A term that ended early.
pub(super) fn end(tx: &mut Tx<'_>, stamp: &Stamp, event: &TermEnded) -> Result<()> {
    tx.run(END, (event.last_on, event.because.word(), stamp.position, event.term)).map(drop)
}

/// A term as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// The term.
    pub id: ActId,
    /// The mentor's account.
    pub mentor: UserId,
    /// For whom.
    pub agency: Agency,
    /// Where.
    pub area: RegionCode,
    /// Its days.
    pub term: Term,
    /// Why it ended early.
    pub because: Option<EndedBecause>,
}

type Row = (ActId, UserId, Agency, RegionCode, Date, Date, Option<Date>, Option<String>);
fn row((id, mentor, agency, area, from_on, until_on, ended_on, because): Row) -> Result<TermRow> {
    let because =
        because.map(|word| EndedBecause::of_word(&word).ok_or(Error::Unreadable(7, word)));
    let term = Term { from_on, until_on, ended_on };
    Ok(TermRow { id, mentor, agency, area, term, because: because.transpose()? })
}

sql!(
    ALL = "
    select id, mentor_id, agency, area, from_on, until_on, ended_on, because
    from mentor_term order by mentor_id, from_on, position"
);
/// Every term.
pub(super) fn all(tx: &mut Tx<'_>) -> Result<Vec<TermRow>> {
    tx.all::<Row>(ALL, ())?.into_iter().map(row).collect()
}

sql!(
    OF_MENTOR = "
    select id, mentor_id, agency, area, from_on, until_on, ended_on, because
    from mentor_term where mentor_id = $1 order by from_on, position"
);
/// The terms of a mentor, oldest first.
pub(super) fn of_mentor(tx: &mut Tx<'_>, mentor: UserId) -> Result<Vec<TermRow>> {
    tx.all::<Row>(OF_MENTOR, (mentor,))?.into_iter().map(row).collect()
}

sql!(
    ONE = "
    select id, mentor_id, agency, area, from_on, until_on, ended_on, because
    from mentor_term where id = $1"
);
/// A term, whoever's it is.
pub(super) fn one(tx: &mut Tx<'_>, id: ActId) -> Result<Option<TermRow>> {
    tx.maybe::<Row>(ONE, (id,))?.map(row).transpose()
}
