//! Records that look like one person: found when somebody is registered, decided by people.
use super::{form::Registration, rows};
use crate::{
    Code, House, Problem,
    board::News,
    journal::{Asking, Change, Done, Event, Stamp, done_before, record},
    staff::Scope,
};
use db::{Position, Tx, sql};
use rules::{Act, MemberId, PersonId};
use serde::{Deserialize, Serialize};

/// At most so many look-alikes are put on the list for one registration.
const MOST: usize = 5;

/// Records the database does not hold, or the board does not know yet.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Those born on the same day with a similar name.
    pub named: Vec<MemberId>,
    /// Those with the same phone number.
    pub phoned: Vec<MemberId>,
}

/// Records that look like this registration: the same birth date and a similar name, or the same phone.
/// The person's own other records do not count.
pub fn similar(
    tx: &mut Tx<'_>,
    house: &House,
    new: &Registration,
    own: &[MemberId],
    beside: &Beside,
) -> Result<Vec<(MemberId, String)>, Problem> {
    let mut found = Vec::new();
    if let Some(birth) = new.birth_date {
        let by_name = house.board().names.similar(&new.name.folded(), birth);
        let by_name = by_name.into_iter().chain(beside.named.iter().copied());
        found.extend(by_name.map(|member| (member, "name+birth_date")));
    }
    if let Some(phone) = &new.phone {
        let same = rows::same_phone(tx, &house.seal.phone_hash(phone))?;
        let same = same.into_iter().chain(beside.phoned.iter().copied());
        found.extend(same.take(MOST).map(|member| (member, "phone")));
    }
    found.retain(|(member, _)| !own.contains(member));
    found.sort_by_key(|(member, _)| *member);
    found.dedup_by_key(|(member, _)| *member);
    found.truncate(MOST);
    Ok(found.into_iter().map(|(member, basis)| (member, basis.to_owned())).collect())
}

/// What somebody decided about two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They are one person; the newer record becomes the other's person.
    Same,
    /// They are two people, and are not asked about again.
    Different,
}

/// Two records were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// What was decided.
    pub decision: Decision,
    /// The person the newer record is of from now on.
    pub person: PersonId,
}

impl Event for Decided {
    const ACT: &'static str = "pair.decide";
}

/// Two records on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// Why they are on the list.
    pub basis: String,
    /// Where the newer was registered: the list is paged by it.
    pub position: Position,
}

sql!(
    PAIRS = "
    select p.member_id, p.other_id, p.basis, p.position
    from possible_duplicate p
    join member m on m.shard = p.shard and m.id = p.member_id
    join member o on o.shard = p.other_shard and o.id = p.other_id
    where p.decision is null and p.position < $1
      and m.agency between $2 and $3 and m.office between $4 and $5
      and o.agency between $2 and $3 and o.office between $4 and $5
    order by p.position desc, p.other_id limit $6"
);
/// Undecided pairs whose records are both within scope, newest first: whoever decides must see both.
pub fn pairs(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<Pair>, Problem> {
    let b = scope.bounds();
    let before = before.unwrap_or(i64::MAX);
    let bounds = (before, b.agency_low, b.agency_high, b.office_low, b.office_high, limit);
    let rows: Vec<(MemberId, MemberId, String, i64)> = tx.all(PAIRS, bounds)?;
    let pair = |(member, other, basis, position)| Pair { member, other, basis, position };
    Ok(rows.into_iter().map(pair).collect())
}

sql!(
    UNDECIDED = "
    select count(*)
    from possible_duplicate p
    join member m on m.shard = p.shard and m.id = p.member_id
    join member o on o.shard = p.other_shard and o.id = p.other_id
    where p.decision is null
      and m.agency between $1 and $2 and m.office between $3 and $4
      and o.agency between $1 and $2 and o.office between $3 and $4"
);
/// How many undecided pairs there are whose records are both within scope.
pub fn undecided(tx: &mut Tx<'_>, scope: &Scope) -> Result<u64, Problem> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let counted: Option<(i64,)> = tx.maybe(UNDECIDED, bounds)?;
    Ok(counted.map_or(0, |(count,)| u64::try_from(count).unwrap_or_default()))
}

sql!(
    PAIR = "
    select p.decision from possible_duplicate p
    where p.shard = $1 and p.member_id = $2 and p.other_id = $3"
);

/// Decides about two records; a person's word stands, the machine does not ask again.
pub fn decide(
    tx: &mut Change<'_>,
    asking: &Asking,
    member: MemberId,
    other: MemberId,
    decision: Decision,
) -> Result<Done<Decided>, Problem> {
    asking.officer.may(Act::ReviewDuplicates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let scope = &asking.officer.scope;
    let newer = rows::member(tx, scope, member)?.ok_or(Problem::NotFound)?;
    let older = rows::member(tx, scope, other)?.ok_or(Problem::NotFound)?;
    let listed: Option<(Option<String>,)> = tx.maybe(PAIR, (member.shard(), member, other))?;
    if listed.ok_or(Problem::NotFound)?.0.is_some() {
        return Err(Problem::Refused(Code::AlreadyLinked));
    }
    let person = match decision {
        Decision::Same => older.person,
        Decision::Different => newer.person,
    };
    let done = record(tx, asking, Some(member.0), Decided { member, other, decision, person })?;
    replay(tx, &done.stamp, &done.event)?;
    if decision == Decision::Same {
        let with = Some(older.position);
        tx.tell(News::Link { position: done.stamp.position, member: newer.position, with });
    }
    Ok(done)
}

sql!(
    DECIDED = "
    update possible_duplicate set decision = $1, decided_at_position = $2
    where shard = $3 and member_id = $4 and other_id = $5"
);
sql!(
    LINKED = "
    insert into identity_link (shard, member_id, position, person_id, basis)
    values ($1, $2, $3, $4, $5)"
);
sql!(RELINK = "update member set person_id = $1 where shard = $2 and id = $3");
/// The rows of a decision. The sealed values stay under the key they were sealed with.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Decided) -> Result<(), Problem> {
    let (shard, word) = (event.member.shard(), event.decision.word());
    tx.run(DECIDED, (word, stamp.position, shard, event.member, event.other))?;
    tx.run(LINKED, (shard, event.member, stamp.position, event.person, word))?;
    if event.decision == Decision::Same {
        tx.run(RELINK, (event.person, shard, event.member))?;
    }
    Ok(())
}

impl Decision {
    /// The word in the rows.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

/// What a decision by another process tells the board.
pub fn link_news(tx: &mut Tx<'_>, stamp: &Stamp, event: &Decided) -> Result<Option<News>, Problem> {
    if event.decision == Decision::Different {
        return Ok(None);
    }
    let member = rows::position_of(tx, event.member)?.unwrap_or_default();
    let with = rows::position_of(tx, event.other)?;
    Ok(Some(News::Link { position: stamp.position, member, with }))
}
