//! A class as the API answers it.
use crate::{
    Problem,
    classes::{Announcement, Clash, Counts, Organiser, Session, Trainer},
    staff::{self, Officer},
};
use db::Tx;
use rules::{Act, ClassId, MemberId, training::ClassState};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A class.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClassAnswer {
    /// The class.
    id: Uuid,
    /// How far it is.
    #[schema(pattern = "^(announced|finished|called_off)$")]
    state: &'static str,
    /// For whom it is.
    #[schema(pattern = "^(basic|trade|workshop|agency)$")]
    kind: &'static str,
    /// What it is called.
    title: String,
    /// The code of the trade.
    trade: String,
    /// The agency that answers for it.
    agency: String,
    /// The kecamatan, or the wider area it is open to.
    area: String,
    /// The building and the room.
    place: String,
    /// How many places there are.
    capacity: u32,
    /// The last day of registration.
    #[schema(format = Date)]
    closes_on: String,
    /// The share of sessions that finishers are present at, in percent.
    share: u8,
    /// What else participants should know.
    notes: String,
    /// The plan it was laid out in.
    plan: Option<Uuid>,
    /// The day of the first session.
    #[schema(format = Date)]
    first_on: String,
    /// The day of the last session.
    #[schema(format = Date)]
    last_on: String,
    /// Who holds it beside the agency.
    organisers: Vec<OrganiserLine>,
    /// Who teaches.
    trainers: Vec<TrainerLine>,
    /// When it is held.
    sessions: Vec<SessionLine>,
    /// Why it does not take place, where it does not.
    call_off_reason: Option<String>,
    /// Other classes with the same room or trainer on the same day; told, never refused.
    warnings: Vec<ClashLine>,
    /// Who waited and has a place by this change.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    moved_up: Vec<Uuid>,
    /// How many persons stand how to it; not in the answer of a write.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    places: Option<PlaceCounts>,
    /// Where it was announced or changed last in the journal.
    position: i64,
}

/// How many persons stand how to a class; each number is of its own.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct PlaceCounts {
    /// Were ever invited.
    invited: u32,
    /// Ever asked for a place, or came over from another class.
    registered: u32,
    /// Have a place now.
    confirmed: u32,
    /// Wait for one now.
    waiting: u32,
    /// Have a place and came without having asked before.
    walk_ins: u32,
}

/// Who holds a class beside its agency.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrganiserLine {
    /// What kind of house it is.
    #[schema(pattern = "^(agency|ministry|university|company)$")]
    kind: &'static str,
    /// Its name.
    name: String,
    /// Its code, where it is an agency of the programme.
    agency: Option<String>,
}

/// Who teaches a class.
#[derive(Debug, Serialize, ToSchema)]
pub struct TrainerLine {
    /// The name as announced.
    name: String,
    /// The name of their account; only for who may change classes.
    account: Option<String>,
}

/// One meeting of a class.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionLine {
    /// Its number in the class.
    number: i16,
    /// The day.
    #[schema(format = Date)]
    held_on: String,
    /// When it begins, by Jakarta's clocks.
    #[schema(example = "09:00")]
    starts: String,
    /// When it ends.
    #[schema(example = "12:00")]
    ends: String,
    /// Theory or practice.
    #[schema(pattern = "^(theory|practice)$")]
    mode: &'static str,
    /// Where, if elsewhere than the class.
    place: String,
    /// Who teaches, if not every trainer of the class.
    trainer: String,
    /// What it is about.
    topic: String,
}

/// Another class with the same room or trainer on the same day.
#[derive(Debug, Serialize, ToSchema)]
pub struct ClashLine {
    /// The day.
    #[schema(format = Date)]
    on: String,
    /// What is shared.
    #[schema(pattern = "^(room|trainer)$")]
    shared: &'static str,
    /// The number of this class's session.
    session: i16,
    /// The other class.
    with: Uuid,
    /// What it is called.
    title: String,
    /// Whether their hours overlap too.
    at_once: bool,
}

impl ClassAnswer {
    /// A class as announced; account names for who may change classes.
    pub fn of(
        tx: &mut Tx<'_>,
        officer: &Officer,
        id: ClassId,
        it: Announcement,
        clashes: Vec<Clash>,
        position: i64,
    ) -> Result<Self, Problem> {
        let (first_on, last_on) = (it.first_on().to_string(), it.last_on().to_string());
        Ok(Self {
            id: id.0,
            state: ClassState::Announced.word(),
            kind: it.kind.word(),
            title: it.title,
            trade: it.trade,
            agency: it.agency.to_string(),
            area: it.area.to_string(),
            place: it.place,
            capacity: it.capacity,
            closes_on: it.closes_on.to_string(),
            share: it.share.percent(),
            notes: it.notes,
            plan: it.plan.map(|plan| plan.0),
            first_on,
            last_on,
            organisers: it.organisers.into_iter().map(OrganiserLine::from).collect(),
            trainers: trainers(tx, officer, it.trainers)?,
            sessions: it.sessions.into_iter().map(SessionLine::from).collect(),
            call_off_reason: None,
            warnings: clashes.into_iter().map(ClashLine::from).collect(),
            moved_up: Vec::new(),
            places: None,
            position,
        })
    }

    /// The same, as it stands now.
    pub fn standing(self, state: ClassState, reason: Option<String>, counts: Counts) -> Self {
        let places = Some(counts.into());
        Self { state: state.word(), call_off_reason: reason, places, ..self }
    }

    /// The same, with who moved up.
    pub fn with_moved_up(self, them: &[MemberId]) -> Self {
        Self { moved_up: them.iter().map(|member| member.0).collect(), ..self }
    }
}

fn trainers(
    tx: &mut Tx<'_>,
    officer: &Officer,
    them: Vec<Trainer>,
) -> Result<Vec<TrainerLine>, Problem> {
    let mut lines = Vec::with_capacity(them.len());
    for Trainer { name, user } in them {
        let user = user.filter(|_| officer.role.may(Act::ManageClasses));
        let account = user.map(|user| staff::name_of(tx, &user.to_string())).transpose()?;
        lines.push(TrainerLine { name, account });
    }
    Ok(lines)
}

impl From<Counts> for PlaceCounts {
    fn from(counts: Counts) -> Self {
        let Counts { invited, registered, confirmed, waiting, walk_ins } = counts;
        Self { invited, registered, confirmed, waiting, walk_ins }
    }
}

impl From<Organiser> for OrganiserLine {
    fn from(it: Organiser) -> Self {
        let agency = it.agency.map(|agency| agency.to_string());
        Self { kind: it.kind.word(), name: it.name, agency }
    }
}

impl From<Session> for SessionLine {
    fn from(it: Session) -> Self {
        Self {
            number: it.number,
            held_on: it.held_on.to_string(),
            starts: it.starts.to_string(),
            ends: it.ends.to_string(),
            mode: it.mode.word(),
            place: it.place,
            trainer: it.trainer,
            topic: it.topic,
        }
    }
}

impl From<Clash> for ClashLine {
    fn from(it: Clash) -> Self {
        Self {
            on: it.on.to_string(),
            shared: it.shared.word(),
            session: it.session,
            with: it.with.0,
            title: it.title,
            at_once: it.at_once,
        }
    }
}
