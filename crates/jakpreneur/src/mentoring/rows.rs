//! The rows behind caseloads and visits.
mod month;
mod photos;
mod transfers;

pub(super) use month::{
    held, measured, moved, permits, registered, set_target, target, visits as visits_in,
};
pub(super) use photos::add_photo;
pub use photos::{PhotoRow, photos_of};
pub(super) use transfers::{
    TransferRow, answer, count_without, first_without, is_offered, loads, members_in, offer,
    open_to, out_of_reach, transfer, without_mentor,
};

use super::{MentorAssigned, Mentored, Visited};
use crate::{journal::Stamp, staff::Scope};
use db::{Error, Position, Result, Tx, sql};
use rules::{
    ActId, Date, MemberId, RegionCode, ServiceId, UserId, assessment::Group, mentoring::Met,
};

sql!(
    END = "
    update mentor_assignment set until_on = $1, ended_at_position = $2
    where shard = $3 and member_id = $4 and until_on is null"
);
sql!(
    ASSIGN = "
    insert into mentor_assignment (shard, member_id, position, mentor_id, from_on)
    values ($1, $2, $3, $4, $5)"
);
/// A member is the mentor's from a day; whoever had them has them until then.
pub(super) fn assign(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    member: MemberId,
    event: &MentorAssigned,
) -> Result<()> {
    tx.run(END, (event.from_on, stamp.position, member.shard(), member))?;
    let row = (member.shard(), member, stamp.position, event.mentor, event.from_on);
    tx.run(ASSIGN, row).map(drop)
}

sql!(
    MENTOR_OF = "
    select mentor_id from mentor_assignment
    where shard = $1 and member_id = $2 and until_on is null"
);
/// Whose caseload a member is in.
pub(super) fn mentor_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<UserId>> {
    Ok(tx.maybe(MENTOR_OF, (member.shard(), member))?.map(|(mentor,)| mentor))
}

/// A time in a caseload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentRow {
    /// The mentor's account.
    pub mentor: UserId,
    /// The first day.
    pub from_on: Date,
    /// The day it ended, which is the next mentor's first.
    pub until_on: Option<Date>,
}

sql!(
    ASSIGNMENTS_OF = "
    select mentor_id, from_on, until_on from mentor_assignment
    where shard = $1 and member_id = $2 order by position"
);
/// The mentors of a member whom the caller was let to see, oldest first.
pub fn assignments_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<AssignmentRow>> {
    let rows: Vec<(UserId, Date, Option<Date>)> =
        tx.all(ASSIGNMENTS_OF, (member.shard(), member))?;
    let row = |(mentor, from_on, until_on)| AssignmentRow { mentor, from_on, until_on };
    Ok(rows.into_iter().map(row).collect())
}

sql!(
    CASELOAD = "
    select a.member_id, m.area, a.from_on, v.visited_on, v.next_on
    from mentor_assignment a
    join member m on m.shard = a.shard and m.id = a.member_id
    left join visit v on v.shard = a.shard and v.id = (
        select x.id from visit x where x.shard = a.shard and x.member_id = a.member_id
        order by x.visited_on desc, x.position desc limit 1)
    where a.mentor_id = $1 and a.until_on is null
      and m.agency between $2 and $3 and m.office between $4 and $5"
);
type CaseloadRow = (MemberId, RegionCode, Date, Option<Date>, Option<Date>);
/// The members whom a mentor has now, within scope, with the last visit to each.
pub(super) fn caseload(tx: &mut Tx<'_>, scope: &Scope, mentor: UserId) -> Result<Vec<Mentored>> {
    let b = scope.bounds();
    let asked = (mentor, b.agency_low, b.agency_high, b.office_low, b.office_high);
    let rows: Vec<CaseloadRow> = tx.all(CASELOAD, asked)?;
    let row = |(member, area, from_on, visited_on, next_on)| Mentored {
        member,
        area,
        from_on,
        visited_on,
        next_on,
    };
    Ok(rows.into_iter().map(row).collect())
}

sql!(
    ADD_VISIT = "
    insert into visit (shard, id, member_id, visited_on, met, topics, note, next_on, service_id, position,
        recorded_by, need)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
);
/// A visit that was made.
pub(super) fn add_visit(tx: &mut Tx<'_>, stamp: &Stamp, event: &Visited) -> Result<()> {
    let topics: Vec<&str> = event.topics.iter().map(|topic| topic.word()).collect();
    let row = (
        event.member.shard(),
        event.visit,
        event.member,
        event.visited_on,
        event.met.word(),
        topics.join(","),
        event.note.as_ref().map(|sealed| sealed.0.clone()),
        event.next_on,
        event.service,
        stamp.position,
        stamp.actor.as_str(),
        event.need.map(Group::word),
    );
    tx.run(ADD_VISIT, row).map(drop)
}

/// A visit as kept.
#[derive(Clone, Debug)]
pub struct VisitRow {
    /// The visit.
    pub id: ActId,
    /// The day.
    pub visited_on: Date,
    /// Who was met.
    pub met: Met,
    /// What was discussed: words, with commas between.
    pub topics: String,
    /// The sentence, sealed.
    pub note: Option<Vec<u8>>,
    /// The day to come again.
    pub next_on: Option<Date>,
    /// What is needed next.
    pub need: Option<Group>,
    /// The mentoring service, where the visit was it.
    pub service: Option<ServiceId>,
    /// Its place in the journal.
    pub position: Position,
}

sql!(
    VISITS_OF = "
    select id, visited_on, met, topics, note, next_on, service_id, position, need from visit
    where shard = $1 and member_id = $2 order by visited_on desc, position desc"
);
type Row = (
    ActId,
    Date,
    String,
    String,
    Option<Vec<u8>>,
    Option<Date>,
    Option<ServiceId>,
    Position,
    Option<String>,
);
/// The visits to a member whom the caller was let to see, newest first.
pub fn visits_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<VisitRow>> {
    tx.all::<Row>(VISITS_OF, (member.shard(), member))?.into_iter().map(row).collect()
}

fn row(row: Row) -> Result<VisitRow> {
    let need = row.8.map(|word| Group::of_word(&word).ok_or(Error::Unreadable(8, word)));
    Ok(VisitRow {
        id: row.0,
        visited_on: row.1,
        met: Met::of_word(&row.2).ok_or(Error::Unreadable(2, row.2))?,
        topics: row.3,
        note: row.4,
        next_on: row.5,
        need: need.transpose()?,
        service: row.6,
        position: row.7,
    })
}
