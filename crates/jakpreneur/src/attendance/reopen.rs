//! Opening a closed class again, with a reason: its trainings are taken back. Certificates stand in the way.
use super::{finish::answers_for, rows};
use crate::{
    Code, FieldError, House, Problem, certificates, classes,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    places::{self, PlacesJoined},
    stages,
};
use db::Tx;
use rules::{Act, ClassId, ServiceId, training::ClassState};
use serde::{Deserialize, Serialize};

/// A closed class is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassReopened {
    /// The class.
    pub class: ClassId,
    /// Why; it names no participant.
    pub reason: String,
    /// The trainings that were taken back by it.
    pub services: Vec<ServiceId>,
    /// Places of records that were found to be one person while the class was closed: one stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<PlacesJoined>,
}

impl Event for ClassReopened {
    const ACT: &'static str = "class.reopen";
}

/// The longest reason kept.
const LONGEST: usize = 1000;

/// Opens a closed class again, for whoever may close it and take services back.
pub fn reopen(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    reason: &str,
) -> Result<Done<ClassReopened>, Problem> {
    asking.officer.may(Act::FinishClass)?;
    asking.officer.may(Act::VoidService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let reason = checked(reason)?;
    let open = classes::open(tx, &asking.officer, class)?;
    answers_for(&asking.officer, &open)?;
    if open.state != ClassState::Finished {
        return Err(Problem::Refused(Code::ClassNotFinished));
    }
    if certificates::of_class(tx, class)?.iter().any(certificates::CertificateRow::holds) {
        return Err(Problem::Refused(Code::CertificatesIssued));
    }
    let mut services = Vec::new();
    for (n, service) in rows::services(tx, class)?.into_iter().enumerate() {
        if stages::take_back(tx, house, &asking.part(n), service, &reason)?.is_some() {
            services.push(service);
        }
    }
    let places = places::join_in(tx, class)?;
    let event = ClassReopened { class, reason, services, places };
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn checked(reason: &str) -> Result<String, Problem> {
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    match reason.trim() {
        "" => wrong(Code::Reason),
        long if long.chars().count() > LONGEST => wrong(Code::Long),
        reason => Ok(reason.to_owned()),
    }
}

/// The rows of a class that is open again; the services are entries of their own.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ClassReopened) -> Result<(), Problem> {
    rows::nobody_finished(tx, event.class)?;
    classes::reopen(tx, event.class, stamp.position)?;
    event.places.iter().try_for_each(|joined| places::replay_places_joined(tx, stamp, joined))
}
