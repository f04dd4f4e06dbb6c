//! The rows behind activity.
use super::{ActivityOverruled, DomicileChecked, MembershipEnded, MembershipResumed};
use crate::journal::Stamp;
use db::{Error, Result, Tx, sql};
use rules::{
    Date, MemberId,
    activity::{DomicileCheck, EndReason, Ended, InactiveAfter, Patience},
};

sql!(
    ADD_CHECK = "
    insert into domicile_check (shard, member_id, position, checked_on, result, note, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// A check that was made.
pub(super) fn add_check(tx: &mut Tx<'_>, stamp: &Stamp, event: &DomicileChecked) -> Result<()> {
    let note = event.note.as_ref().map(|sealed| sealed.0.clone());
    let (member, actor) = (event.member, stamp.actor.as_str());
    let (on, result) = (event.checked_on, event.result.word());
    tx.run(ADD_CHECK, (member.shard(), member, stamp.position, on, result, note, actor)).map(drop)
}

/// A check as kept.
pub(super) struct CheckRow {
    pub checked_on: Date,
    pub result: DomicileCheck,
    pub note: Option<Vec<u8>>,
}

sql!(
    LAST_CHECK = "
    select checked_on, result, note from domicile_check where shard = $1 and member_id = $2
    order by checked_on desc, position desc limit 1"
);
/// The newest check of a member.
pub(super) fn last_check(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<CheckRow>> {
    type Row = (Date, String, Option<Vec<u8>>);
    let found: Option<Row> = tx.maybe(LAST_CHECK, (member.shard(), member))?;
    let Some((checked_on, word, note)) = found else { return Ok(None) };
    let result = DomicileCheck::of_word(&word).ok_or(Error::Unreadable(1, word))?;
    Ok(Some(CheckRow { checked_on, result, note }))
}

sql!(
    ADD_WORD = "
    insert into activity_word (shard, member_id, position, said, holds_from, reason, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// An officer's word that was given.
pub(super) fn add_word(tx: &mut Tx<'_>, stamp: &Stamp, event: &ActivityOverruled) -> Result<()> {
    let (member, actor) = (event.member, stamp.actor.as_str());
    let said = if event.is_active { ACTIVE } else { INACTIVE };
    let (from, reason) = (event.holds_from, event.reason.0.as_slice());
    tx.run(ADD_WORD, (member.shard(), member, stamp.position, said, from, reason, actor)).map(drop)
}

const ACTIVE: &str = "active";
const INACTIVE: &str = "inactive";

/// An officer's word as kept.
pub(super) struct WordRow {
    pub is_active: bool,
    pub holds_from: Date,
    pub reason: Vec<u8>,
}

sql!(
    LAST_WORD = "
    select said, holds_from, reason from activity_word where shard = $1 and member_id = $2
    order by position desc limit 1"
);
/// The newest word on a member.
pub(super) fn last_word(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<WordRow>> {
    let found: Option<(String, Date, Vec<u8>)> = tx.maybe(LAST_WORD, (member.shard(), member))?;
    let row = |(said, holds_from, reason): (String, Date, Vec<u8>)| WordRow {
        is_active: said == ACTIVE,
        holds_from,
        reason,
    };
    Ok(found.map(row))
}

sql!(
    ADD_END = "
    insert into membership_end (shard, member_id, position, reason, ended_on, recorded_by)
    values ($1, $2, $3, $4, $5, $6)"
);
/// An end that was recorded.
pub(super) fn add_end(tx: &mut Tx<'_>, stamp: &Stamp, event: &MembershipEnded) -> Result<()> {
    let (member, actor) = (event.member, stamp.actor.as_str());
    let (word, on) = (event.reason.word(), event.ended_on);
    tx.run(ADD_END, (member.shard(), member, stamp.position, word, on, actor)).map(drop)
}

sql!(
    TAKE_BACK = "
    update membership_end set taken_back_at_position = $1, taken_back_reason = $2
    where shard = $3 and member_id = $4 and taken_back_at_position is null"
);
/// An end that was taken back.
pub(super) fn take_back(tx: &mut Tx<'_>, stamp: &Stamp, event: &MembershipResumed) -> Result<()> {
    let (member, reason) = (event.member, event.reason.0.as_slice());
    tx.run(TAKE_BACK, (stamp.position, reason, member.shard(), member)).map(drop)
}

sql!(
    ENDED = "
    select reason, ended_on from membership_end
    where shard = $1 and member_id = $2 and taken_back_at_position is null"
);
/// The end of a membership, where it ended.
pub(super) fn ended(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Ended>> {
    let found: Option<(String, Date)> = tx.maybe(ENDED, (member.shard(), member))?;
    let Some((word, on)) = found else { return Ok(None) };
    let reason = EndReason::of_word(&word).ok_or(Error::Unreadable(0, word))?;
    Ok(Some(Ended { reason, on }))
}

sql!(
    LAST_SEEN = "
    select max(days.seen_on) from (
        select registered_on as seen_on from member where shard = $1 and id = $2
        union all
        select visited_on from visit
        where shard = $1 and member_id = $2 and met <> 'nobody'
        union all
        select occurred_on from service
        where shard = $1 and member_id = $2 and voided_at_position is null
        union all
        select measured_on from measurement
        where shard = $1 and member_id = $2 and ended_at_position is null
        union all
        select s.held_on from attendance a
        join class_session s on s.class_id = a.class_id and s.number = a.session
        where a.shard = $1 and a.member_id = $2 and a.mark = 'present'
    ) as days where days.seen_on <= $3"
);
/// The last day up to one on which a member was registered, met, served, measured or present in a class.
pub(super) fn last_seen(tx: &mut Tx<'_>, member: MemberId, day: Date) -> Result<Option<Date>> {
    let found: Option<(Option<Date>,)> = tx.maybe(LAST_SEEN, (member.shard(), member, day))?;
    Ok(found.and_then(|(on,)| on))
}

sql!(PATIENCE = "select valid_from, months from activity_patience order by valid_from");
/// After how many months somebody is inactive, as it was from each day on.
pub(super) fn patience(tx: &mut Tx<'_>) -> Result<Vec<Patience>> {
    let rows: Vec<(Date, i16)> = tx.all(PATIENCE, ())?;
    let row = |(valid_from, months): (Date, i16)| {
        let after = u16::try_from(months).ok().and_then(InactiveAfter::months);
        let unreadable = || Error::Unreadable(1, months.to_string());
        Ok(Patience { valid_from, after: after.ok_or_else(unreadable)? })
    };
    rows.into_iter().map(row).collect()
}
