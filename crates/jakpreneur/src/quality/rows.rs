//! The rows that quality looks at: records, services and visits within a scope, each read once.
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{Date, Instant, MemberId, RegionCode, StageKind};

sql!(
    MEMBERS = "
    select m.position, m.id, m.office, m.area, m.registered_on, m.recorded_at from member m
    where m.agency between $1 and $2 and m.office between $3 and $4"
);
/// A record: its position, id, office, area, day of registration, and when it was recorded.
pub(super) type Member = (Position, MemberId, RegionCode, RegionCode, Date, Instant);
/// Each record within scope.
pub(super) fn members(
    tx: &mut Tx<'_>,
    scope: &Scope,
    take: impl FnMut(Member) -> Result<()>,
) -> Result<()> {
    let b = scope.bounds();
    tx.each(MEMBERS, (b.agency_low, b.agency_high, b.office_low, b.office_high), take)
}

sql!(
    SERVICES = "
    select m.position, s.stage, s.state, s.occurred_on, s.recorded_at
    from service s join member m on m.shard = s.shard and m.id = s.member_id
    where s.voided_at_position is null
      and m.agency between $1 and $2 and m.office between $3 and $4"
);
/// A service: the position of its record, its stage and state, when it happened and was recorded.
pub(super) type Service = (Position, StageKind, String, Date, Instant);
/// Each service that holds, of records within scope.
pub(super) fn services(
    tx: &mut Tx<'_>,
    scope: &Scope,
    take: impl FnMut(Service) -> Result<()>,
) -> Result<()> {
    let b = scope.bounds();
    tx.each(SERVICES, (b.agency_low, b.agency_high, b.office_low, b.office_high), take)
}

sql!(
    VISITS = "
    select m.position, max(v.visited_on)
    from visit v join member m on m.shard = v.shard and m.id = v.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4
    group by m.position"
);
/// The last visit to each record within scope that was visited.
pub(super) fn visits(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<(Position, Date)>> {
    let b = scope.bounds();
    tx.all(VISITS, (b.agency_low, b.agency_high, b.office_low, b.office_high))
}
