//! Taking a service back, with a reason. Nothing is overwritten: the void is a fact of its own.
use super::rows::{self, ServiceRow};
use crate::{
    Code, FieldError, House, Problem,
    board::News,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    privacy::PersonKey,
    staff::Officer,
};
use db::{Position, Tx};
use rules::{
    Act, MemberId, ServiceId,
    recording::{self, VoidRefused},
};
use serde::{Deserialize, Serialize};

/// A service was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceVoided {
    /// The service.
    pub service: ServiceId,
    /// Where it was recorded.
    pub service_at: Position,
    /// Whose it was.
    pub member: MemberId,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for ServiceVoided {
    const ACT: &'static str = "service.void";
}

/// Takes a service back.
pub fn void(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    service: ServiceId,
    reason: &str,
) -> Result<Done<ServiceVoided>, Problem> {
    asking.officer.may(Act::VoidService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = rows::service(tx, service)?.ok_or(Problem::NotFound)?;
    let scope = &asking.officer.scope;
    let member = people::record(tx, scope, row.member)?.ok_or(Problem::NotFound)?;
    let own = row.recorded_by == asking.officer.actor();
    if asking.officer.role.only_own(Act::VoidService) && !own {
        return Err(Problem::Forbidden);
    }
    recording::may_void(row.voided_at_position.is_some(), row.stage, reason).map_err(refused)?;
    if member.salt.is_none() {
        return Err(Problem::NotFound);
    }
    enter(tx, house, asking, &row, &member, reason)
}

/// Takes a service back as part of another act that was let to, whoever's the member is; nothing where it
/// was taken back before.
pub fn take_back(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    service: ServiceId,
    reason: &str,
) -> Result<Option<Done<ServiceVoided>>, Problem> {
    let row = rows::service(tx, service)?.ok_or(Problem::NotFound)?;
    if row.voided_at_position.is_some() {
        return Ok(None);
    }
    let member = people::record(tx, &Officer::public().scope, row.member)?;
    enter(tx, house, asking, &row, &member.ok_or(Problem::NotFound)?, reason).map(Some)
}

fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &ServiceRow,
    member: &MemberRow,
    reason: &str,
) -> Result<Done<ServiceVoided>, Problem> {
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let seal =
        |key: PersonKey| key.seal(house.bytes(), member.id.0.as_bytes(), reason.trim().as_bytes());
    let event = ServiceVoided {
        service: row.id,
        service_at: row.position,
        member: row.member,
        // Nobody can read about a person who was erased.
        reason: Sealed(key.map(seal).unwrap_or_default()),
    };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    tx.tell(News::Void { position: done.stamp.position, service: row.position });
    Ok(done)
}

fn refused(refused: VoidRefused) -> Problem {
    match refused {
        VoidRefused::AlreadyVoided => Problem::Refused(Code::AlreadyVoided),
        VoidRefused::IsRegistration => Problem::Refused(Code::IsRegistration),
        VoidRefused::ReasonMissing => {
            Problem::Invalid(vec![FieldError::new("reason", Code::Reason)])
        }
    }
}

/// The rows of a void.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ServiceVoided) -> Result<(), Problem> {
    Ok(rows::void(tx, stamp, event)?)
}
