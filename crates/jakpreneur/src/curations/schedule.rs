//! Saying when and where a product is brought: by the agency, and again where the day moves.
use super::{
    announce::{day, line},
    step::no,
    whose, written,
};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, CurationEntryId, Date, MemberId,
    marketing::curation::{Refused, Step},
    training::TimeOfDay,
};
use serde::{Deserialize, Serialize};

/// A day and place as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScheduleForm {
    /// The day.
    pub held_on: String,
    /// The time.
    pub held_at: String,
    /// Where.
    pub place: String,
}

/// An entry has a day and a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryScheduled {
    /// The entry.
    pub entry: CurationEntryId,
    /// Whose it is.
    pub member: MemberId,
    /// The day.
    pub held_on: Date,
    /// The time.
    pub held_at: TimeOfDay,
    /// Where.
    pub place: String,
}

impl Event for EntryScheduled {
    const ACT: &'static str = "curation.schedule";
}

/// The longest place.
const LONGEST: usize = 200;

/// Sets the day and place of an entry.
pub fn schedule(
    tx: &mut Change<'_>,
    asking: &Asking,
    entry: CurationEntryId,
    form: &ScheduleForm,
) -> Result<Done<EntryScheduled>, Problem> {
    asking.officer.may(Act::ManageCurations)?;
    let (row, member) = whose::office(tx, &asking.officer, entry)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    row.state.after(Step::Schedule).map_err(no)?;
    let (held_on, held_at, place) = form.understand(asking.at.date())?;
    let event = EntryScheduled { entry, member: member.id, held_on, held_at, place };
    let done = journal::record(tx, asking, Some(member.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl ScheduleForm {
    fn understand(&self, today: Date) -> Result<(Date, TimeOfDay, String), Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let held_on = day(&self.held_on, None).map_err(|code| read("held_on", code)).ok();
        if held_on.is_some_and(|day| day < today) {
            read("held_on", Code::Curation(Refused::Day));
        }
        let held_at = self.held_at.trim().parse::<TimeOfDay>().map_err(|_| Code::Time);
        let held_at = held_at.map_err(|code| read("held_at", code)).ok();
        let place = line(&self.place, LONGEST).map_err(|code| read("place", code)).ok();
        match (held_on, held_at, place) {
            (Some(held_on), Some(held_at), Some(place)) if wrong.is_empty() => {
                Ok((held_on, held_at, place))
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }
}

/// The rows of a day and place.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryScheduled) -> Result<(), Problem> {
    Ok(written::schedule(tx, stamp, event)?)
}
