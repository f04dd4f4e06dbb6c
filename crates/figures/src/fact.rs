//! The facts that are counted, each with its position in the journal.

use crate::broken::Broken;

/// One fact of the journal. Days are counted from 2000-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A registration.
    Member(Member),
    /// A service given to a member.
    Service(Service),
    /// A service that is taken back.
    Void(Void),
    /// A member said to be, or not to be, the same person as another.
    Link(Link),
    /// A registration that is corrected, or a member who moved.
    Change(Change),
}

/// One agency's registration of one person; known afterwards by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Place in the journal.
    pub position: u32,
    /// Position of an earlier registration of the same person; none for a new person.
    pub same_person_as: Option<u32>,
    /// The agency that registered.
    pub agency: u8,
    /// Index of the kelurahan, or of the kecamatan where the kelurahan is unknown.
    pub area: u16,
    /// Index of the responsible kecamatan.
    pub office: u16,
    /// Code of the sex.
    pub sex: u8,
    /// Code of the track.
    pub track: u8,
    /// Code of the business type.
    pub business_type: u8,
    /// Code of the channel the registration came through.
    pub channel: u8,
    /// Day of the registration.
    pub registered_on: u16,
}

/// A service of one of the stages 1 to 6; stage 0, registration, is the member itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// Place in the journal.
    pub position: u32,
    /// Position of the member's registration.
    pub member: u32,
    /// Stage, 1 to 6.
    pub stage: u8,
    /// Day it happened, whenever it was recorded.
    pub occurred_on: u16,
    /// Whether it is finished.
    pub state: State,
    /// The agency that gave it; no figure asks for it yet, so it is not kept.
    pub agency: u8,
}

/// How far a service has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Finished: the stage is reached.
    Completed,
    /// Begun: the stage is open until another service completes it.
    Started,
}

/// Takes a service back from this position on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Void {
    /// Place in the journal.
    pub position: u32,
    /// Position of the service.
    pub service: u32,
}

/// Says from this position on whose record a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Place in the journal.
    pub position: u32,
    /// Position of the registration that is moved.
    pub member: u32,
    /// Position of a registration of the right person; none makes it a person of its own again.
    pub with: Option<u32>,
}

/// Says anew from this position on what is known of a registration, all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Place in the journal.
    pub position: u32,
    /// Position of the registration.
    pub member: u32,
    /// From which day on the area and the office hold: 0 where they always did, as after a mistake.
    /// The days before keep what was said of them.
    pub holds_from: u16,
    /// Index of the kelurahan, or of the kecamatan where the kelurahan is unknown.
    pub area: u16,
    /// Index of the responsible kecamatan.
    pub office: u16,
    /// Code of the sex.
    pub sex: u8,
    /// Code of the track.
    pub track: u8,
    /// Code of the business type.
    pub business_type: u8,
    /// Day of the registration.
    pub registered_on: u16,
}

impl Fact {
    /// Its place in the journal.
    pub fn position(&self) -> u32 {
        match self {
            Self::Member(fact) => fact.position,
            Self::Service(fact) => fact.position,
            Self::Void(fact) => fact.position,
            Self::Link(fact) => fact.position,
            Self::Change(fact) => fact.position,
        }
    }
}

/// The journal's position as counted here, refused where it does not fit.
pub fn narrow(position: u64) -> Result<u32, Broken> {
    u32::try_from(position).map_err(|_| Broken::Overflow)
}
