//! Who stands how to a class, by name; and the classes of one member.
use crate::{
    House, Problem, classes,
    privacy::{Identity, Salt},
    staff::{Officer, Scope},
};
use db::{Position, Tx, sql};
use rules::{
    Act, Agency, ClassId, Date, MemberId, PersonId, RegionCode,
    training::{ClassState, PlaceState},
};

/// Which lines of a roster.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Those in this state alone.
    pub state: Option<PlaceState>,
    /// Where the page before ended.
    pub after: Option<(Position, MemberId)>,
    /// How many, 1 to 2000.
    pub limit: usize,
}

/// A page of a roster, in the order of asking.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The participants.
    pub items: Vec<Participant>,
    /// What to ask the next page after.
    pub next: Option<(Position, MemberId)>,
    /// How many there are over all pages.
    pub total: u64,
}

/// Somebody who stands in some way to a class. Seen by whoever sees the class; the file opens by scope alone.
#[derive(Clone, Debug)]
pub struct Participant {
    /// The record.
    pub member: MemberId,
    /// The person it is of.
    pub person: PersonId,
    /// The number an officer reads out.
    pub number: String,
    /// The name; empty once erased.
    pub name: String,
    /// The NIK, masked; empty once erased.
    pub nik: String,
    /// The agency that registered.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// Whether the reader may open the file.
    pub openable: bool,
    /// How they stand to the class.
    pub state: PlaceState,
    /// The place in the queue, from one, of who waits.
    pub queue: Option<u32>,
    /// Whether they were invited.
    pub invited: bool,
    /// Whether they came without having asked before.
    pub walk_in: bool,
    /// What an officer said last about it.
    pub reason: Option<String>,
    /// The class they came over from.
    pub came_from: Option<ClassId>,
    /// Where they asked last in the journal; where they were invited, if they never asked.
    pub position: Position,
}

type Row = (
    MemberId,
    PersonId,
    PersonId,
    Option<Vec<u8>>,
    Vec<u8>,
    String,
    Agency,
    RegionCode,
    PlaceState,
    i64,
    Option<i64>,
    i16,
    Option<Vec<u8>>,
    Option<ClassId>,
    i64,
);

sql!(
    ROSTER = "
    select p.member_id, m.person_id, m.keyed_by, s.salt, m.identity, m.number, m.agency, m.office,
        p.state, p.queue, p.invited_at_position, p.walk_in, p.reason, p.came_from, p.position
    from (
        select shard, member_id, state, invited_at_position, walk_in, reason, came_from,
            row_number() over (partition by state order by asked_at_position) as queue,
            coalesce(asked_at_position, invited_at_position, 0) as position
        from class_place where class_id = $1) p
    join member m on m.shard = p.shard and m.id = p.member_id
    join person s on s.shard = m.shard and s.id = m.keyed_by
    where (p.state = $2 or $2 is null)
      and ((p.position, p.member_id) > ($3, $4) or $3 is null)
    order by p.position, p.member_id limit $5"
);
sql!(
    COUNT = "
    select count(*) from class_place where class_id = $1 and (state = $2 or $2 is null)"
);
/// A page of the roster of a class the officer sees, for whoever may see names.
pub fn roster(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    wanted: &Roster,
) -> Result<Listed, Problem> {
    let names = [Act::ManagePlaces, Act::MarkAttendance, Act::SearchMembers];
    if !names.into_iter().any(|act| officer.role.may(act)) {
        return Err(Problem::Forbidden);
    }
    classes::seats(tx, officer, class)?;
    let limit = wanted.limit.clamp(1, 2000);
    let (at, after) = wanted.after.unzip();
    let most = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let rows: Vec<Row> = tx.all(ROSTER, (class, wanted.state, at, after, most))?;
    let more = rows.len() > limit;
    let items: Vec<Participant> =
        rows.into_iter().take(limit).map(|row| participant(house, &officer.scope, row)).collect();
    let next = items.last().filter(|_| more).map(|last| (last.position, last.member));
    let total: Option<(i64,)> = tx.maybe(COUNT, (class, wanted.state))?;
    Ok(Listed { items, next, total: total.map_or(0, |(total,)| total.unsigned_abs()) })
}

fn participant(house: &House, scope: &Scope, row: Row) -> Participant {
    let (member, person, keyed_by, salt, identity, number, agency, office, ..) = row;
    let (.., state, queue, invited, walk_in, reason, came_from, position) = row;
    let salt: Option<Salt> = salt.and_then(|salt| salt.try_into().ok());
    let key = salt.map(|salt| house.seal.person_key(keyed_by, &salt));
    let known = key.as_ref().and_then(|key| Identity::open(key, member, &identity));
    let reason = key.as_ref().zip(reason);
    let reason = reason.and_then(|(key, sealed)| key.open(member.0.as_bytes(), &sealed));
    let waits = state == PlaceState::Waiting;
    Participant {
        member,
        person,
        number,
        name: known.as_ref().map(|it| it.name.as_str().to_owned()).unwrap_or_default(),
        nik: known.map(|it| it.nik.masked()).unwrap_or_default(),
        agency,
        office,
        openable: scope.covers(&agency, office),
        state,
        queue: if waits { u32::try_from(queue).ok() } else { None },
        invited: invited.is_some(),
        walk_in: walk_in == 1,
        reason: reason.and_then(|clear| String::from_utf8(clear.to_vec()).ok()),
        came_from,
        position,
    }
}

/// A class that a member has to do with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The class.
    pub class: ClassId,
    /// What it is called.
    pub title: String,
    /// The day of its first session.
    pub first_on: Date,
    /// How far it is.
    pub class_state: ClassState,
    /// How the member stands to it.
    pub state: PlaceState,
}

sql!(
    OF_MEMBER = "
    select c.id, c.title, c.first_on, c.state, p.state
    from class_place p join class c on c.id = p.class_id
    where p.member_id = $1 order by c.first_on desc, c.id"
);
/// The classes of a member whom the caller was let to see, the newest first.
pub fn of_member(tx: &mut Tx<'_>, member: MemberId) -> db::Result<Vec<Attended>> {
    let found = tx.all(OF_MEMBER, (member,))?;
    let class = |(class, title, first_on, class_state, state)| Attended {
        class,
        title,
        first_on,
        class_state,
        state,
    };
    Ok(found.into_iter().map(class).collect())
}
