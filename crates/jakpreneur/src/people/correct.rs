//! Correcting what was recorded of a member, or saying that the member moved (BR-15): a new fact with a
//! reason, never an overwritten one.
use super::{
    CorrectionForm,
    corrected::{Corrected, apply, news},
    correction::{Correction, Statement},
    just_now,
    lookalikes::{Beside, Looks, similar},
    niks, pairs,
    rows::{self, MemberRow},
};
use crate::{
    Code, FieldError, House, Problem,
    journal::{Asking, Change, Done, Sealed, done_before, record},
    stages,
};
use db::Tx;
use rules::{
    Act, BusinessId, Date, MemberId, Track,
    correction::{self, Asked, Field, Refused},
};

/// At most so many records of another person with the same NIK are put on the list.
const MOST: usize = 5;

/// Corrects a record within the asker's scope. It may lead out of it: that is what moving is.
pub fn correct(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    member: MemberId,
    form: &CorrectionForm,
) -> Result<Done<Corrected>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = rows::member(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    let identity = row.identity(&house.seal).ok_or(Problem::Refused(Code::Erased))?;
    let correction = form.understand(house, Statement::of(&row, identity))?;
    allowed(tx, asking.at.date(), &row, &correction)?;
    let mut alike = same_nik(tx, house, asking, &row, &correction)?;
    alike.extend(looks_like(tx, house, &row, &correction, &alike)?);
    let event = event(house, &row, &correction, alike)?;
    let done = record(tx, asking, Some(member.0), event)?;
    let said = apply(tx, house, &done, row.salt)?;
    tx.tell(news(&done.event, &said, Some(&correction.after.identity)));
    Ok(done)
}

fn allowed(
    tx: &mut Tx<'_>,
    today: Date,
    row: &MemberRow,
    correction: &Correction,
) -> Result<(), Problem> {
    let services = stages::services_of(tx, row.id)?;
    let standing = services.iter().filter(|service| service.voided_at_position.is_none());
    let fields = correction.fields();
    let asked = Asked {
        fields: &fields,
        reason: &correction.reason,
        registered_on: correction.after.registered_on,
        first_service_on: standing.map(|service| service.occurred_on).min(),
        moved_on: correction.moved_on,
    };
    correction::check(&asked, today).map_err(refused)?;
    let born = correction.after.identity.birth_date;
    if fields.contains(&Field::BirthDate) && born.is_some_and(|born| born > today) {
        return Err(invalid("birth_date", Code::Future));
    }
    Ok(())
}

fn refused(refused: Refused) -> Problem {
    let (field, code) = match refused {
        Refused::Unchanged => return Problem::Refused(Code::Unchanged),
        Refused::ReasonMissing => ("reason", Code::Reason),
        Refused::InFuture => ("registered_on", Code::Future),
        Refused::BeforeProgramme => ("registered_on", Code::BeforeProgramme),
        Refused::AfterService => ("registered_on", Code::AfterService),
        Refused::MovedNowhere => ("moved_on", Code::MovedNowhere),
        Refused::MovedInFuture => ("moved_on", Code::Future),
        Refused::MovedBeforeRegistration => ("moved_on", Code::BeforeRegistration),
    };
    invalid(field, code)
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// Who else has the NIK: of this agency nobody may; of another person elsewhere, people decide whether
/// it is the same one (BR-2, BR-17).
fn same_nik(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    correction: &Correction,
) -> Result<Vec<(MemberId, String)>, Problem> {
    let nik = &correction.after.identity.nik;
    if *nik == correction.before.identity.nik {
        return Ok(Vec::new());
    }
    let (shard, hash) = (house.seal.shard(nik), house.seal.nik_hash(nik));
    if let Some(holder) = rows::member_of_nik(tx, shard, &hash, &row.agency)? {
        let may_see = rows::member(tx, &asking.officer.scope, holder)?.is_some();
        return Err(Problem::NikRegistered(may_see.then_some(holder)));
    }
    let Some(person) = rows::person_of_nik(tx, shard, &hash)? else { return Ok(Vec::new()) };
    if person == row.person {
        return Ok(Vec::new());
    }
    let mut others = Vec::new();
    for (other, _) in rows::records_of(tx, person)? {
        let has_it = niks::nik_of(tx, other)?.is_some_and(|(_, held)| held == hash);
        if has_it && !pairs::is_pair(tx, row.id, other)? {
            others.push((other, "nik".to_owned()));
        }
    }
    others.truncate(MOST);
    Ok(others)
}

/// Who looks like the record only now, as registration finds them (BR-17). A pair that was decided stays decided.
fn looks_like(
    tx: &mut Change<'_>,
    house: &House,
    row: &MemberRow,
    correction: &Correction,
    known: &[(MemberId, String)],
) -> Result<Vec<(MemberId, String)>, Problem> {
    let looks = new_looks(correction);
    let mut own: Vec<MemberId> = known.iter().map(|(other, _)| *other).collect();
    own.extend(rows::records_of(tx, row.person)?.into_iter().map(|(record, _)| record));
    let beside = Beside { named: just_now::alike(tx, &looks), phoned: Vec::new() };
    let mut others = Vec::new();
    for (other, basis) in similar(tx, house, &looks, &own, &beside)? {
        if !pairs::is_pair(tx, row.id, other)? {
            others.push((other, basis));
        }
    }
    Ok(others)
}

/// What the record is found by from now on and was not before.
fn new_looks(correction: &Correction) -> Looks {
    let (fields, now) = (correction.fields(), &correction.after.identity);
    let renamed = fields.contains(&Field::Name) || fields.contains(&Field::BirthDate);
    let born = now.birth_date.filter(|_| renamed).map(|birth| (now.name.folded(), birth));
    Looks { born, phone: now.phone.clone().filter(|_| fields.contains(&Field::Phone)) }
}

fn event(
    house: &House,
    row: &MemberRow,
    correction: &Correction,
    similar: Vec<(MemberId, String)>,
) -> Result<Corrected, Problem> {
    let salt = row.salt.ok_or(Problem::Refused(Code::Erased))?;
    let key = house.seal.person_key(row.keyed_by, &salt);
    let (before, after, fields) = (&correction.before, &correction.after, correction.fields());
    let changed = |field: Field| fields.contains(&field);
    let runs_one = changed(Field::Track) && after.track == Track::Established;
    let identity = (before.identity != after.identity)
        .then(|| Sealed(after.identity.seal(&key, house.bytes(), row.id)));
    let reason = key.seal(house.bytes(), row.id.0.as_bytes(), correction.reason.as_bytes());
    Ok(Corrected {
        member: row.id,
        member_at: row.position,
        keyed_by: row.keyed_by,
        moved_on: correction.moved_on,
        office: changed(Field::Office).then_some(after.office),
        area: changed(Field::Kelurahan).then_some(after.area),
        sex: after.sex.filter(|_| changed(Field::Sex)),
        track: changed(Field::Track).then_some(after.track),
        business_type: changed(Field::BusinessType).then_some(after.business_type),
        registered_on: changed(Field::RegisteredOn).then_some(after.registered_on),
        business: runs_one.then(|| BusinessId(house.new_member(row.id.shard()).0)),
        identity,
        similar,
        reason: Sealed(reason),
        fields,
    })
}
