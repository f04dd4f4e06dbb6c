//! Who opened a member's file, as the member is told: the role and the office, never the person (BR-44).
use crate::staff::seat_of;
use db::{Result, Tx, sql};
use rules::{Agency, Instant, MemberId, RegionCode, Role};

/// So many readings are told, the newest.
const TOLD: i64 = 100;

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub at: Instant,
    /// What was read, as the log words it.
    pub what: String,
    /// By whom: role, agency and area; none for the operator of the installation.
    pub seat: Option<(Role, Option<Agency>, Option<RegionCode>)>,
}

sql!(
    READINGS = "
    select at, what, actor from read_log where subject = $1 order by at desc, id desc limit $2"
);
/// Who read what is recorded of a member, the newest first.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Reading>> {
    let rows: Vec<(Instant, String, String)> = tx.all(READINGS, (member.0, TOLD))?;
    let told = rows.into_iter().map(|(at, what, actor)| {
        let seat = seat_of(tx, &actor)?;
        Ok(Reading { at, what, seat })
    });
    told.collect()
}
