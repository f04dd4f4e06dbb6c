//! A class as typed.
/// A class as typed. What is not given is empty when a class is announced, and stays when it is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassForm {
    /// A kind's word, or its name.
    pub kind: Option<String>,
    /// What it is called.
    pub title: Option<String>,
    /// A trade's code or name.
    pub trade: Option<String>,
    /// An agency's code; empty: the officer's own.
    pub agency: Option<String>,
    /// A region's code, or a kecamatan's name; empty: the officer's own.
    pub area: Option<String>,
    /// The building and the room.
    pub place: Option<String>,
    /// How many places.
    pub capacity: Option<String>,
    /// The last day of registration; empty: the first day of the class.
    pub closes_on: Option<String>,
    /// The share of sessions in percent; empty: the usual.
    pub share: Option<String>,
    /// What else participants should know.
    pub notes: Option<String>,
    /// The plan's id.
    pub plan: Option<String>,
    /// Who holds it beside the agency.
    pub organisers: Option<Vec<OrganiserForm>>,
    /// Who teaches.
    pub trainers: Option<Vec<TrainerForm>>,
    /// Every session.
    pub sessions: Option<Vec<SessionForm>>,
    /// Sessions that come beside those the class has.
    pub added: Vec<SessionForm>,
}

/// An organiser as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganiserForm {
    /// A kind's word, or its name.
    pub kind: String,
    /// Its name; may be empty for an agency of the programme.
    pub name: String,
    /// Its code, for an agency of the programme.
    pub agency: String,
}

/// A trainer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainerForm {
    /// The name as announced.
    pub name: String,
    /// The name of their account; may be empty.
    pub account: String,
}

/// A session as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionForm {
    /// The number it has; none for a new one.
    pub number: Option<i16>,
    /// The day.
    pub held_on: String,
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// Theory or practice.
    pub mode: String,
    /// Where, if elsewhere than the class.
    pub place: String,
    /// Who teaches, if not every trainer of the class.
    pub trainer: String,
    /// What it is about.
    pub topic: String,
}
