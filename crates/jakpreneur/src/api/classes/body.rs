//! A class as a program sends it.
use crate::{
    FieldError,
    api::strict::Documented,
    classes::{ClassForm, OrganiserForm, SessionForm, TrainerForm},
};
use rules::training::{ClassKind, OrganiserKind, SessionMode};
use serde::Deserialize;
use utoipa::ToSchema;

/// A class. To announce one, `kind`, `title`, `trade`, `agency`, `area`, `place`, `capacity` and `sessions`
/// are needed; to change one, what is not given stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClassBody {
    /// For whom it is.
    #[schema(pattern = "^(basic|trade|workshop|agency)$")]
    kind: Option<String>,
    /// What it is called, at most 200 characters.
    title: Option<String>,
    /// The code of a trade, from `GET /trades`.
    #[schema(example = "kuliner")]
    trade: Option<String>,
    /// The code of the agency that answers for it; the caller's own when not given.
    #[schema(example = "ppkukm")]
    agency: Option<String>,
    /// The code of the kecamatan, or of a wider area it is open to; the caller's own when not given.
    #[schema(example = "31.75.03")]
    area: Option<String>,
    /// The building and the room, at most 200 characters.
    place: Option<String>,
    /// How many places, 1 to 1000; not below the places that are given.
    #[schema(minimum = 1, maximum = 1000)]
    capacity: Option<u32>,
    /// The last day of registration; the day of the first session when not given.
    #[schema(format = Date)]
    closes_on: Option<String>,
    /// The share of sessions that finishers are present at, in percent; 80 when not given.
    #[schema(minimum = 1, maximum = 100)]
    share: Option<u8>,
    /// What else participants should know, at most 2000 characters.
    notes: Option<String>,
    /// The plan it was laid out in.
    #[schema(format = Uuid)]
    plan: Option<String>,
    /// Who holds it beside the agency, at most 20; replaces all.
    organisers: Option<Vec<OrganiserBody>>,
    /// Who teaches, at most 20; replaces all.
    trainers: Option<Vec<TrainerBody>>,
    /// When it is held, 1 to 100 sessions; replaces all, but what was held stays.
    sessions: Option<Vec<SessionBody>>,
}

/// Who holds a class beside its agency.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct OrganiserBody {
    /// What kind of house it is.
    #[schema(pattern = "^(agency|ministry|university|company)$")]
    kind: String,
    /// Its name; an agency's full name when not given.
    name: String,
    /// Its code, for an agency of the programme.
    agency: String,
}

/// Who teaches a class.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TrainerBody {
    /// The name as announced to everybody.
    name: String,
    /// The name of their account, which then finds the class among its own.
    account: String,
}

/// One meeting of a class.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SessionBody {
    /// The number it has in the class; not given for a new one.
    number: Option<i16>,
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
    mode: String,
    /// Where, if elsewhere than the class.
    place: String,
    /// Who teaches, if not every trainer of the class.
    trainer: String,
    /// What it is about.
    topic: String,
}

impl ClassBody {
    /// What is not as documented.
    pub fn not_as_documented(&self) -> Vec<FieldError> {
        let mut wrong = Documented::default();
        wrong.word("kind", self.kind.as_deref(), ClassKind::of_word);
        wrong.date("closes_on", self.closes_on.as_deref());
        for organiser in self.organisers.iter().flatten() {
            wrong.word("organisers", Some(&organiser.kind), OrganiserKind::of_word);
        }
        for session in self.sessions.iter().flatten() {
            session.hold(&mut wrong);
        }
        wrong.0
    }
}

impl SessionBody {
    /// Holds it to its documentation.
    pub fn hold(&self, wrong: &mut Documented) {
        wrong.date("held_on", Some(&self.held_on));
        wrong.word("mode", Some(&self.mode), SessionMode::of_word);
    }
}

impl From<ClassBody> for ClassForm {
    fn from(body: ClassBody) -> Self {
        Self {
            kind: body.kind,
            title: body.title,
            trade: body.trade,
            agency: body.agency,
            area: body.area,
            place: body.place,
            capacity: body.capacity.map(|seats| seats.to_string()),
            closes_on: body.closes_on,
            share: body.share.map(|share| share.to_string()),
            notes: body.notes,
            plan: body.plan,
            organisers: body.organisers.map(all),
            trainers: body.trainers.map(all),
            sessions: body.sessions.map(all),
            added: Vec::new(),
        }
    }
}

fn all<B, F: From<B>>(bodies: Vec<B>) -> Vec<F> {
    bodies.into_iter().map(F::from).collect()
}

impl From<OrganiserBody> for OrganiserForm {
    fn from(OrganiserBody { kind, name, agency }: OrganiserBody) -> Self {
        Self { kind, name, agency }
    }
}

impl From<TrainerBody> for TrainerForm {
    fn from(TrainerBody { name, account }: TrainerBody) -> Self {
        Self { name, account }
    }
}

impl From<SessionBody> for SessionForm {
    fn from(body: SessionBody) -> Self {
        let SessionBody { number, held_on, starts, ends, mode, place, trainer, topic } = body;
        Self { number, held_on, starts, ends, mode, place, trainer, topic }
    }
}
