//! Closing a class: who finished has received training, with the class as evidence (BR-19).
use super::{
    outlook::{Fate, Outlook, Prospect, outlook},
    rows,
};
use crate::{
    Code, House, Problem,
    classes::{self, Class},
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    staff::Officer,
    stages::{self, Recordable, Remarks, State},
};
use db::Tx;
use rules::{Act, ClassId, MemberId, ServiceId, StageKind, training::ClassState};
use serde::{Deserialize, Serialize};

/// A class was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassFinished {
    /// The class.
    pub class: ClassId,
    /// How many sessions were held.
    pub held: u32,
    /// Who received the training.
    pub finishers: Vec<Finisher>,
    /// Who had a place and did not.
    pub others: Vec<NotFinished>,
}

/// Somebody who finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finisher {
    /// The record.
    pub member: MemberId,
    /// The training they received by it.
    pub service: ServiceId,
    /// At how many sessions they were present.
    pub attended: u32,
}

/// Somebody who had a place and did not finish.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotFinished {
    /// The record.
    pub member: MemberId,
    /// At how many sessions they were present.
    pub attended: u32,
    /// Why it was not enough, where it would have been: the reason's slug.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cannot: Option<String>,
}

impl Event for ClassFinished {
    const ACT: &'static str = "class.finish";
}

/// Closes a class after its last session. Counts follow at once.
pub fn finish(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
) -> Result<Done<ClassFinished>, Problem> {
    asking.officer.may(Act::FinishClass)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let seen = outlook(tx, house, &asking.officer, class, asking.at.date())?;
    answers_for(&asking.officer, &seen.class)?;
    may_finish(&seen, asking)?;
    let held = u32::try_from(seen.held.len()).unwrap_or(u32::MAX);
    let (finishers, others) = (Vec::new(), Vec::new());
    let mut event = ClassFinished { class, held, finishers, others };
    for (n, one) in seen.people.iter().enumerate() {
        close(tx, house, &asking.part(n), &seen.class, one, &mut event)?;
    }
    let done = journal::record(tx, asking, Some(class.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A trainer closes the classes they teach; an officer those of the own agency and area.
pub(super) fn answers_for(officer: &Officer, class: &Class) -> Result<(), Problem> {
    let teaches = officer.role.only_own(Act::FinishClass);
    let covers = officer.scope.covers(&class.announced.agency, class.announced.area);
    if teaches || covers { Ok(()) } else { Err(Problem::Forbidden) }
}

fn may_finish(seen: &Outlook, asking: &Asking) -> Result<(), Problem> {
    match seen.class.state {
        ClassState::Announced => {}
        ClassState::Finished | ClassState::CalledOff => {
            return Err(Problem::Refused(Code::ClassOver));
        }
    }
    if asking.at.date() < seen.class.announced.last_on() {
        return Err(Problem::Refused(Code::ClassNotOver));
    }
    if seen.held.is_empty() { Err(Problem::Refused(Code::NobodyMarked)) } else { Ok(()) }
}

fn close(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: &Class,
    one: &Prospect,
    event: &mut ClassFinished,
) -> Result<(), Problem> {
    let (member, attended) = (one.row.id, one.attended);
    let cannot = match one.fate {
        Fate::Finishes => {
            let done = stages::enter(tx, house, asking, &one.row, &training(class), None)?;
            let service = done.event.service;
            event.finishers.push(Finisher { member, service, attended });
            return Ok(());
        }
        Fate::TooFew => None,
        Fate::Cannot(code) => Some(code.slug().to_owned()),
    };
    event.others.push(NotFinished { member, attended, cannot });
    Ok(())
}

/// The training that finishers of a class receive, by its agency, on its last day.
fn training(class: &Class) -> Recordable {
    let about = &class.announced;
    Recordable {
        stage: StageKind::Training,
        state: State::Completed,
        occurred_on: about.last_on(),
        agency: about.agency,
        area: about.area.kecamatan(),
        remarks: Remarks {
            evidence: format!("{} (/kelas/{})", about.title, class.id),
            note: String::new(),
        },
    }
}

/// The rows of a closed class; the services are entries of their own.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ClassFinished) -> Result<(), Problem> {
    for one in &event.finishers {
        rows::finisher(tx, event.class, one, stamp.position)?;
    }
    Ok(classes::finish(tx, event.class, stamp.position)?)
}
