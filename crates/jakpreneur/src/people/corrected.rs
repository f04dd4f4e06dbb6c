//! What a correction leaves behind: its event, its rows, what it tells the board.
use super::{
    niks, pairs, rows,
    versions::{self, Version},
};
use crate::{
    House, Problem,
    board::{ChangeNews, News},
    journal::{Done, Event, Sealed, Stamp},
    privacy::{Identity, Salt},
    staff::Officer,
};
use db::{Position, Tx};
use rules::{
    BusinessId, BusinessType, Date, MemberId, PersonId, RegionCode, Sex, Track, correction::Field,
};
use serde::{Deserialize, Serialize};

/// A record was corrected, or its member moved. It holds what is different now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The record.
    pub member: MemberId,
    /// Where it was registered: counts know members by it.
    pub member_at: Position,
    /// The person whose key seals it.
    pub keyed_by: PersonId,
    /// What is different.
    pub fields: Vec<Field>,
    /// From when the new place holds; none where the old one was a mistake (BR-15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_on: Option<Date>,
    /// The responsible kecamatan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<RegionCode>,
    /// The kelurahan, or the kecamatan where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<RegionCode>,
    /// Female or male.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Starter or established.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<Track>,
    /// The trade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_type: Option<BusinessType>,
    /// When the registration happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered_on: Option<Date>,
    /// The business of a member who is established after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<BusinessId>,
    /// All that identifies, sealed anew with the person's key, where any of it is different.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Sealed>,
    /// Records of another person that have the same NIK, or look alike since: people decide about them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub similar: Vec<(MemberId, String)>,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for Corrected {
    const ACT: &'static str = "member.correct";
}

impl Done<Corrected> {
    /// What the record says from here on.
    fn version(&self, before: &Version) -> Version {
        let event = &self.event;
        let mut said = self.stamp.version_after(before);
        said.holds_from = event.moved_on.or(before.holds_from);
        said.office = event.office.unwrap_or(before.office);
        said.area = event.area.unwrap_or(before.area);
        said.sex = event.sex.or(before.sex);
        said.track = event.track.unwrap_or(before.track);
        said.business_type = event.business_type.unwrap_or(before.business_type);
        said.registered_on = event.registered_on.unwrap_or(before.registered_on);
        if let Some(identity) = &event.identity {
            said.identity.clone_from(&identity.0);
        }
        said.reason = Some(event.reason.0.clone());
        said
    }
}

/// The rows of a correction; answers what the record says now.
pub(super) fn apply(
    tx: &mut Tx<'_>,
    house: &House,
    done: &Done<Corrected>,
    salt: Option<Salt>,
) -> Result<Version, Problem> {
    let (event, member) = (&done.event, done.event.member);
    let mut row = rows::member(tx, &Officer::operator().scope, member)?.ok_or(Problem::NotFound)?;
    row.salt = salt;
    let before = before(tx, &row)?;
    let after = done.version(&before);
    versions::add(tx, member, &after)?;
    versions::say(tx, member, &after)?;
    versions::say_of_business(tx, member, &after)?;
    if event.identity.is_some()
        && let (Some(old), Some(new)) = (before.identity(house, &row), after.identity(house, &row))
    {
        find_anew(tx, house, &row, &old, &new)?;
    }
    if let Some(business) = event.business {
        let about = (after.business_type, after.area);
        rows::add_business(tx, business, member, about, done.stamp.position)?;
    }
    for (other, basis) in &event.similar {
        pairs::add_pair(tx, member, *other, basis, done.stamp.position)?;
    }
    Ok(after)
}

/// What the record said last; the registration is kept beside the first correction.
fn before(tx: &mut Tx<'_>, row: &rows::MemberRow) -> Result<Version, Problem> {
    if let Some(newest) = versions::versions_of(tx, row.id)?.pop() {
        return Ok(newest);
    }
    let registered = Version::registered(row);
    versions::add(tx, row.id, &registered)?;
    Ok(registered)
}

/// The record is found by its new NIK and phone; nobody else's claim to a NIK is taken away.
fn find_anew(
    tx: &mut Tx<'_>,
    house: &House,
    row: &rows::MemberRow,
    old: &Identity,
    new: &Identity,
) -> Result<(), Problem> {
    let seal = &house.seal;
    let phone = new.phone.as_ref().map(|phone| seal.phone_hash(phone));
    let (shard, hash) = (seal.shard(&new.nik), seal.nik_hash(&new.nik));
    niks::find_by(tx, row.id, &hash, phone.as_ref())?;
    if old.nik == new.nik {
        return Ok(());
    }
    niks::place(tx, row.id, &row.agency, shard, &hash)?;
    niks::release(tx, seal.shard(&old.nik), &seal.nik_hash(&old.nik), row.person)?;
    if rows::person_of_nik(tx, shard, &hash)?.is_none() {
        rows::claim_nik(tx, shard, &hash, row.person)?;
    }
    Ok(())
}

/// Makes the rows again from the journal.
pub fn replay(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &Corrected,
    salt: Option<Salt>,
) -> Result<(), Problem> {
    let done = Done { event: event.clone(), stamp: stamp.clone(), before: false };
    apply(tx, house, &done, salt).map(drop)
}

/// What a correction tells the board.
pub(super) fn news(event: &Corrected, said: &Version, identity: Option<&Identity>) -> News {
    News::Change(Box::new(ChangeNews {
        position: said.position,
        member: event.member_at,
        holds_from: said.holds_from,
        office: said.office,
        area: said.area,
        sex: said.sex,
        track: said.track,
        business_type: said.business_type,
        registered_on: said.registered_on,
        name_folded: identity.map(|known| known.name.folded()).unwrap_or_default(),
        birth_date: identity.and_then(|known| known.birth_date),
    }))
}

/// What a correction by another process tells the board.
pub fn news_of(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &Corrected,
) -> Result<Option<News>, Problem> {
    let versions = versions::versions_of(tx, event.member)?;
    let Some(said) = versions.iter().find(|said| said.position == stamp.position) else {
        return Ok(None);
    };
    let salt = rows::salt(tx, event.keyed_by)?;
    let identity =
        Identity::read(&house.seal, event.keyed_by, salt.as_ref(), event.member, &said.identity);
    Ok(Some(news(event, said, identity.as_ref())))
}
