//! Recording a service that a member received.
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    board::{News, ServiceNews},
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
};
use db::{Position, Tx};
use rules::{Act, Agency, Date, Found, MemberId, RegionCode, ServiceId, StageKind, recording};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Whether a service is finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is finished: the stage is reached.
    Completed,
    /// It was begun: the stage is open.
    Started,
}

impl State {
    /// The word in rows and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Started => "started",
        }
    }

    /// The state with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Completed, Self::Started].into_iter().find(|state| state.word() == word)
    }
}

/// A service as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceForm {
    /// A stage's word, or its name in Indonesian or English.
    pub stage: String,
    /// When it happened; empty: today.
    pub occurred_on: String,
    /// Who gave it; empty: the officer's own agency, else the member's.
    pub agency: String,
    /// Where it was given: a kecamatan; may be empty.
    pub area: String,
    /// A paper's number or address; may be empty.
    pub evidence: String,
    /// A sentence; may be empty.
    pub note: String,
    /// `completed` (also when empty) or `started`.
    pub state: String,
}

/// A member received a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRecorded {
    /// The service.
    pub service: ServiceId,
    /// Who received it.
    pub member: MemberId,
    /// Where the member was registered: counts know members by it.
    pub member_at: Position,
    /// Which stage it is of.
    pub stage: StageKind,
    /// Whether it is finished.
    pub state: State,
    /// When it happened.
    pub occurred_on: Date,
    /// Who gave it (BR-14).
    pub agency: Agency,
    /// Where it was given.
    pub area: Option<RegionCode>,
    /// Evidence and note, sealed.
    pub remarks: Option<Sealed>,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
}

impl Event for ServiceRecorded {
    const ACT: &'static str = "service.record";
}

/// What is noted beside a service.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Remarks {
    /// A paper's number or address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
    /// A sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The longest note kept.
const LONGEST: usize = 1000;

/// A service that is understood, and that no rule forbids.
#[derive(Clone, Debug)]
pub struct Recordable {
    /// Which stage it is of.
    pub stage: StageKind,
    /// Whether it is finished.
    pub state: State,
    /// When it happened.
    pub occurred_on: Date,
    /// Who gave it.
    pub agency: Agency,
    /// Where it was given.
    pub area: Option<RegionCode>,
    /// What is noted beside it.
    pub remarks: Remarks,
}

impl ServiceForm {
    /// Says no where [`record`] would, before anything is written.
    pub fn check(
        &self,
        house: &House,
        asking: &Asking,
        member: &MemberRow,
    ) -> Result<Recordable, Problem> {
        asking.officer.may(Act::RecordService)?;
        let new = self.understand(house, asking, member)?;
        recording::may_record(new.stage, new.occurred_on, member.registered_on, asking.at.date())
            .map_err(refused)?;
        Ok(new)
    }

    fn understand(
        &self,
        house: &House,
        asking: &Asking,
        member: &MemberRow,
    ) -> Result<Recordable, Problem> {
        let mut wrong = Vec::new();
        let mut keep = |field, code| wrong.push(FieldError::new(field, code));
        let stage = StageKind::known_as(&self.stage);
        let stage = stage.or_else(|| {
            keep("stage", blank(&self.stage, Code::Stage));
            None
        });
        let on = if self.occurred_on.trim().is_empty() {
            Ok(asking.at.date())
        } else {
            rules::date::parse_officer(&self.occurred_on).map_err(|_| Code::Date)
        };
        let on = on.map_err(|code| keep("occurred_on", code)).ok();
        let agency = self.agency(house, asking, member).map_err(|code| keep("agency", code)).ok();
        let area = self.area(house).map_err(|code| keep("area", code)).ok();
        let state = if self.state.is_empty() {
            Some(State::Completed)
        } else {
            State::of_word(&self.state)
        };
        let state = state.or_else(|| {
            keep("state", Code::Word);
            None
        });
        for (field, text) in [("evidence", &self.evidence), ("note", &self.note)] {
            if text.chars().count() > LONGEST {
                keep(field, Code::Long);
            }
        }
        let remarks = Remarks {
            evidence: self.evidence.trim().to_owned(),
            note: self.note.trim().to_owned(),
        };
        match (stage, on, agency, area, state) {
            (Some(stage), Some(occurred_on), Some(agency), Some(area), Some(state))
                if wrong.is_empty() =>
            {
                Ok(Recordable { stage, state, occurred_on, agency, area, remarks })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn agency(&self, house: &House, asking: &Asking, member: &MemberRow) -> Result<Agency, Code> {
        let scope = &asking.officer.scope;
        let agency = if self.agency.trim().is_empty() {
            scope.agency().copied().unwrap_or(member.agency)
        } else {
            Agency::parse(&self.agency).map_err(|_| Code::Agency)?
        };
        if !house.knows(&agency) {
            return Err(Code::Agency);
        }
        if scope.covers_agency(&agency) { Ok(agency) } else { Err(Code::OutsideScope) }
    }

    fn area(&self, house: &House) -> Result<Option<RegionCode>, Code> {
        if self.area.trim().is_empty() {
            return Ok(None);
        }
        let found = match self.area.parse::<RegionCode>() {
            Ok(code) if house.regions.get(code).is_some() => Found::One(code),
            Ok(_) => Found::None,
            Err(_) => house.regions.find_kecamatan(&self.area),
        };
        match found {
            Found::One(code) => Ok(Some(code)),
            Found::None => Err(Code::Region),
            Found::Several => Err(Code::RegionAmbiguous),
        }
    }
}

fn blank(text: &str, otherwise: Code) -> Code {
    if text.trim().is_empty() { Code::Empty } else { otherwise }
}

/// Records a service. Stages come in any order and several times, from the day of registration (BR-11).
pub fn record(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &ServiceForm,
    import: Option<Uuid>,
) -> Result<Done<ServiceRecorded>, Problem> {
    asking.officer.may(Act::RecordService)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, to)?.ok_or(Problem::NotFound)?;
    let new = form.check(house, asking, &row)?;
    enter(tx, house, asking, &row, &new, import)
}

/// Records a checked service of a record that was found within the asker's scope.
pub fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    new: &Recordable,
    import: Option<Uuid>,
) -> Result<Done<ServiceRecorded>, Problem> {
    let event = ServiceRecorded {
        service: house.new_service(row.id.shard()),
        member: row.id,
        member_at: row.position,
        stage: new.stage,
        state: new.state,
        occurred_on: new.occurred_on,
        agency: new.agency,
        area: new.area,
        remarks: sealed(house, row, &new.remarks),
        import,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    tx.tell(news(&done.stamp, &done.event));
    Ok(done)
}

fn refused(refused: recording::Refused) -> Problem {
    let (field, code) = match refused {
        recording::Refused::BeforeRegistration => ("occurred_on", Code::BeforeRegistration),
        recording::Refused::InFuture => ("occurred_on", Code::Future),
        recording::Refused::RegistrationAgain => ("stage", Code::RegistrationAgain),
    };
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// Seals what is noted, bound to the member it is about; nothing where nothing is noted.
fn sealed(house: &House, row: &MemberRow, remarks: &Remarks) -> Option<Sealed> {
    if remarks.evidence.is_empty() && remarks.note.is_empty() {
        return None;
    }
    let key = house.seal.person_key(row.keyed_by, row.salt.as_ref()?);
    let clear = serde_json::to_vec(remarks).unwrap_or_default();
    Some(Sealed(key.seal(house.bytes(), row.id.0.as_bytes(), &clear)))
}

/// The rows of a service.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ServiceRecorded) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}

/// What a service tells the board.
pub fn news(stamp: &Stamp, event: &ServiceRecorded) -> News {
    News::Service(ServiceNews {
        position: stamp.position,
        member: event.member_at,
        stage: event.stage,
        completed: event.state == State::Completed,
        occurred_on: event.occurred_on,
        agency: event.agency,
    })
}
