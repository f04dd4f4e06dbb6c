//! Entries in a list: of people within scope, or of rounds that a curator grades; what waits for the asker first.
use super::{
    entries::{self, EntryRow},
    step::next_act,
};
use crate::{
    House, Problem, people, products,
    staff::{Officer, Scope},
};
use db::{Position, Tx, sql};
use rules::{Act, CurationRoundId, Role, marketing::curation::EntryState};
use uuid::Uuid;

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of this round alone.
    pub round: Option<CurationRoundId>,
    /// At this state alone.
    pub state: Option<EntryState>,
    /// Those alone whose next step is the asker's.
    pub waiting: bool,
    /// The position that the page before ended at.
    pub after: Option<Position>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// An entry in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The entry.
    pub row: EntryRow,
    /// What the product is called; empty once the person is erased.
    pub product: String,
    /// Whose it is; empty for curators, and once erased.
    pub name: String,
}

/// How many there are over all pages, a page of them, and what to ask the next page after.
pub type Page = (u64, Vec<Listed>, Option<Position>);

/// The states whose next step is for a role; a curator sees no others but what is graded.
fn states(role: Role, wanted: &Wanted) -> Vec<EntryState> {
    let curator = role == Role::Curator;
    let sees =
        |it: &EntryState| !curator || matches!(it, EntryState::Scheduled | EntryState::Graded);
    let waits = |it: &EntryState| !wanted.waiting || next_act(*it).is_some_and(|act| role.may(act));
    let asked = |it: &EntryState| wanted.state.is_none_or(|state| state == *it);
    EntryState::ALL.into_iter().filter(|it| sees(it) && waits(it) && asked(it)).collect()
}

/// What both statements are asked with.
struct Asked {
    /// From and to: agencies, then offices.
    bounds: [String; 4],
    area: String,
    rounds: (Uuid, Uuid),
    states: [&'static str; 6],
    not_by: String,
}

impl Asked {
    fn of(officer: &Officer, wanted: &Wanted) -> Self {
        let mut states = states(officer.role, wanted).into_iter().map(EntryState::word);
        let round = wanted.round.map(|round| round.0);
        let own = officer.actor();
        let b = officer.scope.bounds();
        Self {
            bounds: [b.agency_low, b.agency_high, b.office_low, b.office_high],
            area: officer.scope.area().map(|area| area.to_string()).unwrap_or_default(),
            rounds: (round.unwrap_or(Uuid::nil()), round.unwrap_or(Uuid::max())),
            states: [(); 6].map(|()| states.next().unwrap_or_default()),
            // What I verified is not mine to validate.
            not_by: if wanted.waiting { own } else { String::new() },
        }
    }
}

/// The entries, the newest first.
pub fn list(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: &Wanted,
) -> Result<Page, Problem> {
    officer.may(Act::ReadCurations)?;
    let limit = wanted.limit.clamp(1, 200);
    let asked = Asked::of(officer, wanted);
    let curator = officer.role == Role::Curator;
    let (total, mut found) = if curator {
        of_rounds(tx, &asked, wanted, limit + 1)?
    } else {
        within(tx, &asked, wanted, limit + 1)?
    };
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.position);
    let mut listed = Vec::with_capacity(found.len());
    for row in found {
        listed.extend(one(tx, house, row, !curator)?);
    }
    Ok((total, listed, next))
}

/// An entry with what it is called; the caller looked whether it may be seen.
pub(super) fn one(
    tx: &mut Tx<'_>,
    house: &House,
    row: EntryRow,
    named: bool,
) -> Result<Option<Listed>, Problem> {
    let Some(member) = people::own_record(tx, row.member)? else { return Ok(None) };
    let (_, told) = products::told_of(tx, house, &member, row.product)?;
    let identity = member.identity(&house.seal).filter(|_| named);
    let name = identity.map(|it| it.name.as_str().to_owned()).unwrap_or_default();
    Ok(Some(Listed { row, product: told.name, name }))
}

type Found = (u64, Vec<EntryRow>);

sql!(
    COUNT_WITHIN = "
    select count(*) from curation_entry e join member m on m.shard = e.shard and m.id = e.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and e.round_id between $5 and $6
      and e.state in ($7, $8, $9, $10, $11, $12)
      and (e.state <> 'verified' or coalesce(e.verified_by, '') <> $13)"
);
sql!(
    WITHIN = "
    select e.id, e.round_id, e.member_id, e.product_id, e.state, e.state_on, e.position, e.verified_by, e.held_on,
        e.held_at, e.place, e.mean, e.grade, e.passed, e.advice
    from curation_entry e join member m on m.shard = e.shard and m.id = e.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and e.round_id between $5 and $6
      and e.state in ($7, $8, $9, $10, $11, $12)
      and (e.state <> 'verified' or coalesce(e.verified_by, '') <> $13) and e.position < $14
    order by e.position desc limit $15"
);
fn within(tx: &mut Tx<'_>, asked: &Asked, wanted: &Wanted, limit: usize) -> Result<Found, Problem> {
    let [from, to, low, high] = asked.bounds.clone();
    let [one, two, three, four, five, six] = asked.states;
    let (first, last) = asked.rounds;
    let not_by = asked.not_by.as_str();
    let count = (
        from.clone(),
        to.clone(),
        low.clone(),
        high.clone(),
        first,
        last,
        one,
        two,
        three,
        four,
        five,
        six,
        not_by,
    );
    let many: Option<(i64,)> = tx.maybe(COUNT_WITHIN, count)?;
    let (before, limit) = page(wanted, limit);
    let of =
        (from, to, low, high, first, last, one, two, three, four, five, six, not_by, before, limit);
    let found = tx.all::<entries::Row>(WITHIN, of)?;
    Ok((counted(many), found.into_iter().map(entries::row).collect()))
}

sql!(
    COUNT_OF_ROUNDS = "
    select count(*) from curation_entry e join curation_round r on r.id = e.round_id
    where r.agency between $1 and $2 and ((r.area between $3 and $4) or $5 like r.area || '%')
      and e.round_id between $6 and $7 and e.state in ($8, $9)"
);
sql!(
    OF_ROUNDS = "
    select e.id, e.round_id, e.member_id, e.product_id, e.state, e.state_on, e.position, e.verified_by, e.held_on,
        e.held_at, e.place, e.mean, e.grade, e.passed, e.advice
    from curation_entry e join curation_round r on r.id = e.round_id
    where r.agency between $1 and $2 and ((r.area between $3 and $4) or $5 like r.area || '%')
      and e.round_id between $6 and $7 and e.state in ($8, $9) and e.position < $10
    order by e.position desc limit $11"
);
fn of_rounds(
    tx: &mut Tx<'_>,
    asked: &Asked,
    wanted: &Wanted,
    limit: usize,
) -> Result<Found, Problem> {
    let [from, to, low, high] = asked.bounds.clone();
    let [scheduled, graded, ..] = asked.states;
    let (first, last) = asked.rounds;
    let area = asked.area.as_str();
    let count =
        (from.clone(), to.clone(), low.clone(), high.clone(), area, first, last, scheduled, graded);
    let many: Option<(i64,)> = tx.maybe(COUNT_OF_ROUNDS, count)?;
    let (before, limit) = page(wanted, limit);
    let of = (from, to, low, high, area, first, last, scheduled, graded, before, limit);
    let found = tx.all::<entries::Row>(OF_ROUNDS, of)?;
    Ok((counted(many), found.into_iter().map(entries::row).collect()))
}

fn page(wanted: &Wanted, limit: usize) -> (Position, i64) {
    (wanted.after.unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(200))
}

fn counted(many: Option<(i64,)>) -> u64 {
    many.and_then(|(many,)| u64::try_from(many).ok()).unwrap_or_default()
}

sql!(
    COUNTS = "
    select e.state, count(*) from curation_entry e join member m on m.shard = e.shard and m.id = e.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and e.round_id = $5
    group by e.state"
);
/// How many entries of a round within scope stand where.
pub fn counts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    round: CurationRoundId,
) -> db::Result<Vec<(EntryState, u64)>> {
    let b = scope.bounds();
    let asked = (b.agency_low, b.agency_high, b.office_low, b.office_high, round);
    let found: Vec<(EntryState, i64)> = tx.all(COUNTS, asked)?;
    let mut counts: Vec<(EntryState, u64)> =
        found.into_iter().map(|(state, many)| (state, many.unsigned_abs())).collect();
    counts.sort_unstable();
    Ok(counts)
}
