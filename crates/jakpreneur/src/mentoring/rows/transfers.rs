//! The rows of members handed over.
use crate::{
    journal::Stamp,
    mentoring::{TransferAnswered, TransferOffered},
    staff::Scope,
};
use db::{Error, Result, Tx, sql};
use rules::{
    ActId, Agency, Date, MemberId, RegionCode, UserId,
    mentoring::{Answered, RefusedBecause},
};

sql!(
    ADD = "
    insert into mentor_transfer (id, to_id, offered_on, offered_by, position) values ($1, $2, $3, $4, $5)"
);
sql!(
    ADD_MEMBER = "
    insert into mentor_transfer_member (shard, member_id, transfer_id, from_id) values ($1, $2, $3, $4)"
);
/// An offer that was made.
pub(in crate::mentoring) fn offer(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &TransferOffered,
) -> Result<()> {
    let (id, by) = (event.transfer, stamp.actor.as_str());
    tx.run(ADD, (id, event.to, event.offered_on, by, stamp.position))?;
    for (member, from) in &event.members {
        tx.run(ADD_MEMBER, (member.shard(), *member, id, *from))?;
    }
    Ok(())
}

sql!(
    ANSWER = "
    update mentor_transfer
    set answer = $1, because = $2, answered_on = $3, answered_at_position = $4
    where id = $5 and answered_at_position is null"
);
/// An offer that was answered.
pub(in crate::mentoring) fn answer(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &TransferAnswered,
) -> Result<()> {
    let because = event.because.map(RefusedBecause::word);
    let (word, on) = (event.answer.word(), event.answered_on);
    tx.run(ANSWER, (word, because, on, stamp.position, event.transfer)).map(drop)
}

/// An offer as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferRow {
    /// The offer.
    pub id: ActId,
    /// Who is to take them.
    pub to: UserId,
    /// Since when it is open.
    pub offered_on: Date,
    /// What became of it.
    pub answer: Option<Answered>,
    /// How many members it is about.
    pub members: i64,
}

type Row = (ActId, UserId, Date, Option<String>, i64);
fn row((id, to, offered_on, answer, members): Row) -> Result<TransferRow> {
    let answer = answer.map(|word| Answered::of_word(&word).ok_or(Error::Unreadable(3, word)));
    Ok(TransferRow { id, to, offered_on, answer: answer.transpose()?, members })
}

sql!(
    TRANSFER = "
    select t.id, t.to_id, t.offered_on, t.answer,
        (select count(*) from mentor_transfer_member x where x.transfer_id = t.id)
    from mentor_transfer t where t.id = $1"
);
/// An offer, whoever it is for.
pub(in crate::mentoring) fn transfer(tx: &mut Tx<'_>, id: ActId) -> Result<Option<TransferRow>> {
    tx.maybe::<Row>(TRANSFER, (id,))?.map(row).transpose()
}

sql!(
    OPEN_TO = "
    select t.id, t.to_id, t.offered_on, t.answer,
        (select count(*) from mentor_transfer_member x where x.transfer_id = t.id)
    from mentor_transfer t where t.to_id = $1 and t.answered_at_position is null order by t.position"
);
/// The offers a mentor has not answered, oldest first.
pub(in crate::mentoring) fn open_to(tx: &mut Tx<'_>, to: UserId) -> Result<Vec<TransferRow>> {
    tx.all::<Row>(OPEN_TO, (to,))?.into_iter().map(row).collect()
}

sql!(
    MEMBERS_IN = "
    select member_id, from_id from mentor_transfer_member where transfer_id = $1 order by shard, member_id"
);
/// Whom an offer is about, and whose they were.
pub(in crate::mentoring) fn members_in(
    tx: &mut Tx<'_>,
    id: ActId,
) -> Result<Vec<(MemberId, Option<UserId>)>> {
    tx.all(MEMBERS_IN, (id,))
}

sql!(
    OFFERED = "
    select count(*) from mentor_transfer_member x
    join mentor_transfer t on t.id = x.transfer_id
    join user_account u on u.id = t.to_id
    where x.shard = $1 and x.member_id = $2 and t.answered_at_position is null
      and u.disabled_at_position is null"
);
/// Whether an open offer to a mentor who is still there is about a member.
pub(in crate::mentoring) fn is_offered(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let found: Option<(i64,)> = tx.maybe(OFFERED, (member.shard(), member))?;
    Ok(found.is_some_and(|(open,)| open > 0))
}

sql!(
    WITHOUT = "
    select m.id, m.agency, m.office from member m
    left join mentor_assignment a
        on a.shard = m.shard and a.member_id = m.id and a.until_on is null
    where a.member_id is null and m.agency between $1 and $2 and m.office between $3 and $4
    order by m.area, m.id"
);
/// Members within scope who are in nobody's caseload, by place, with their agency and office.
pub(in crate::mentoring) fn without_mentor(
    tx: &mut Tx<'_>,
    scope: &Scope,
) -> Result<Vec<(MemberId, Agency, RegionCode)>> {
    let b = scope.bounds();
    tx.all(WITHOUT, (b.agency_low, b.agency_high, b.office_low, b.office_high))
}

sql!(
    FIRST_WITHOUT = "
    select m.id from member m
    left join mentor_assignment a
        on a.shard = m.shard and a.member_id = m.id and a.until_on is null
    where a.member_id is null and m.agency between $1 and $2 and m.office between $3 and $4
    order by m.area, m.id limit $5"
);
/// The first of them.
pub(in crate::mentoring) fn first_without(
    tx: &mut Tx<'_>,
    scope: &Scope,
    most: i64,
) -> Result<Vec<MemberId>> {
    let b = scope.bounds();
    let asked = (b.agency_low, b.agency_high, b.office_low, b.office_high, most);
    let found: Vec<(MemberId,)> = tx.all(FIRST_WITHOUT, asked)?;
    Ok(found.into_iter().map(|(member,)| member).collect())
}

sql!(
    COUNT_WITHOUT = "
    select count(*) from member m
    left join mentor_assignment a
        on a.shard = m.shard and a.member_id = m.id and a.until_on is null
    where a.member_id is null and m.agency between $1 and $2 and m.office between $3 and $4"
);
/// How many they are.
pub(in crate::mentoring) fn count_without(tx: &mut Tx<'_>, scope: &Scope) -> Result<i64> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let found: Option<(i64,)> = tx.maybe(COUNT_WITHOUT, bounds)?;
    Ok(found.map_or(0, |(count,)| count))
}

sql!(
    OUT_OF_REACH = "
    select a.member_id, a.mentor_id from mentor_assignment a
    join member m on m.shard = a.shard and m.id = a.member_id
    join user_account u on u.id = a.mentor_id
    where a.until_on is null and m.agency between $1 and $2 and m.office between $3 and $4
      and (u.disabled_at_position is not null
        or (u.agency is not null and u.agency <> m.agency)
        or (u.area is not null and not (m.office between u.area and u.area || '~'))
        or (exists (select 1 from mentor_term t where t.mentor_id = a.mentor_id)
          and not exists (
            select 1 from mentor_term t where t.mentor_id = a.mentor_id
              and t.from_on <= $5 and t.until_on >= $6 and (t.ended_on is null or t.ended_on >= $7))))
      and not exists (
        select 1 from mentor_transfer_member x
        join mentor_transfer t on t.id = x.transfer_id
        join user_account taker on taker.id = t.to_id
        where x.shard = a.shard and x.member_id = a.member_id
          and t.answered_at_position is null and taker.disabled_at_position is null)
    order by m.area, m.id limit $8"
);
/// Members within scope whose mentor left, has no term today or can no longer see them and who are not
/// being offered, by place, up to so many.
pub(in crate::mentoring) fn out_of_reach(
    tx: &mut Tx<'_>,
    scope: &Scope,
    today: Date,
    most: i64,
) -> Result<Vec<(MemberId, UserId)>> {
    let b = scope.bounds();
    let (low, high) = (b.agency_low, b.agency_high);
    let asked = (low, high, b.office_low, b.office_high, today, today, today, most);
    tx.all(OUT_OF_REACH, asked)
}

sql!(
    LOADS = "
    select mentor_id, count(*) from mentor_assignment where until_on is null
    group by mentor_id order by mentor_id"
);
/// How many members each mentor has now.
pub(in crate::mentoring) fn loads(tx: &mut Tx<'_>) -> Result<Vec<(UserId, i64)>> {
    tx.all(LOADS, ())
}
