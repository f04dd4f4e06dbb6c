//! What a registration leaves behind: its event, its rows, what it tells the board.
use super::{niks, pairs, rows, unscoped};
use crate::{
    House, Problem,
    board::{MemberNews, News},
    journal::{Done, Event, Sealed, Stamp},
    privacy::{Hash, Identity, Salt},
};
use db::Tx;
use rules::{
    Agency, BusinessId, BusinessType, Channel, Date, MemberId, PersonId, RegionCode, Sex, Track,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody was registered by an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// The record.
    pub member: MemberId,
    /// The person it is of.
    pub person: PersonId,
    /// Whether another agency had registered the person.
    pub person_known: bool,
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
    /// The business an established member runs.
    pub business: Option<BusinessId>,
    /// What looked odd and was accepted, by code (BR-3 to BR-5).
    pub warnings: Vec<String>,
    /// Records that look alike, and why.
    pub similar: Vec<(MemberId, String)>,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
    /// Name, NIK and the rest, sealed with the person's key.
    pub identity: Sealed,
}

impl Event for Registered {
    const ACT: &'static str = "member.register";
}

impl Done<Registered> {
    /// The number an officer reads out.
    pub fn number(&self) -> String {
        number(self.event.office, self.stamp.position)
    }
}

/// A member's number, from where and when they were registered.
pub fn number(office: RegionCode, position: db::Position) -> String {
    rules::member_number::number(office, u64::try_from(position).unwrap_or_default())
}

/// What a registration tells the board.
pub fn news(
    stamp: &Stamp,
    event: &Registered,
    same_person_as: Option<db::Position>,
    identity: Option<&Identity>,
) -> News {
    News::Member(Box::new(MemberNews {
        position: stamp.position,
        member: event.member,
        same_person_as,
        agency: event.agency,
        office: event.office,
        area: event.area,
        sex: event.sex,
        track: event.track,
        business_type: event.business_type,
        channel: event.channel,
        registered_on: event.registered_on,
        name_folded: identity.map(|known| known.name.folded()).unwrap_or_default(),
        birth_date: identity.and_then(|known| known.birth_date),
    }))
}

/// The rows of a registration. Without the identity (erased) the hashes stay empty.
pub(super) fn apply(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &Registered,
    salt: Option<Salt>,
    identity: Option<&Identity>,
) -> Result<(), Problem> {
    let hashes: Option<(Hash, Option<Hash>)> = identity.map(|identity| {
        let phone = identity.phone.as_ref().map(|phone| house.seal.phone_hash(phone));
        (house.seal.nik_hash(&identity.nik), phone)
    });
    if !event.person_known {
        rows::add_person(tx, event.person, salt, stamp.position)?;
        if let (Some((nik, _)), Some(identity)) = (&hashes, identity) {
            rows::claim_nik(tx, house.seal.shard(&identity.nik), nik, event.person)?;
        }
    }
    rows::add_member(tx, stamp, event, hashes)?;
    if let (true, Some((nik, _)), Some(identity)) = (event.person_known, &hashes, identity) {
        // The person may be known by another NIK, and lives in the shard of that one.
        niks::place(tx, event.member, &event.agency, house.seal.shard(&identity.nik), nik)?;
    }
    if let Some(business) = event.business {
        let about = (event.business_type, event.area);
        rows::add_business(tx, business, event.member, about, stamp.position)?;
    }
    for (other, basis) in &event.similar {
        pairs::add_pair(tx, event.member, *other, basis, stamp.position)?;
    }
    Ok(())
}

/// Makes the rows again from the journal.
pub fn replay(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &Registered,
    salt: Option<Salt>,
) -> Result<(), Problem> {
    let identity =
        Identity::read(&house.seal, event.person, salt.as_ref(), event.member, &event.identity.0);
    apply(tx, house, stamp, event, salt, identity.as_ref())
}

/// What a registration by another process tells the board.
pub fn news_of(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &Registered,
) -> Result<News, Problem> {
    let salt = rows::salt(tx, event.person)?;
    let sealed = &event.identity.0;
    let identity = Identity::read(&house.seal, event.person, salt.as_ref(), event.member, sealed);
    let earlier = unscoped::record_before(tx, event.person, stamp.position)?;
    Ok(news(stamp, event, earlier, identity.as_ref()))
}
