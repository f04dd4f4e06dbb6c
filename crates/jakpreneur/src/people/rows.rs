//! The rows behind people.
use super::{Registered, niks};
use crate::{
    journal::Stamp,
    privacy::{Hash, Identity, Salt, Seal},
    staff::Scope,
};
use db::{Position, Result, Tx, sql};
use rules::{
    Agency, BusinessId, BusinessType, Channel, Date, Instant, MemberId, PersonId, RegionCode, Sex,
    Shard, Track,
};

/// A member record as kept; the identity is sealed.
#[derive(Clone, Debug)]
pub struct MemberRow {
    /// The record.
    pub id: MemberId,
    /// The person it is of.
    pub person: PersonId,
    /// The person whose key seals it: the one it was first registered for.
    pub keyed_by: PersonId,
    /// What makes that key their own; none once erased.
    pub salt: Option<Salt>,
    /// Where it was registered in the journal.
    pub position: Position,
    /// The number an officer reads out.
    pub number: String,
    /// The agency that registered.
    pub agency: Agency,
    /// The responsible kecamatan.
    pub office: RegionCode,
    /// The kelurahan, or the kecamatan where it is not known.
    pub area: RegionCode,
    /// Female, male, or not known.
    pub sex: Option<Sex>,
    /// Starter or established.
    pub track: Track,
    /// The trade.
    pub business_type: BusinessType,
    /// How it came in.
    pub channel: Channel,
    /// When it happened.
    pub registered_on: Date,
    /// Name, NIK and the rest, sealed.
    pub identity: Vec<u8>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
}

sql!(PERSON_OF_NIK = "select person_id from nik_claim where shard = $1 and nik_hash = $2");
/// Whose NIK this is.
pub fn person_of_nik(tx: &mut Tx<'_>, shard: Shard, hash: &Hash) -> Result<Option<PersonId>> {
    Ok(tx.maybe(PERSON_OF_NIK, (shard, hash.as_slice()))?.map(|(person,)| person))
}

sql!(MEMBER_OF_NIK = "select id from member where shard = $1 and nik_hash = $2 and agency = $3");
/// The record an agency has of a NIK.
pub fn member_of_nik(
    tx: &mut Tx<'_>,
    shard: Shard,
    hash: &Hash,
    agency: &Agency,
) -> Result<Option<MemberId>> {
    let found: Option<(MemberId,)> = tx.maybe(MEMBER_OF_NIK, (shard, hash.as_slice(), agency))?;
    match found {
        Some((member,)) => Ok(Some(member)),
        None => niks::corrected_record(tx, shard, hash, agency),
    }
}

sql!(RECORDS_OF = "select id, position from member where person_id = $1 order by position");
/// Every record of a person, oldest first.
pub fn records_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<(MemberId, Position)>> {
    tx.all(RECORDS_OF, (person,))
}

sql!(SALT = "select salt from person where shard = $1 and id = $2");
/// What makes the person's key their own; none once erased.
pub fn salt(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Salt>> {
    let kept: Option<(Option<Vec<u8>>,)> = tx.maybe(SALT, (person.shard(), person))?;
    Ok(kept.and_then(|(salt,)| salt).and_then(|salt| salt.try_into().ok()))
}

sql!(ADD_PERSON = "insert into person (shard, id, salt, position) values ($1, $2, $3, $4)");
/// A person who was not known.
pub fn add_person(
    tx: &mut Tx<'_>,
    person: PersonId,
    salt: Option<Salt>,
    position: Position,
) -> Result<()> {
    let salt = salt.map(|salt| salt.to_vec());
    tx.run(ADD_PERSON, (person.shard(), person, salt, position)).map(drop)
}

sql!(CLAIM_NIK = "insert into nik_claim (shard, nik_hash, person_id) values ($1, $2, $3)");
/// The NIK is this person's and nobody else's.
pub fn claim_nik(tx: &mut Tx<'_>, shard: Shard, hash: &Hash, person: PersonId) -> Result<()> {
    tx.run(CLAIM_NIK, (shard, hash.as_slice(), person)).map(drop)
}

sql!(
    ADD_MEMBER = "
    insert into member (shard, id, person_id, keyed_by, position, number, agency, office, area, sex, track,
        business_type, channel, registered_on, nik_hash, phone_hash, identity, recorded_at, recorded_by)
    values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
);
/// What one agency recorded.
pub fn add_member(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &Registered,
    hashes: Option<(Hash, Option<Hash>)>,
) -> Result<()> {
    let number = super::number(event.office, stamp.position);
    let nik_hash = hashes.map(|(nik, _)| nik.to_vec());
    let phone_hash = hashes.and_then(|(_, phone)| phone).map(|phone| phone.to_vec());
    let (shard, identity) = (event.member.shard(), event.identity.0.as_slice());
    tx.run(
        ADD_MEMBER,
        (
            shard,
            event.member,
            event.person,
            stamp.position,
            number,
            event.agency,
            event.office,
            event.area,
            event.sex,
            event.track,
            event.business_type,
            event.channel,
            event.registered_on,
            nik_hash,
            phone_hash,
            identity,
            stamp.at,
            stamp.actor.as_str(),
        ),
    )
    .map(drop)
}

sql!(
    ADD_BUSINESS = "
    insert into business (shard, id, member_id, business_type, area, position)
    values ($1, $2, $3, $4, $5, $6)"
);
/// The business an established member runs.
pub fn add_business(
    tx: &mut Tx<'_>,
    business: BusinessId,
    member: MemberId,
    (trade, area): (BusinessType, RegionCode),
    position: Position,
) -> Result<()> {
    tx.run(ADD_BUSINESS, (member.shard(), business, member, trade, area, position)).map(drop)
}

pub(super) type Row = (
    MemberId,
    PersonId,
    PersonId,
    Option<Vec<u8>>,
    i64,
    String,
    Agency,
    RegionCode,
    RegionCode,
    Option<Sex>,
    Track,
    BusinessType,
    Channel,
    Date,
    Vec<u8>,
    Instant,
    String,
);

pub(super) fn row(row: Row) -> MemberRow {
    MemberRow {
        id: row.0,
        person: row.1,
        keyed_by: row.2,
        salt: row.3.and_then(|salt| salt.try_into().ok()),
        position: row.4,
        number: row.5,
        agency: row.6,
        office: row.7,
        area: row.8,
        sex: row.9,
        track: row.10,
        business_type: row.11,
        channel: row.12,
        registered_on: row.13,
        identity: row.14,
        recorded_at: row.15,
        recorded_by: row.16,
    }
}

sql!(
    MEMBER = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.shard = $1 and m.id = $2
      and m.agency between $3 and $4 and m.office between $5 and $6"
);
/// A record, if it is within scope.
pub fn member(tx: &mut Tx<'_>, scope: &Scope, id: MemberId) -> Result<Option<MemberRow>> {
    let b = scope.bounds();
    let bounds = (id.shard(), id, b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.maybe(MEMBER, bounds)?.map(row))
}

/// The records of a page that are within scope, in the order asked for.
pub fn members(tx: &mut Tx<'_>, scope: &Scope, ids: &[MemberId]) -> Result<Vec<MemberRow>> {
    let b = scope.bounds();
    let ids: Vec<_> = ids.iter().map(|id| (id.shard(), id.0)).collect();
    let mut found = Vec::with_capacity(ids.len());
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    tx.each_of(MEMBER, &ids, bounds, |read| {
        found.push(row(read));
        Ok(())
    })?;
    Ok(found)
}

sql!(
    BY_NIK = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.shard = $1 and m.nik_hash = $2
      and m.agency between $3 and $4 and m.office between $5 and $6
    order by m.position"
);
/// Every record of a NIK within scope.
pub fn records_by_nik(
    tx: &mut Tx<'_>,
    scope: &Scope,
    shard: Shard,
    hash: &Hash,
) -> Result<Vec<MemberRow>> {
    let b = scope.bounds();
    let bounds = (shard, hash.as_slice(), b.agency_low, b.agency_high, b.office_low, b.office_high);
    let mut found: Vec<MemberRow> = tx.all::<Row>(BY_NIK, bounds)?.into_iter().map(row).collect();
    found.extend(niks::corrected_records(tx, scope, shard, hash)?);
    Ok(found)
}

sql!(
    BY_PHONE = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by
    where m.phone_hash = $1
      and m.agency between $2 and $3 and m.office between $4 and $5
    order by m.position limit 200"
);
/// Every record of a phone number within scope, at most 200.
pub fn by_phone(tx: &mut Tx<'_>, scope: &Scope, hash: &Hash) -> Result<Vec<MemberRow>> {
    let b = scope.bounds();
    let bounds = (hash.as_slice(), b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.all::<Row>(BY_PHONE, bounds)?.into_iter().map(row).collect())
}

impl MemberRow {
    /// The sealed values, opened; none once the person's key is erased.
    pub fn identity(&self, seal: &Seal) -> Option<Identity> {
        Identity::read(seal, self.keyed_by, self.salt.as_ref(), self.id, &self.identity)
    }
}
