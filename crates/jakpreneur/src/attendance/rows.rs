//! The rows behind attendance. Whoever asks was let to see the class.
use super::{AttendanceMarked, Finisher};
use crate::journal::Stamp;
use db::{Position, Result, Tx, sql};
use rules::{
    ClassId, Instant, MemberId, ServiceId,
    training::{Mark, Way},
};

/// A mark as it holds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Whether they came.
    pub mark: Mark,
    /// How it came in.
    pub way: Way,
    /// When.
    pub at: Instant,
}

sql!(
    KEPT = "
    select mark, way, recorded_at from attendance
    where shard = $1 and class_id = $2 and session = $3 and member_id = $4"
);
/// The mark of a member at a session; none where nobody said anything.
pub fn kept(
    tx: &mut Tx<'_>,
    (class, session): (ClassId, i16),
    member: MemberId,
) -> Result<Option<Kept>> {
    let found = tx.maybe(KEPT, (member.shard(), class, session, member))?;
    Ok(found.map(|(mark, way, at)| Kept { mark, way, at }))
}

sql!(
    MARKS = "
    select member_id, mark, way, recorded_at from attendance where class_id = $1 and session = $2"
);
/// Every mark of a session.
pub fn marks_of(tx: &mut Tx<'_>, class: ClassId, session: i16) -> Result<Vec<(MemberId, Kept)>> {
    let found = tx.all(MARKS, (class, session))?;
    let kept = |(member, mark, way, at)| (member, Kept { mark, way, at });
    Ok(found.into_iter().map(kept).collect())
}

sql!(
    MARKS_OF_MEMBER = "
    select session, mark, way, recorded_at from attendance
    where shard = $1 and class_id = $2 and member_id = $3 order by session"
);
/// Every mark of a member in a class, by the session's number.
pub fn marks_of_member(
    tx: &mut Tx<'_>,
    class: ClassId,
    member: MemberId,
) -> Result<Vec<(i16, Kept)>> {
    let found = tx.all(MARKS_OF_MEMBER, (member.shard(), class, member))?;
    let kept = |(session, mark, way, at)| (session, Kept { mark, way, at });
    Ok(found.into_iter().map(kept).collect())
}

sql!(
    PUT = "
    insert into attendance (shard, class_id, session, member_id, mark, way, position, recorded_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (shard, class_id, session, member_id) do update
    set mark = excluded.mark, way = excluded.way, position = excluded.position,
        recorded_at = excluded.recorded_at"
);
/// The marks that hold from now on.
pub(super) fn put(tx: &mut Tx<'_>, stamp: &Stamp, event: &AttendanceMarked) -> Result<()> {
    for one in &event.marks {
        let (shard, member) = (one.member.shard(), one.member);
        let (class, session, way) = (event.class, event.session, event.way);
        let row = (shard, class, session, member, one.mark, way, stamp.position, stamp.at);
        tx.run(PUT, row)?;
    }
    Ok(())
}

sql!(
    ATTENDED = "
    select p.member_id, (
        select count(*) from attendance a
        where a.shard = p.shard and a.class_id = p.class_id and a.member_id = p.member_id
          and a.mark = 'present')
    from class_place p where p.class_id = $1 and p.state = 'confirmed' order by p.member_id"
);
/// Everybody who has a place, and at how many sessions they were present.
pub(super) fn attended(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<(MemberId, u32)>> {
    let found: Vec<(MemberId, i64)> = tx.all(ATTENDED, (class,))?;
    let whole = |number| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(found.into_iter().map(|(member, times)| (member, whole(times))).collect())
}

sql!(
    FINISHER = "
    insert into class_finisher (shard, class_id, member_id, service_id, attended, position)
    values ($1, $2, $3, $4, $5, $6)"
);
/// Somebody who finished.
pub(super) fn finisher(
    tx: &mut Tx<'_>,
    class: ClassId,
    one: &Finisher,
    at: Position,
) -> Result<()> {
    let attended = i16::try_from(one.attended).unwrap_or(i16::MAX);
    let row = (one.member.shard(), class, one.member, one.service, attended, at);
    tx.run(FINISHER, row).map(drop)
}

sql!(SERVICES = "select service_id from class_finisher where class_id = $1 order by service_id");
/// The services of those who finished.
pub(super) fn services(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<ServiceId>> {
    Ok(tx.all(SERVICES, (class,))?.into_iter().map(|(service,)| service).collect())
}

sql!(NOBODY_FINISHED = "delete from class_finisher where class_id = $1");
/// Nobody finished: the class is open again.
pub(super) fn nobody_finished(tx: &mut Tx<'_>, class: ClassId) -> Result<()> {
    tx.run(NOBODY_FINISHED, (class,)).map(drop)
}
