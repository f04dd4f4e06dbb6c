//! Whose NIK it is, when a NIK was corrected or records were linked.
use super::rows::{self, MemberRow, Row};
use crate::{privacy::Hash, staff::Scope};
use db::{Result, Tx, sql};
use rules::{Agency, MemberId, PersonId, Shard};

sql!(
    ELSEWHERE = "
    select member_id from nik_elsewhere where shard = $1 and nik_hash = $2 and agency = $3"
);
/// The record an agency has of a NIK that it first had under another one.
pub(super) fn corrected_record(
    tx: &mut Tx<'_>,
    shard: Shard,
    hash: &Hash,
    agency: &Agency,
) -> Result<Option<MemberId>> {
    let found: Option<(MemberId,)> = tx.maybe(ELSEWHERE, (shard, hash.as_slice(), agency))?;
    Ok(found.map(|(member,)| member))
}

sql!(
    CORRECTED = "
    select m.id, m.person_id, m.keyed_by, p.salt, m.position, m.number, m.agency, m.office, m.area, m.sex,
        m.track, m.business_type, m.channel, m.registered_on, m.identity, m.recorded_at, m.recorded_by
    from nik_elsewhere e
    join member m on m.shard = e.member_shard and m.id = e.member_id
    join person p on p.shard = m.shard and p.id = m.keyed_by
    where e.shard = $1 and e.nik_hash = $2
      and m.agency between $3 and $4 and m.office between $5 and $6
    order by m.position"
);
/// The records within scope that have a NIK by correction.
pub(super) fn corrected_records(
    tx: &mut Tx<'_>,
    scope: &Scope,
    shard: Shard,
    hash: &Hash,
) -> Result<Vec<MemberRow>> {
    let b = scope.bounds();
    let bounds = (shard, hash.as_slice(), b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.all::<Row>(CORRECTED, bounds)?.into_iter().map(rows::row).collect())
}

sql!(OF_MEMBER = "select nik_hash from member where shard = $1 and id = $2");
sql!(SHARD_OF = "select shard from nik_elsewhere where member_shard = $1 and member_id = $2");
/// A record's NIK as it is found; none once the person is erased.
pub(super) fn nik_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<(Shard, Hash)>> {
    let kept: Option<(Option<Vec<u8>>,)> = tx.maybe(OF_MEMBER, (member.shard(), member))?;
    let hash = kept.and_then(|(hash,)| hash).and_then(|hash| hash.try_into().ok());
    let elsewhere: Option<(Shard,)> = tx.maybe(SHARD_OF, (member.shard(), member))?;
    let shard = elsewhere.map_or(member.shard(), |(shard,)| shard);
    Ok(hash.map(|hash| (shard, hash)))
}

sql!(HASHES = "update member set nik_hash = $1, phone_hash = $2 where shard = $3 and id = $4");
/// By which the record is found from now on.
pub(super) fn find_by(
    tx: &mut Tx<'_>,
    member: MemberId,
    nik: &Hash,
    phone: Option<&Hash>,
) -> Result<()> {
    let phone = phone.map(Hash::as_slice);
    tx.run(HASHES, (nik.as_slice(), phone, member.shard(), member)).map(drop)
}

sql!(NOT_ELSEWHERE = "delete from nik_elsewhere where member_shard = $1 and member_id = $2");
sql!(
    IS_ELSEWHERE = "
    insert into nik_elsewhere (shard, nik_hash, agency, member_shard, member_id)
    values ($1, $2, $3, $4, $5)"
);
/// The record is found by its NIK, in whatever shard the NIK is.
pub(super) fn place(
    tx: &mut Tx<'_>,
    member: MemberId,
    agency: &Agency,
    shard: Shard,
    hash: &Hash,
) -> Result<()> {
    tx.run(NOT_ELSEWHERE, (member.shard(), member))?;
    if shard == member.shard() {
        return Ok(());
    }
    tx.run(IS_ELSEWHERE, (shard, hash.as_slice(), agency, member.shard(), member)).map(drop)
}

sql!(HAS_IT = "select id from member where person_id = $1 and nik_hash = $2 limit 1");
fn has_record(tx: &mut Tx<'_>, person: PersonId, hash: &Hash) -> Result<bool> {
    Ok(tx.maybe::<(MemberId,)>(HAS_IT, (person, hash.as_slice()))?.is_some())
}

sql!(RELEASE = "delete from nik_claim where shard = $1 and nik_hash = $2 and person_id = $3");
/// A NIK that no record of the person has any more is nobody's.
pub(super) fn release(tx: &mut Tx<'_>, shard: Shard, hash: &Hash, person: PersonId) -> Result<()> {
    if has_record(tx, person, hash)? {
        return Ok(());
    }
    tx.run(RELEASE, (shard, hash.as_slice(), person)).map(drop)
}

sql!(
    MOVE = "
    update nik_claim set person_id = $1 where shard = $2 and nik_hash = $3 and person_id = $4"
);
/// A record went from one person to another: its NIK goes along, unless another record of it stays.
pub(super) fn goes_along(
    tx: &mut Tx<'_>,
    member: MemberId,
    from: PersonId,
    to: PersonId,
) -> Result<()> {
    let Some((shard, hash)) = nik_of(tx, member)? else { return Ok(()) };
    if from == to || has_record(tx, from, &hash)? {
        return Ok(());
    }
    tx.run(MOVE, (to, shard, hash.as_slice(), from)).map(drop)
}
