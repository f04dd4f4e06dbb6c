//! Recording support that a member got.
use super::{SupportForm, Understood, reference, told, written};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
};
use db::Tx;
use rules::{Act, Agency, Date, MemberId, Rupiah, SupportId, support::SupportKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Support was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportGiven {
    /// The support.
    pub support: SupportId,
    /// Who got it.
    pub member: MemberId,
    /// Its kind.
    pub kind: SupportKind,
    /// Who gave it, which need not be the agency that registered the member (BR-14).
    pub agency: Agency,
    /// The day.
    pub given_on: Date,
    /// What it is worth; none where not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Rupiah>,
    /// What exactly, sealed.
    pub told: Sealed,
    /// The file it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
}

impl Event for SupportGiven {
    const ACT: &'static str = "support.give";
}

/// Records support to a member within scope.
pub fn give(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &SupportForm,
) -> Result<Done<SupportGiven>, Problem> {
    asking.officer.may(Act::RecordService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, to)?.ok_or(Problem::NotFound)?;
    let kinds = reference::kinds(tx)?;
    let new = form.understand(house, asking, &row, &kinds)?;
    enter(tx, house, asking, &row, &new, None)
}

/// Records support that was understood, of a row that the caller may write.
pub(super) fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    new: &Understood,
    import: Option<Uuid>,
) -> Result<Done<SupportGiven>, Problem> {
    let key = told::key_of(house, row)?;
    let support = SupportId(house.new_sharded(row.id.shard()));
    let event = SupportGiven {
        support,
        member: row.id,
        kind: new.kind,
        agency: new.agency,
        given_on: new.given_on,
        value: new.value,
        told: new.told.seal(house, &key, support)?,
        import,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a support.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &SupportGiven) -> Result<(), Problem> {
    Ok(written::add(tx, stamp, event)?)
}
