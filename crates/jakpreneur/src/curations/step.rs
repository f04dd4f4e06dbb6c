//! Verifying, validating and sending back: who takes a step is never who took the one before it (BR-24).
use super::{announce, entries::EntryRow, told, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::MemberRow,
};
use db::Tx;
use rules::{
    Act, CurationEntryId, MemberId, UserId,
    marketing::curation::{EntryState, Refused, Step},
};
use serde::{Deserialize, Serialize};

/// An entry was verified, validated or sent back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryStepped {
    /// The entry.
    pub entry: CurationEntryId,
    /// Whose it is.
    pub member: MemberId,
    /// Where it is now.
    pub state: EntryState,
    /// Why it was sent back, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Sealed>,
}

impl Event for EntryStepped {
    const ACT: &'static str = "curation.step";
}

/// The longest reason.
const LONGEST: usize = 500;

/// Says that an entry is as its member told: by a mentor.
pub fn verify(
    tx: &mut Change<'_>,
    asking: &Asking,
    entry: CurationEntryId,
) -> Result<Done<EntryStepped>, Problem> {
    asking.officer.may(Act::VerifyEntries)?;
    let (row, member) = whose::office(tx, &asking.officer, entry)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    take(tx, asking, (&row, &member), Step::Verify, None)
}

/// Agrees to an entry that somebody else verified: by the head of the kecamatan.
pub fn validate(
    tx: &mut Change<'_>,
    asking: &Asking,
    entry: CurationEntryId,
) -> Result<Done<EntryStepped>, Problem> {
    asking.officer.may(Act::ValidateEntries)?;
    let (row, member) = whose::office(tx, &asking.officer, entry)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let verified_by = account(row.verified_by.as_deref().unwrap_or_default());
    let step = Step::Validate { verified_by, by: account(&asking.officer.actor()) };
    take(tx, asking, (&row, &member), step, None)
}

/// Sends an entry back with a reason: by whoever the next step is for.
pub fn decline(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    entry: CurationEntryId,
    reason: &str,
) -> Result<Done<EntryStepped>, Problem> {
    asking.officer.may(Act::ReadCurations)?;
    let (row, member) = whose::office(tx, &asking.officer, entry)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    if let Some(act) = next_act(row.state) {
        asking.officer.may(act)?;
    }
    let said = announce::line(reason, LONGEST)
        .map_err(|code| if code == Code::Empty { Code::Reason } else { code });
    let said = said.map_err(|code| Problem::Invalid(vec![FieldError::new("reason", code)]))?;
    let sealed = told::seal(house, &member, entry, &said)?;
    take(tx, asking, (&row, &member), Step::Decline, Some(sealed))
}

/// What whoever takes the next step must be allowed to do; none where nothing follows.
pub fn next_act(state: EntryState) -> Option<Act> {
    match state {
        EntryState::Registered => Some(Act::VerifyEntries),
        EntryState::Verified => Some(Act::ValidateEntries),
        EntryState::Validated => Some(Act::ManageCurations),
        EntryState::Scheduled => Some(Act::GradeEntries),
        EntryState::Graded | EntryState::Declined => None,
    }
}

/// The account that an actor of the journal is; the operator has none, and is one and the same.
fn account(actor: &str) -> UserId {
    actor.parse().unwrap_or(UserId(uuid::Uuid::nil()))
}

fn take(
    tx: &mut Change<'_>,
    asking: &Asking,
    (row, member): (&EntryRow, &MemberRow),
    step: Step,
    reason: Option<Sealed>,
) -> Result<Done<EntryStepped>, Problem> {
    let state = row.state.after(step).map_err(no)?;
    let event = EntryStepped { entry: row.id, member: member.id, state, reason };
    let done = journal::record(tx, asking, Some(member.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// What the asker hears of a rule.
pub(super) fn no(refused: Refused) -> Problem {
    Problem::Refused(Code::Curation(refused))
}

/// The rows of a step.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryStepped) -> Result<(), Problem> {
    Ok(written::step(tx, stamp, event)?)
}
