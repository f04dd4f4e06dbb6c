//! The rows behind assessments.
use super::Assessed;
use crate::journal::Stamp;
use db::{Position, Result, Tx, sql};
use rules::{ActId, Date, MemberId};

sql!(
    ADD = "
    insert into assessment (shard, id, member_id, assessed_on, answers, position, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// An assessment that was made.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &Assessed) -> Result<()> {
    let row = (
        event.member.shard(),
        event.assessment,
        event.member,
        event.assessed_on,
        event.answers.0.as_slice(),
        stamp.position,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

/// An assessment as kept: its id, its day, its answers sealed, where and by whom it was recorded.
pub(super) type AssessmentRow = (ActId, Date, Vec<u8>, Position, String);

sql!(
    OF_MEMBER = "
    select id, assessed_on, answers, position, recorded_by from assessment
    where shard = $1 and member_id = $2 order by assessed_on desc, position desc"
);
/// The assessments of a member whom the caller was let to see, newest first.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<AssessmentRow>> {
    tx.all(OF_MEMBER, (member.shard(), member))
}
