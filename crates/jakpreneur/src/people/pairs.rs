//! The rows behind pairs of records that look like one person.
use super::Decision;
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{Instant, MemberId, PersonId};

/// Two records on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// Why they are on the list.
    pub basis: String,
    /// Where they were put on it: the list is paged by it.
    pub position: Position,
}

sql!(
    ADD = "
    insert into possible_duplicate (shard, member_id, other_shard, other_id, basis, position)
    values ($1, $2, $3, $4, $5, $6) on conflict (shard, member_id, other_id) do nothing"
);
/// Two records that look alike.
pub(super) fn add_pair(
    tx: &mut Tx<'_>,
    member: MemberId,
    other: MemberId,
    basis: &str,
    position: Position,
) -> Result<()> {
    tx.run(ADD, (member.shard(), member, other.shard(), other, basis, position)).map(drop)
}

sql!(
    IS_PAIR = "
    select position from possible_duplicate where shard = $1 and member_id = $2 and other_id = $3"
);
/// Whether two records are a pair already, decided or not, in either order: the machine asks once.
pub(super) fn is_pair(tx: &mut Tx<'_>, one: MemberId, two: MemberId) -> Result<bool> {
    let there: Option<(i64,)> = tx.maybe(IS_PAIR, (one.shard(), one, two))?;
    let back: Option<(i64,)> = tx.maybe(IS_PAIR, (two.shard(), two, one))?;
    Ok(there.or(back).is_some())
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
) -> Result<Vec<Pair>> {
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
/// How many pairs wait for somebody within scope.
pub fn undecided(tx: &mut Tx<'_>, scope: &Scope) -> Result<u64> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let counted: Option<(i64,)> = tx.maybe(UNDECIDED, bounds)?;
    Ok(counted.map_or(0, |(count,)| u64::try_from(count).unwrap_or_default()))
}

/// A pair that somebody decided about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedPair {
    /// The newer record.
    pub member: MemberId,
    /// The older one.
    pub other: MemberId,
    /// What stands.
    pub decision: Decision,
    /// Where it was decided: the list is paged by it.
    pub position: Position,
    /// When.
    pub at: Instant,
    /// By whom: an account's id, or `system`.
    pub by: String,
    /// Why they were parted again, sealed with the newer record's key.
    pub reason: Option<Vec<u8>>,
}

sql!(
    DECIDED = "
    select p.member_id, p.other_id, p.decision, p.decided_at_position, j.at, j.actor, l.reason
    from possible_duplicate p
    join journal j on j.position = p.decided_at_position
    left join identity_link l on l.shard = p.shard and l.member_id = p.member_id
     and l.position = p.decided_at_position
    join member m on m.shard = p.shard and m.id = p.member_id
    join member o on o.shard = p.other_shard and o.id = p.other_id
    where p.decision is not null and p.decided_at_position < $1
      and m.agency between $2 and $3 and m.office between $4 and $5
      and o.agency between $2 and $3 and o.office between $4 and $5
    order by p.decided_at_position desc limit $6"
);
type DecidedRow = (MemberId, MemberId, String, i64, Instant, String, Option<Vec<u8>>);
/// Decided pairs whose records are both within scope, the latest decision first.
pub fn decided(
    tx: &mut Tx<'_>,
    scope: &Scope,
    before: Option<Position>,
    limit: i64,
) -> Result<Vec<DecidedPair>> {
    let b = scope.bounds();
    let before = before.unwrap_or(i64::MAX);
    let bounds = (before, b.agency_low, b.agency_high, b.office_low, b.office_high, limit);
    let rows: Vec<DecidedRow> = tx.all(DECIDED, bounds)?;
    let pair = |(member, other, decision, position, at, by, reason): DecidedRow| DecidedPair {
        member,
        other,
        decision: Decision::of_word(&decision).unwrap_or(Decision::Different),
        position,
        at,
        by,
        reason,
    };
    Ok(rows.into_iter().map(pair).collect())
}

/// What is known of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The two are no pair.
    Unlisted,
    /// Somebody is to look at it.
    Waiting,
    /// Somebody decided.
    Decided(Decision),
}

sql!(
    DECISION = "
    select decision from possible_duplicate where shard = $1 and member_id = $2 and other_id = $3"
);
/// How a pair stands.
pub(super) fn standing(tx: &mut Tx<'_>, member: MemberId, other: MemberId) -> Result<Standing> {
    let row: Option<(Option<String>,)> = tx.maybe(DECISION, (member.shard(), member, other))?;
    let Some((decision,)) = row else { return Ok(Standing::Unlisted) };
    let decision = decision.as_deref().and_then(Decision::of_word);
    Ok(decision.map_or(Standing::Waiting, Standing::Decided))
}

sql!(
    DECIDE = "
    update possible_duplicate set decision = $1, decided_at_position = $2
    where shard = $3 and member_id = $4 and other_id = $5"
);
/// What stands of a pair from now on; nothing where somebody is to look again.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    member: MemberId,
    other: MemberId,
    decision: Option<&str>,
    position: Position,
) -> Result<()> {
    let decided_at = decision.map(|_| position);
    tx.run(DECIDE, (decision, decided_at, member.shard(), member, other)).map(drop)
}

sql!(
    STANDING = "
    select other_id from possible_duplicate
    where shard = $1 and member_id = $2 and decision = 'same' order by decided_at_position desc"
);
/// The records a member stands joined with by decision, the latest first.
pub(super) fn joined_with(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = tx.all(STANDING, (member.shard(), member))?;
    Ok(rows.into_iter().map(|(other,)| other).collect())
}

sql!(
    LINK = "
    insert into identity_link (shard, member_id, position, person_id, basis, other_id, reason)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
/// Whose record a member was said to be, why, and which record of that person was meant.
pub(super) fn add_link(
    tx: &mut Tx<'_>,
    member: MemberId,
    position: Position,
    person: PersonId,
    basis: &str,
    other: Option<MemberId>,
    reason: Option<&[u8]>,
) -> Result<()> {
    tx.run(LINK, (member.shard(), member, position, person, basis, other, reason)).map(drop)
}

sql!(PERSON_OF = "select person_id from member where shard = $1 and id = $2");
/// Whose record it is now, whoever asks.
pub(super) fn person_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<PersonId>> {
    let found: Option<(PersonId,)> = tx.maybe(PERSON_OF, (member.shard(), member))?;
    Ok(found.map(|(person,)| person))
}

sql!(RELINK = "update member set person_id = $1 where shard = $2 and id = $3");
/// The member is that person's record.
pub(super) fn relink(tx: &mut Tx<'_>, member: MemberId, person: PersonId) -> Result<()> {
    tx.run(RELINK, (person, member.shard(), member)).map(drop)
}
