//! The rows behind bazaars, read.
use super::Announced;
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, ApplicationId, BazaarId, Date, MemberId, PersonId, RegionCode, Rupiah, ServiceId,
    bazaar::{Kind, Outsiders, Seed, SellingDay, Told},
    marketing::bazaar::Ground,
};

/// A bazaar as kept.
#[derive(Clone, Debug)]
pub struct BazaarRow {
    /// The bazaar.
    pub id: BazaarId,
    /// All that is announced of it.
    pub announced: Announced,
    /// The fingerprint of the seed, in hexadecimal.
    pub commitment: String,
    /// The seed, sealed.
    pub(super) sealed_seed: Vec<u8>,
    /// Where it was announced in the journal.
    pub position: Position,
    /// Where it changed last.
    pub changed_at_position: Position,
    /// The day its stands were drawn.
    pub drawn_on: Option<Date>,
    /// The seed, once they are drawn.
    pub seed: Option<Seed>,
    /// Why it was called off, where it was.
    pub called_off: Option<String>,
}

/// An application as kept.
#[derive(Clone, Debug)]
pub struct ApplicationRow {
    /// The application.
    pub id: ApplicationId,
    /// Whose it is, where a member's.
    pub member: Option<MemberId>,
    /// Whose it is, where an outsider's; sealed.
    pub(super) outsider: Option<Vec<u8>>,
    /// Whether it was given up.
    pub given_up: bool,
    /// The place in the order of the draw, from one; none before, and where it was given up before.
    pub rank: Option<u32>,
    /// The stands they had before, as counted for the draw.
    pub earlier_stands: u32,
    /// The marketing service that taking part is, with the day of it.
    pub service: Option<(ServiceId, Date)>,
}

pub(super) type Row = (
    BazaarId,
    String,
    Kind,
    Agency,
    RegionCode,
    String,
    Date,
    Date,
    Date,
    i64,
    i16,
    Outsiders,
    i16,
    Ground,
    String,
    Vec<u8>,
    Position,
    Position,
    Option<Date>,
    Option<String>,
    Option<String>,
);

pub(super) fn row(row: Row) -> BazaarRow {
    let announced = Announced {
        title: row.1,
        kind: row.2,
        agency: row.3,
        area: row.4,
        place: row.5,
        first_on: row.6,
        last_on: row.7,
        closes_on: row.8,
        tents: u32::try_from(row.9).unwrap_or_default(),
        stands_a_tent: u16::try_from(row.10).unwrap_or(1),
        outsiders: row.11,
        window_months: u16::try_from(row.12).unwrap_or(1),
        ground: row.13,
    };
    BazaarRow {
        id: row.0,
        announced,
        commitment: row.14,
        sealed_seed: row.15,
        position: row.16,
        changed_at_position: row.17,
        drawn_on: row.18,
        seed: row.19.as_deref().and_then(Seed::parse),
        called_off: row.20,
    }
}

sql!(
    BAZAAR = "
    select id, title, kind, agency, area, place, first_on, last_on, closes_on, tents, stands_a_tent, outsiders,
        window_months, ground, commitment, sealed_seed, position, changed_at_position, drawn_on, seed, call_off_reason
    from bazaar where id = $1"
);
/// A bazaar: everybody may know what is announced of it.
pub fn bazaar(tx: &mut Tx<'_>, id: BazaarId) -> Result<Option<BazaarRow>> {
    Ok(tx.maybe::<Row>(BAZAAR, (id,))?.map(row))
}

pub(super) type Asked = (
    ApplicationId,
    Option<MemberId>,
    Option<Vec<u8>>,
    Option<Position>,
    Option<i64>,
    Option<i64>,
    Option<ServiceId>,
    Option<Date>,
);

pub(super) fn asked(row: Asked) -> ApplicationRow {
    ApplicationRow {
        id: row.0,
        member: row.1,
        outsider: row.2,
        given_up: row.3.is_some(),
        rank: row.4.and_then(|rank| u32::try_from(rank).ok()),
        earlier_stands: row.5.and_then(|many| u32::try_from(many).ok()).unwrap_or_default(),
        service: row.6.zip(row.7),
    }
}

sql!(
    APPLICATION = "
    select id, member_id, outsider, given_up_at_position, rank, earlier_stands, service_id, service_on
    from bazaar_application where bazaar_id = $1 and id = $2"
);
/// An application; the caller asks next whose it is.
pub(super) fn application(
    tx: &mut Tx<'_>,
    bazaar: BazaarId,
    id: ApplicationId,
) -> Result<Option<ApplicationRow>> {
    Ok(tx.maybe::<Asked>(APPLICATION, (bazaar, id))?.map(asked))
}

sql!(
    APPLICATIONS = "
    select id, member_id, outsider, given_up_at_position, rank, earlier_stands, service_id, service_on
    from bazaar_application where bazaar_id = $1 order by coalesce(rank, 9000000), position"
);
/// Every application to a bazaar: in the order of the draw, before it in the order of asking.
pub(super) fn applications(tx: &mut Tx<'_>, bazaar: BazaarId) -> Result<Vec<ApplicationRow>> {
    Ok(tx.all::<Asked>(APPLICATIONS, (bazaar,))?.into_iter().map(asked).collect())
}

sql!(
    UNTIL = "
    select count(*) from bazaar_application
    where bazaar_id = $1 and rank <= $2 and given_up_at_position is null"
);
/// How many of the order up to a rank did not give up.
pub(super) fn standing_until(tx: &mut Tx<'_>, bazaar: BazaarId, rank: u32) -> Result<u32> {
    let found: Option<(i64,)> = tx.maybe(UNTIL, (bazaar, i64::from(rank)))?;
    Ok(found.map_or(0, |(many,)| u32::try_from(many).unwrap_or(u32::MAX)))
}

sql!(
    OF_PERSON = "
    select a.id from bazaar_application a join member m on m.shard = a.shard and m.id = a.member_id
    where a.bazaar_id = $1 and m.shard = $2 and m.person_id = $3 and a.given_up_at_position is null"
);
/// The application of a person that stands, by whatever record of theirs.
pub(super) fn standing_of_person(
    tx: &mut Tx<'_>,
    bazaar: BazaarId,
    person: PersonId,
) -> Result<Option<ApplicationId>> {
    let found: Option<(ApplicationId,)> = tx.maybe(OF_PERSON, (bazaar, person.shard(), person))?;
    Ok(found.map(|(id,)| id))
}

sql!(
    APPLICANTS = "
    select a.id, m.person_id
    from bazaar_application a left join member m on m.shard = a.shard and m.id = a.member_id
    where a.bazaar_id = $1 and a.given_up_at_position is null"
);
/// Whoever asked and did not give up, with the person where a member.
pub(super) fn applicants(
    tx: &mut Tx<'_>,
    bazaar: BazaarId,
) -> Result<Vec<(ApplicationId, Option<PersonId>)>> {
    tx.all(APPLICANTS, (bazaar,))
}

sql!(
    HELD = "
    select m.person_id, h.first_on
    from (
        select a.shard, a.member_id, b.first_on, b.tents * b.stands_a_tent as stands,
            row_number() over (partition by a.bazaar_id order by a.rank) as place
        from bazaar b join bazaar_application a on a.bazaar_id = b.id
        where b.drawn_at_position is not null and b.called_off_at_position is null
          and b.first_on >= $1 and b.first_on < $2
          and a.rank is not null and a.given_up_at_position is null) h
    join member m on m.shard = h.shard and m.id = h.member_id
    where h.place <= h.stands"
);
/// Who had a stand at bazaars that began from a day to before another, with the first day of each.
pub(super) fn held(tx: &mut Tx<'_>, from: Date, before: Date) -> Result<Vec<(PersonId, Date)>> {
    tx.all(HELD, (from, before))
}

type Day = (ApplicationId, Date, Option<i16>, Option<i64>);

fn day(row: &Day) -> SellingDay {
    let told = Told { attended: row.2.map(|there| there == 1), sold: row.3.map(Rupiah) };
    SellingDay { on: row.1, told }
}

sql!(
    DAYS_OF = "
    select application_id, held_on, attended, sold_rp from bazaar_day
    where bazaar_id = $1 and application_id = $2 order by held_on"
);
/// What is told of a seller, day by day.
pub(super) fn days_of(
    tx: &mut Tx<'_>,
    bazaar: BazaarId,
    id: ApplicationId,
) -> Result<Vec<SellingDay>> {
    Ok(tx.all::<Day>(DAYS_OF, (bazaar, id))?.iter().map(day).collect())
}

sql!(
    DAYS = "
    select application_id, held_on, attended, sold_rp from bazaar_day
    where bazaar_id = $1 order by application_id, held_on"
);
/// What is told of every seller, day by day.
pub(super) fn days(tx: &mut Tx<'_>, bazaar: BazaarId) -> Result<Vec<(ApplicationId, SellingDay)>> {
    Ok(tx.all::<Day>(DAYS, (bazaar,))?.iter().map(|row| (row.0, day(row))).collect())
}
