//! Registering a resident (P1): the act behind the counter page, the API and the import.
use super::{
    Registered,
    form::Registration,
    just_now::{self, JustNow},
    lookalikes::{Beside, Looks, similar},
    registered::{apply, news},
    rows,
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{Asking, Change, Done, Sealed, done_before, record},
    privacy::{Identity, Salt},
};
use db::Tx;
use rules::{Act, BusinessId, MemberId, PersonId, Track, nik::Stated, registration};

/// Registers a resident with an agency. A NIK that another agency has registered becomes a second
/// record of the same person (BR-2, BR-9).
pub fn register(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &Registration,
) -> Result<Done<Registered>, Problem> {
    register_beside(tx, house, asking, new, |tx| just_now::alike(tx, &Looks::of(new)))
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
        similar: similar(tx, house, &Looks::of(new), &known.records, &beside)?,
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
