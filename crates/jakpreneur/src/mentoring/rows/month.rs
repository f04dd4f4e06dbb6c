//! What a mentor did in a month, counted by who did it and by whose caseload a member was in on the day. So
//! it stays as it was when members move on later.
use db::{Error, Position, Result, Tx, sql};
use rules::{Date, MemberId, StageKind, UserId};

/// A month: its first day, and the first day of the next.
pub(in crate::mentoring) type Days = (Date, Date);

sql!(
    VISITS = "
    select count(*), count(distinct case when met <> 'nobody' then member_id end),
        count(case when met = 'nobody' then 1 end)
    from visit where recorded_by = $1 and visited_on >= $2 and visited_on < $3"
);
/// Visits, members who were met, and visits that met nobody.
pub(in crate::mentoring) fn visits(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<(i64, i64, i64)> {
    Ok(tx.maybe(VISITS, (mentor.to_string(), from, to))?.unwrap_or_default())
}

sql!(
    REGISTERED = "
    select count(*) from member where recorded_by = $1 and registered_on >= $2 and registered_on < $3"
);
/// Members whom the mentor registered.
pub(in crate::mentoring) fn registered(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<i64> {
    let found: Option<(i64,)> = tx.maybe(REGISTERED, (mentor.to_string(), from, to))?;
    Ok(found.map_or(0, |(count,)| count))
}

sql!(
    MEASURED = "
    select count(*) from mentor_assignment a
    join measurement g on g.shard = a.shard and g.member_id = a.member_id
    where a.mentor_id = $1 and g.recorded_by = $2 and g.ended_at_position is null
      and g.measured_on >= $3 and g.measured_on < $4
      and g.measured_on >= a.from_on and (a.until_on is null or g.measured_on < a.until_on)"
);
/// Months of businesses that the mentor told of the own members.
pub(in crate::mentoring) fn measured(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<i64> {
    let found: Option<(i64,)> = tx.maybe(MEASURED, (mentor, mentor.to_string(), from, to))?;
    Ok(found.map_or(0, |(count,)| count))
}

sql!(
    MOVED = "
    select s.stage, count(distinct s.member_id) from mentor_assignment a
    join service s on s.shard = a.shard and s.member_id = a.member_id
    where a.mentor_id = $1 and s.state = 'completed' and s.voided_at_position is null
      and s.stage <> 'registration' and s.occurred_on >= $2 and s.occurred_on < $3
      and s.occurred_on >= a.from_on and (a.until_on is null or s.occurred_on < a.until_on)
      and not exists (
        select 1 from service e where e.shard = s.shard and e.member_id = s.member_id
          and e.stage = s.stage and e.state = 'completed' and e.voided_at_position is null
          and e.occurred_on < s.occurred_on)
    group by s.stage"
);
/// How many of the mentor's members reached each stage for the first time.
pub(in crate::mentoring) fn moved(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<Vec<(StageKind, i64)>> {
    tx.all(MOVED, (mentor, from, to))
}

sql!(
    PERMITS = "
    select count(case when l.requested_on >= $1 and l.requested_on < $2
            and l.requested_on >= a.from_on
            and (a.until_on is null or l.requested_on < a.until_on) then 1 end),
        count(case when l.issued_on >= $1 and l.issued_on < $2
            and l.issued_on >= a.from_on
            and (a.until_on is null or l.issued_on < a.until_on) then 1 end)
    from mentor_assignment a
    join licence l on l.shard = a.shard and l.member_id = a.member_id
    where a.mentor_id = $3 and l.voided_at_position is null"
);
/// Permits of the mentor's members: asked for, and issued.
pub(in crate::mentoring) fn permits(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<(i64, i64)> {
    Ok(tx.maybe(PERMITS, (from, to, mentor))?.unwrap_or_default())
}

sql!(
    HELD = "
    select a.member_id, count(v.id) from mentor_assignment a
    left join visit v on v.shard = a.shard and v.member_id = a.member_id and v.met <> 'nobody'
        and v.visited_on >= $1 and v.visited_on < $2
    where a.mentor_id = $3 and a.from_on < $2 and (a.until_on is null or a.until_on >= $2)
    group by a.member_id order by a.member_id"
);
/// Who was the mentor's at the end of the month, and how often anybody met them in it.
pub(in crate::mentoring) fn held(
    tx: &mut Tx<'_>,
    mentor: UserId,
    (from, to): Days,
) -> Result<Vec<(MemberId, i64)>> {
    tx.all(HELD, (from, to, mentor))
}

sql!(
    SET_TARGET = "
    insert into mentor_target (mentor_id, position, from_on, persons, basis) values ($1, $2, $3, $4, $5)"
);
/// A target that was set.
pub(in crate::mentoring) fn set_target(
    tx: &mut Tx<'_>,
    position: Position,
    event: &crate::mentoring::MentorTargetSet,
) -> Result<()> {
    let persons = i64::from(event.persons);
    tx.run(SET_TARGET, (event.mentor, position, event.from_on, persons, event.basis.as_str()))
        .map(drop)
}

sql!(
    TARGET = "
    select persons from mentor_target where mentor_id = $1 and from_on <= $2
    order by from_on desc, position desc limit 1"
);
/// How many new members a month the mentor was to bring in a month that begins on this day.
pub(in crate::mentoring) fn target(
    tx: &mut Tx<'_>,
    mentor: UserId,
    on: Date,
) -> Result<Option<u32>> {
    let found: Option<(i64,)> = tx.maybe(TARGET, (mentor, on))?;
    let read = |(persons,): (i64,)| {
        u32::try_from(persons).map_err(|_| Error::Unreadable(0, persons.to_string()))
    };
    found.map(read).transpose()
}
