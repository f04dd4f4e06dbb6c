//! The rows that quality looks at: records, services and visits, all of them or those of one record.
use db::{Position, Result, Tx, sql};
use rules::{Agency, Date, Instant, MemberId, RegionCode, StageKind};

sql!(
    MEMBERS = "
    select m.position, m.id, m.agency, m.office, m.area, m.registered_on, m.recorded_at from member m"
);
sql!(
    MEMBER = "
    select m.position, m.id, m.agency, m.office, m.area, m.registered_on, m.recorded_at from member m
    where m.shard = $1 and m.id = $2"
);
/// A record: its position, id, agency, office, area, day of registration, and when it was recorded.
pub(super) type Member = (Position, MemberId, Agency, RegionCode, RegionCode, Date, Instant);
/// Each record.
pub(super) fn members(tx: &mut Tx<'_>, take: impl FnMut(Member) -> Result<()>) -> Result<()> {
    tx.each(MEMBERS, (), take)
}
/// One record; none where there is none with this id.
pub(super) fn member(tx: &mut Tx<'_>, id: MemberId) -> Result<Option<Member>> {
    tx.maybe(MEMBER, (id.shard(), id))
}

sql!(
    SERVICES = "
    select s.member_id, s.stage, s.state, s.occurred_on, s.recorded_at
    from service s where s.voided_at_position is null"
);
sql!(
    SERVICES_OF = "
    select s.member_id, s.stage, s.state, s.occurred_on, s.recorded_at
    from service s where s.shard = $1 and s.member_id = $2 and s.voided_at_position is null"
);
/// A service: whose it is, its stage and state, when it happened and was recorded.
pub(super) type Service = (MemberId, StageKind, String, Date, Instant);
/// Each service that holds.
pub(super) fn services(tx: &mut Tx<'_>, take: impl FnMut(Service) -> Result<()>) -> Result<()> {
    tx.each(SERVICES, (), take)
}
/// Those of one record.
pub(super) fn services_of(tx: &mut Tx<'_>, id: MemberId) -> Result<Vec<Service>> {
    tx.all(SERVICES_OF, (id.shard(), id))
}

sql!(VISITS = "select v.member_id, max(v.visited_on) from visit v group by v.member_id");
sql!(VISIT_OF = "select max(v.visited_on) from visit v where v.shard = $1 and v.member_id = $2");
/// The last visit to each record that was visited.
pub(super) fn visits(tx: &mut Tx<'_>) -> Result<Vec<(MemberId, Date)>> {
    tx.all(VISITS, ())
}
/// The last visit to one record.
pub(super) fn visit_of(tx: &mut Tx<'_>, id: MemberId) -> Result<Option<Date>> {
    let found: Option<(Option<Date>,)> = tx.maybe(VISIT_OF, (id.shard(), id))?;
    Ok(found.and_then(|(on,)| on))
}

sql!(
    REGISTERED = "
    select position, payload from journal where position <= $1 and act = $2"
);
/// Where somebody was registered although the NIK looked odd. Warnings are in the journal alone: they were
/// told at registration, and the NIK is sealed since.
pub(super) fn warned(tx: &mut Tx<'_>, act: &str, seen: Position) -> Result<Vec<Position>> {
    let mut warned = Vec::new();
    tx.each(REGISTERED, (seen, act), |(position, payload): (Position, String)| {
        if is_warned(&payload) {
            warned.push(position);
        }
        Ok(())
    })?;
    Ok(warned)
}
/// Whether a registration carries warnings. Reading a million payloads whole would take long.
pub(super) fn is_warned(payload: &str) -> bool {
    payload.contains(r#""warnings":[""#)
}
