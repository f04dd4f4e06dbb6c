//! The rows behind groups.
use super::GroupFormed;
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{Agency, GroupId, MemberId, RegionCode};

/// A group as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// The group.
    pub id: GroupId,
    /// What it calls itself.
    pub name: String,
    /// The agency that knows it.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// Where it was formed in the journal; lists are paged by it.
    pub position: Position,
}

sql!(
    ADD = "
    insert into business_group (id, name, agency, office, position) values ($1, $2, $3, $4, $5)"
);
/// A group that was formed.
pub fn add(tx: &mut Tx<'_>, event: &GroupFormed, position: Position) -> Result<()> {
    let row = (event.group, event.name.as_str(), event.agency, event.office, position);
    tx.run(ADD, row).map(drop)
}

type Row = (GroupId, String, Agency, RegionCode, i64);
fn row((id, name, agency, office, position): Row) -> GroupRow {
    GroupRow { id, name, agency, office, position }
}

sql!(
    GROUP = "
    select id, name, agency, office, position from business_group
    where id = $1 and agency between $2 and $3 and office between $4 and $5"
);
/// A group, if it is within scope.
pub fn group(tx: &mut Tx<'_>, scope: &Scope, id: GroupId) -> Result<Option<GroupRow>> {
    let b = scope.bounds();
    let bounds = (id, b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe(GROUP, bounds)?.map(row))
}

sql!(
    COUNT = "
    select count(*) from business_group
    where agency between $1 and $2 and office between $3 and $4"
);
/// How many groups are within scope.
pub fn count(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe::<(i64,)>(COUNT, bounds)?.map_or(0, |(count,)| count))
}

sql!(
    OF_MEMBER = "
    select g.id, g.name, g.agency, g.office, g.position
    from group_membership m join business_group g on g.id = m.group_id
    where m.shard = $1 and m.member_id = $2 and m.left_at_position is null
      and g.agency between $3 and $4 and g.office between $5 and $6
    order by g.position"
);
/// The groups within scope that a member is in now.
pub fn groups_of(tx: &mut Tx<'_>, scope: &Scope, member: MemberId) -> Result<Vec<GroupRow>> {
    let b = scope.bounds();
    let (low, high) = (b.agency_low, b.agency_high);
    let bounds = (member.shard(), member, low, high, b.office_low, b.office_high);
    Ok(tx.all::<Row>(OF_MEMBER, bounds)?.into_iter().map(row).collect())
}

sql!(
    MEMBERS = "
    select member_id from group_membership
    where group_id = $1 and left_at_position is null order by position"
);
/// Who is in a group now; the caller narrows them to a scope by opening each.
pub fn members_of(tx: &mut Tx<'_>, group: GroupId) -> Result<Vec<MemberId>> {
    Ok(tx.all(MEMBERS, (group,))?.into_iter().map(|(member,)| member).collect())
}

sql!(
    IS_IN = "
    select position from group_membership
    where shard = $1 and member_id = $2 and group_id = $3 and left_at_position is null"
);
/// Whether a member is in a group now.
pub fn is_in(tx: &mut Tx<'_>, group: GroupId, member: MemberId) -> Result<bool> {
    Ok(tx.maybe::<(i64,)>(IS_IN, (member.shard(), member, group))?.is_some())
}

sql!(
    PUT_IN = "
    insert into group_membership (shard, member_id, group_id, position) values ($1, $2, $3, $4)
    on conflict (shard, member_id, group_id) do update
    set position = excluded.position, left_at_position = null"
);
/// A member joined; one who comes back is in again from now on.
pub fn put_in(tx: &mut Tx<'_>, group: GroupId, member: MemberId, position: Position) -> Result<()> {
    tx.run(PUT_IN, (member.shard(), member, group, position)).map(drop)
}

sql!(
    TAKE_OUT = "
    update group_membership set left_at_position = $1
    where shard = $2 and member_id = $3 and group_id = $4"
);
/// A member left.
pub fn take_out(
    tx: &mut Tx<'_>,
    group: GroupId,
    member: MemberId,
    position: Position,
) -> Result<()> {
    tx.run(TAKE_OUT, (position, member.shard(), member, group)).map(drop)
}

/// A group with how many are in it now, wherever they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The group.
    pub group: GroupRow,
    /// How many are in it.
    pub members: i64,
}

sql!(
    COUNTED = "
    select g.id, g.name, g.agency, g.office, g.position, count(m.member_id)
    from business_group g
    left join group_membership m on m.group_id = g.id and m.left_at_position is null
    where g.position < $1 and g.agency between $2 and $3 and g.office between $4 and $5
    group by g.id, g.name, g.agency, g.office, g.position
    order by g.position desc limit $6"
);
/// Groups within scope with how many are in them, newest first, before a position.
pub fn counted(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<Counted>> {
    let b = scope.bounds();
    let before = before.unwrap_or(i64::MAX);
    let bounds = (before, b.agency_low, b.agency_high, b.office_low, b.office_high, limit);
    let rows: Vec<(GroupId, String, Agency, RegionCode, i64, i64)> = tx.all(COUNTED, bounds)?;
    let counted = |(id, name, agency, office, position, members)| Counted {
        group: GroupRow { id, name, agency, office, position },
        members,
    };
    Ok(rows.into_iter().map(counted).collect())
}
