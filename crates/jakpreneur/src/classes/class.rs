//! What is known of a class.
use db::Position;
use rules::{
    Agency, BusinessType, ClassId, Date, PlanId, RegionCode, UserId,
    training::{ClassKind, ClassState, OrganiserKind, SessionMode, Share, TimeOfDay},
};
use serde::{Deserialize, Serialize};

/// A class as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The class.
    pub id: ClassId,
    /// What is announced of it.
    pub announced: Announcement,
    /// How far it is.
    pub state: ClassState,
    /// Why it does not take place, where it does not.
    pub call_off_reason: Option<String>,
    /// Where it was announced in the journal.
    pub position: Position,
    /// Where it was changed last.
    pub changed_at_position: Position,
}

/// What is announced of a class: public, and the whole of it in one piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// For whom it is.
    pub kind: ClassKind,
    /// What it is called.
    pub title: String,
    /// The code of the trade it is about.
    pub trade: String,
    /// The agency that answers for it; who finishes has a service of this agency.
    pub agency: Agency,
    /// The kecamatan, or the city of a class open to all its kecamatan.
    pub area: RegionCode,
    /// The building and the room.
    pub place: String,
    /// How many places there are (BR-18).
    pub capacity: u32,
    /// The last day of registration.
    pub closes_on: Date,
    /// The share of sessions that finishers are present at (BR-19).
    pub share: Share,
    /// What else participants should know.
    pub notes: String,
    /// The plan it was laid out in.
    pub plan: Option<PlanId>,
    /// Who holds it beside its own agency.
    pub organisers: Vec<Organiser>,
    /// Who teaches.
    pub trainers: Vec<Trainer>,
    /// When it is held; at least once, in the order of time.
    pub sessions: Vec<Session>,
}

/// Somebody who holds a class together with its agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organiser {
    /// What kind of house it is.
    pub kind: OrganiserKind,
    /// Its name.
    pub name: String,
    /// Its code, where it is an agency of the programme.
    pub agency: Option<Agency>,
}

/// Somebody who teaches a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trainer {
    /// The name as announced.
    pub name: String,
    /// The account that finds the class among its own, where there is one.
    pub user: Option<UserId>,
}

/// One meeting of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its number in the class; stays with it when others are added or dropped.
    pub number: i16,
    /// The day.
    pub held_on: Date,
    /// When it begins.
    pub starts: TimeOfDay,
    /// When it ends.
    pub ends: TimeOfDay,
    /// Theory or practice.
    pub mode: SessionMode,
    /// Where, if elsewhere than the class.
    pub place: String,
    /// Who teaches, if not every trainer of the class.
    pub trainer: String,
    /// What it is about.
    pub topic: String,
}

/// What decides about places in a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// The agency that answers for it.
    pub agency: Agency,
    /// For whom it is.
    pub kind: ClassKind,
    /// How many places there are.
    pub capacity: u32,
    /// The last day of registration.
    pub closes_on: Date,
    /// How far it is.
    pub state: ClassState,
}

/// A trade that classes are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Its code.
    pub code: String,
    /// Its name in Indonesian.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The kind of business it serves.
    pub business_type: BusinessType,
}

impl Announcement {
    /// The day of its first session.
    pub fn first_on(&self) -> Date {
        self.sessions.iter().map(|it| it.held_on).min().unwrap_or(self.closes_on)
    }

    /// The day of its last session.
    pub fn last_on(&self) -> Date {
        self.sessions.iter().map(|it| it.held_on).max().unwrap_or(self.closes_on)
    }

    /// Where a session is held.
    pub fn place_of<'a>(&'a self, session: &'a Session) -> &'a str {
        if session.place.is_empty() { &self.place } else { &session.place }
    }
}
