//! Registering a resident (P1): the act behind the counter page, the API and the import.
use super::{
    form::Registration,
    just_now::{self, JustNow},
    lookalikes::{Beside, similar},
    rows,
};
use crate::{
    Code, FieldError, House, Problem,
    board::{MemberNews, News},
    journal::{Asking, Change, Done, Event, Sealed, Stamp, done_before, record},
    privacy::{Hash, Identity, Salt},
};
use db::Tx;
use rules::{
    Act, Agency, BusinessId, BusinessType, Channel, Date, MemberId, PersonId, RegionCode, Sex,
    Track, nik::Stated, registration,
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

/// Registers a resident with an agency. A NIK that another agency has registered becomes a second
/// record of the same person (BR-2, BR-9).
pub fn register(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &Registration,
) -> Result<Done<Registered>, Problem> {
    register_beside(tx, house, asking, new, |tx| just_now::alike(tx, new))
}

/// The same for one of many in one act, such as a file.
pub fn register_of_many(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &Registration,
    just_now: &mut JustNow,
) -> Result<Done<Registered>, Problem> {
    register_beside(tx, house, asking, new, |tx| just_now.alike(tx, new))
}

fn register_beside(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &Registration,
    just_now: impl FnOnce(&Change<'_>) -> Vec<MemberId>,
) -> Result<Done<Registered>, Problem> {
    asking.officer.may(Act::RegisterMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let known = Known::look(tx, house, asking, new)?;
    let key = house.seal.person_key(known.person, &known.salt);
    let member = house.new_member(known.person.shard());
    let identity = new.identity();
    let beside = Beside { named: just_now(tx), phoned: Vec::new() };
    let event = Registered {
        member,
        person: known.person,
        person_known: known.registered_at.is_some(),
        agency: new.agency,
        office: new.office,
        area: new.area,
        sex: new.sex,
        track: new.track,
        business_type: new.business_type,
        channel: new.channel,
        registered_on: new.registered_on,
        business: (new.track == Track::Established)
            .then(|| BusinessId(house.new_member(known.person.shard()).0)),
        warnings: warnings(new),
        similar: similar(tx, house, new, &known.records, &beside)?,
        import: new.import,
        identity: Sealed(identity.seal(&key, house.bytes(), member)),
    };
    let done = record(tx, asking, Some(member.0), event)?;
    let salt = known.registered_at.is_none().then_some(known.salt);
    apply(tx, house, &done.stamp, &done.event, salt, Some(&identity))?;
    tx.tell(news(&done.stamp, &done.event, known.registered_at, Some(&identity)));
    Ok(done)
}

/// Says no where [`register`] would, and writes nothing; answers the person's other records.
pub fn would_register(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    new: &Registration,
) -> Result<Vec<MemberId>, Problem> {
    asking.officer.may(Act::RegisterMember)?;
    Ok(Known::look(tx, house, asking, new)?.records)
}

fn allowed(asking: &Asking, new: &Registration) -> Result<(), Problem> {
    let invalid = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let today = asking.at.date();
    registration::check(
        new.registered_on,
        today,
        new.consent,
        new.birth_date.filter(|_| new.birth_date_stated),
        new.guardian_consent,
    )
    .map_err(|refused| match refused {
        registration::Refused::InFuture => invalid("registered_on", Code::Future),
        registration::Refused::BeforeProgramme => invalid("registered_on", Code::BeforeProgramme),
        registration::Refused::NoConsent => invalid("consent", Code::Consent),
        registration::Refused::NoGuardianConsent => invalid("guardian_consent", Code::Guardian),
    })?;
    if new.birth_date_stated && new.birth_date.is_some_and(|born| born > today) {
        return Err(invalid("birth_date", Code::Future));
    }
    if asking.officer.scope.covers(&new.agency, new.office) {
        Ok(())
    } else {
        Err(invalid("office", Code::OutsideScope))
    }
}

/// What is known of the NIK's person before this registration, once it is allowed.
struct Known {
    person: PersonId,
    salt: Salt,
    /// Where the person's first record was registered, if there is one.
    registered_at: Option<db::Position>,
    records: Vec<MemberId>,
}

impl Known {
    fn look(
        tx: &mut Tx<'_>,
        house: &House,
        asking: &Asking,
        new: &Registration,
    ) -> Result<Self, Problem> {
        allowed(asking, new)?;
        let hash = house.seal.nik_hash(&new.nik);
        let shard = house.seal.shard(&new.nik);
        let Some(person) = rows::person_of_nik(tx, shard, &hash)? else {
            let person = house.new_person(shard);
            return Ok(Self { person, salt: house.bytes(), registered_at: None, records: vec![] });
        };
        if let Some(member) = rows::member_of_nik(tx, shard, &hash, &new.agency)? {
            let may_see = rows::member(tx, &asking.officer.scope, member)?.is_some();
            return Err(Problem::NikRegistered(may_see.then_some(member)));
        }
        let records = rows::records_of(tx, person)?;
        let salt = rows::salt(tx, person)?.ok_or(Problem::Refused(Code::NikUnknown))?;
        let registered_at = records.iter().map(|(_, position)| *position).min();
        let records = records.into_iter().map(|(member, _)| member).collect();
        Ok(Self { person, salt, registered_at, records })
    }
}

fn warnings(new: &Registration) -> Vec<String> {
    let stated = Stated {
        birth_date: new.birth_date.filter(|_| new.birth_date_stated),
        sex: new.sex,
        registered_on: new.registered_on,
    };
    new.nik.warnings(&stated).into_iter().map(|warning| warning.code().to_owned()).collect()
}

impl Registration {
    fn identity(&self) -> Identity {
        Identity {
            nik: self.nik.clone(),
            name: self.name.clone(),
            birth_date: self.birth_date,
            phone: self.phone.clone(),
            email: self.email.clone(),
            address: self.address.clone(),
            target_groups: self.target_groups.clone(),
        }
    }
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
fn apply(
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
    if let Some(business) = event.business {
        rows::add_business(tx, business, event, stamp.position)?;
    }
    for (other, basis) in &event.similar {
        rows::add_pair(tx, event.member, *other, basis, stamp.position)?;
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
    let records = rows::records_of(tx, event.person)?;
    let first = records.iter().map(|(_, position)| *position).min();
    let earlier = first.filter(|first| *first < stamp.position);
    Ok(news(stamp, event, earlier, identity.as_ref()))
}
