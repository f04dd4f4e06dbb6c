//! Recording a visit. The first that meets somebody is the mentoring service (stage three of the programme).
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    stages::{self, ServiceForm, State},
};
use db::Tx;
use rules::{
    Act, ActId, Date, MemberId, ServiceId, StageKind,
    assessment::Group,
    mentoring::{Again, Met, Topic},
};
use serde::{Deserialize, Serialize};

/// A visit as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitForm {
    /// Whom the mentor met: a word of [`Met`].
    pub met: String,
    /// What was discussed: words of [`Topic`].
    pub topics: Vec<String>,
    /// A sentence; may be empty.
    pub note: String,
    /// The day; empty: today.
    pub visited_on: String,
    /// When to come again: a word of [`Again`], or empty.
    pub again_in: String,
    /// What is needed next: a word of [`Group`], or empty.
    pub need: String,
}

/// A mentor visited a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visited {
    /// The visit: the id its maker gave the act.
    pub visit: ActId,
    /// Who was visited.
    pub member: MemberId,
    /// The day.
    pub visited_on: Date,
    /// Who was met.
    pub met: Met,
    /// What was discussed, each once.
    pub topics: Vec<Topic>,
    /// The sentence, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Sealed>,
    /// The day to come again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Date>,
    /// What is needed next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<Group>,
    /// The mentoring service, where this visit is it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for Visited {
    const ACT: &'static str = "visit.record";
}

/// The longest sentence kept.
const LONGEST: usize = 500;

/// What a form says, understood.
struct Said {
    met: Met,
    topics: Vec<Topic>,
    again: Option<Again>,
    need: Option<Group>,
}

/// Records a visit to a member within scope.
pub fn visit(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &VisitForm,
) -> Result<Done<Visited>, Problem> {
    asking.officer.may(Act::VisitMembers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, to)?.ok_or(Problem::NotFound)?;
    let said = form.understand()?;
    let mentoring = form.service().check(house, asking, &row).map_err(dated)?;
    let visited_on = mentoring.occurred_on;
    let note = sealed(house, asking, &row, form.note.trim())?;
    let service = if said.met.is_mentoring() && !is_mentored(tx, to)? {
        let part = asking.part(1);
        Some(stages::enter(tx, house, &part, &row, &mentoring, None)?.event.service)
    } else {
        None
    };
    let event = Visited {
        visit: asking.act_id,
        member: to,
        visited_on,
        met: said.met,
        topics: said.topics,
        note,
        next_on: said.again.map(|again| again.after(visited_on)),
        need: said.need,
        service,
    };
    let done = journal::record(tx, asking, Some(to.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl VisitForm {
    fn understand(&self) -> Result<Said, Problem> {
        let mut wrong = Vec::new();
        let met = Met::of_word(&self.met);
        if met.is_none() {
            let code = if self.met.is_empty() { Code::Empty } else { Code::Word };
            wrong.push(FieldError::new("met", code));
        }
        let mut topics: Vec<Topic> =
            self.topics.iter().filter_map(|word| Topic::of_word(word)).collect();
        if topics.len() != self.topics.len() {
            wrong.push(FieldError::new("topics", Code::Word));
        }
        topics.sort_unstable();
        topics.dedup();
        let again = Again::of_word(&self.again_in);
        if again.is_none() && !self.again_in.is_empty() {
            wrong.push(FieldError::new("again_in", Code::Word));
        }
        let need = Group::of_word(&self.need);
        if need.is_none() && !self.need.is_empty() {
            wrong.push(FieldError::new("need", Code::Word));
        }
        if self.note.trim().chars().count() > LONGEST {
            wrong.push(FieldError::new("note", Code::Long));
        }
        match met {
            Some(met) if wrong.is_empty() => Ok(Said { met, topics, again, need }),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    /// The service that the visit may be.
    fn service(&self) -> ServiceForm {
        ServiceForm {
            stage: StageKind::Mentoring.word().to_owned(),
            occurred_on: self.visited_on.clone(),
            ..ServiceForm::default()
        }
    }
}

/// The day of the service is the day of the visit, and so is what is wrong with it.
fn dated(problem: Problem) -> Problem {
    if let Problem::Invalid(mut wrong) = problem {
        for error in wrong.iter_mut().filter(|error| error.field == "occurred_on") {
            *error = FieldError::new("visited_on", error.code);
        }
        Problem::Invalid(wrong)
    } else {
        problem
    }
}

/// Whether the record has received mentoring that was not taken back.
fn is_mentored(tx: &mut Tx<'_>, member: MemberId) -> Result<bool, Problem> {
    let services = stages::services_of(tx, member)?;
    Ok(services.iter().any(|service| {
        service.stage == StageKind::Mentoring
            && service.state == State::Completed
            && service.voided_at_position.is_none()
    }))
}

/// The sentence, sealed with the person's key and bound to the visit.
fn sealed(
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    note: &str,
) -> Result<Option<Sealed>, Problem> {
    let salt = row.salt.as_ref().ok_or(Problem::Refused(Code::Erased))?;
    if note.is_empty() {
        return Ok(None);
    }
    let key = house.seal.person_key(row.keyed_by, salt);
    Ok(Some(Sealed(key.seal(house.bytes(), asking.act_id.0.as_bytes(), note.as_bytes()))))
}

/// The rows of a visit.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &Visited) -> Result<(), Problem> {
    Ok(rows::add_visit(tx, stamp, event)?)
}
