//! The rows behind places.
use db::{Position, Result, Tx, sql};
use rules::{ClassId, MemberId, PersonId, training::PlaceState};

/// How a member stands to a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// The state now.
    pub state: PlaceState,
    /// Where they were invited in the journal.
    pub invited_at_position: Option<Position>,
    /// Where they asked last: the order of the queue.
    pub asked_at_position: Option<Position>,
}

sql!(
    PLACE = "
    select state, invited_at_position, asked_at_position from class_place
    where shard = $1 and class_id = $2 and member_id = $3"
);
/// How a member stands to a class that the caller was let to see; none who never had to do with it.
pub fn place(tx: &mut Tx<'_>, class: ClassId, member: MemberId) -> Result<Option<PlaceRow>> {
    Ok(tx.maybe(PLACE, (member.shard(), class, member))?.map(row))
}

type Row = (PlaceState, Option<Position>, Option<Position>);
fn row((state, invited_at_position, asked_at_position): Row) -> PlaceRow {
    PlaceRow { state, invited_at_position, asked_at_position }
}

sql!(
    OF_PERSON = "
    select p.state, p.invited_at_position, p.asked_at_position
    from member m
    join class_place p on p.shard = m.shard and p.class_id = $1 and p.member_id = m.id
    where m.person_id = $2"
);
/// How every record of a person stands to a class.
pub(super) fn of_person(
    tx: &mut Tx<'_>,
    class: ClassId,
    person: PersonId,
) -> Result<Vec<PlaceRow>> {
    Ok(tx.all(OF_PERSON, (class, person))?.into_iter().map(row).collect())
}

sql!(
    QUEUE = "
    select count(*) from class_place
    where class_id = $1 and state = 'waiting' and asked_at_position <= $2"
);
/// The place in the queue, from one, of who asked at this position and waits.
pub(super) fn queue(tx: &mut Tx<'_>, class: ClassId, asked_at: Position) -> Result<u32> {
    let counted: Option<(i64,)> = tx.maybe(QUEUE, (class, asked_at))?;
    Ok(counted.map_or(0, |(count,)| u32::try_from(count).unwrap_or(u32::MAX)))
}

/// A place somebody has or waits for, in a class that is not over.
#[derive(Clone, Debug)]
pub(super) struct Live {
    pub class: ClassId,
    pub capacity: u32,
    pub member: MemberId,
    pub state: PlaceState,
    pub asked_at_position: Option<Position>,
}

type LiveRow = (ClassId, i64, MemberId, PlaceState, Option<Position>);
fn live((class, capacity, member, state, asked_at_position): LiveRow) -> Live {
    let capacity = u32::try_from(capacity).unwrap_or(u32::MAX);
    Live { class, capacity, member, state, asked_at_position }
}

sql!(
    LIVE_OF_MEMBER = "
    select p.class_id, c.capacity, p.member_id, p.state, p.asked_at_position
    from class_place p join class c on c.id = p.class_id
    where p.member_id = $1 and p.shard = $2 and p.state in ('waiting', 'confirmed')
      and c.state = 'announced'
    order by p.class_id"
);
/// Where a record is in a class or waits for it.
pub(super) fn live_of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Live>> {
    Ok(tx.all(LIVE_OF_MEMBER, (member, member.shard()))?.into_iter().map(live).collect())
}

sql!(
    LIVE_OF_PERSON = "
    select p.class_id, c.capacity, p.member_id, p.state, p.asked_at_position
    from member m
    join class_place p on p.shard = m.shard and p.member_id = m.id
    join class c on c.id = p.class_id
    where m.person_id = $1 and p.state in ('waiting', 'confirmed') and c.state = 'announced'
    order by p.class_id, p.asked_at_position"
);
/// Where a person is in a class or waits for it, under whatever record.
pub(super) fn live_of_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Live>> {
    Ok(tx.all(LIVE_OF_PERSON, (person,))?.into_iter().map(live).collect())
}

sql!(
    LIVE_IN = "
    select m.person_id, p.class_id, c.capacity, p.member_id, p.state, p.asked_at_position
    from class_place p
    join member m on m.shard = p.shard and m.id = p.member_id
    join class c on c.id = p.class_id
    where p.class_id = $1 and p.state in ('waiting', 'confirmed')
    order by m.person_id, p.asked_at_position"
);
/// Who is in a class or waits for it, under each of their records.
pub(super) fn live_in(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<(PersonId, Live)>> {
    type Row = (PersonId, ClassId, i64, MemberId, PlaceState, Option<Position>);
    let row = |(person, class, capacity, member, state, asked): Row| {
        (person, live((class, capacity, member, state, asked)))
    };
    Ok(tx.all(LIVE_IN, (class,))?.into_iter().map(row).collect())
}

sql!(
    TAKEN = "
    select count(*) filter (where state = 'confirmed'), count(*) filter (where state = 'waiting')
    from class_place where class_id = $1 and state in ('confirmed', 'waiting')"
);
/// How many have a place, and how many wait.
pub(super) fn taken(tx: &mut Tx<'_>, class: ClassId) -> Result<(u32, u32)> {
    let (confirmed, waiting): (i64, i64) = tx.maybe(TAKEN, (class,))?.unwrap_or_default();
    let whole = |number| u32::try_from(number).unwrap_or(u32::MAX);
    Ok((whole(confirmed), whole(waiting)))
}

sql!(
    FIRST_WAITING = "
    select member_id from class_place where class_id = $1 and state = 'waiting'
    order by asked_at_position limit $2"
);
/// Those who have waited longest, the first first.
pub(super) fn first_waiting(tx: &mut Tx<'_>, class: ClassId, most: u32) -> Result<Vec<MemberId>> {
    if most == 0 {
        return Ok(Vec::new());
    }
    let found = tx.all(FIRST_WAITING, (class, i64::from(most)))?;
    Ok(found.into_iter().map(|(member,)| member).collect())
}

sql!(
    INVITE = "
    insert into class_place (shard, class_id, member_id, state, invited_at_position, walk_in)
    values ($1, $2, $3, 'invited', $4, 0)
    on conflict (shard, class_id, member_id) do update
    set state = 'invited', invited_at_position = excluded.invited_at_position,
        ended_at_position = null, reason = null, came_from = null"
);
/// Somebody was invited, perhaps again after having left.
pub(super) fn invite(
    tx: &mut Tx<'_>,
    class: ClassId,
    member: MemberId,
    at: Position,
) -> Result<()> {
    tx.run(INVITE, (member.shard(), class, member, at)).map(drop)
}

/// What somebody who asked or was transferred got.
pub(super) struct Got<'g> {
    pub class: ClassId,
    pub member: MemberId,
    pub state: PlaceState,
    pub walk_in: bool,
    pub reason: Option<&'g [u8]>,
    pub came_from: Option<ClassId>,
}

sql!(
    ASK = "
    insert into class_place (shard, class_id, member_id, state, asked_at_position, confirmed_at_position,
        walk_in, reason, came_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (shard, class_id, member_id) do update
    set state = excluded.state, asked_at_position = excluded.asked_at_position,
        confirmed_at_position = excluded.confirmed_at_position, ended_at_position = null,
        walk_in = excluded.walk_in, reason = excluded.reason, came_from = excluded.came_from"
);
/// Somebody asked: has a place, or waits as the last.
pub(super) fn ask(tx: &mut Tx<'_>, got: &Got<'_>, at: Position) -> Result<()> {
    let confirmed = (got.state == PlaceState::Confirmed).then_some(at);
    let (shard, walk_in) = (got.member.shard(), i16::from(got.walk_in));
    let reason = got.reason.map(<[u8]>::to_vec);
    let row =
        (shard, got.class, got.member, got.state, at, confirmed, walk_in, reason, got.came_from);
    tx.run(ASK, row).map(drop)
}

sql!(
    CONFIRM = "
    update class_place set state = 'confirmed', confirmed_at_position = $1
    where shard = $2 and class_id = $3 and member_id = $4"
);
/// Somebody who waited has a place.
pub(super) fn confirm(
    tx: &mut Tx<'_>,
    class: ClassId,
    member: MemberId,
    at: Position,
) -> Result<()> {
    tx.run(CONFIRM, (at, member.shard(), class, member)).map(drop)
}

sql!(
    END = "
    update class_place set state = $1, ended_at_position = $2, reason = $3
    where shard = $4 and class_id = $5 and member_id = $6"
);
/// Somebody left.
pub(super) fn end(
    tx: &mut Tx<'_>,
    (class, member): (ClassId, MemberId),
    state: PlaceState,
    reason: Option<&[u8]>,
    at: Position,
) -> Result<()> {
    let reason = reason.map(<[u8]>::to_vec);
    tx.run(END, (state, at, reason, member.shard(), class, member)).map(drop)
}

sql!(KNOWN = "select member_id from class_place where class_id = $1");
/// Everybody who ever had to do with a class.
pub(super) fn known(tx: &mut Tx<'_>, class: ClassId) -> Result<Vec<MemberId>> {
    Ok(tx.all(KNOWN, (class,))?.into_iter().map(|(member,)| member).collect())
}
