//! What an act leaves in the journal, and how it is found again when the same request comes twice.
use super::{Asking, Change};
use crate::Problem;
use db::{Entry, NewEntry, Position, Tx};
use rules::Instant;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// What happened in one act. Its rows follow from it and its [`Stamp`] alone.
pub trait Event: Serialize + DeserializeOwned {
    /// The act's word in the journal: `member.register`.
    const ACT: &'static str;

    /// Reads it back from an entry.
    fn of(entry: &Entry) -> Result<Self, Problem> {
        serde_json::from_str(&entry.payload).map_err(|error| {
            Problem::Broken(format!("the entry at {} cannot be read: {error}", entry.position))
        })
    }
}

/// Where, when and by whom something was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The place in the journal.
    pub position: Position,
    /// When it was recorded.
    pub at: Instant,
    /// The user's id, or `system`.
    pub actor: String,
}

impl Stamp {
    /// The stamp of an entry.
    pub fn of(entry: &Entry) -> Self {
        Self { position: entry.position, at: entry.at, actor: entry.actor.clone() }
    }
}

/// An act that is recorded, now or when the same request came before.
#[derive(Clone, Debug)]
pub struct Done<E> {
    /// What happened.
    pub event: E,
    /// Where, when and by whom.
    pub stamp: Stamp,
    /// Whether it was recorded by an earlier request under the same key.
    pub before: bool,
}

/// What happened, as a device tells it that kept the act until it could be sent.
#[derive(Serialize)]
struct Kept<'e, E> {
    #[serde(flatten)]
    event: &'e E,
    /// By the device's clock; no event has a field of this name.
    made_at: Option<Instant>,
}

/// Appends what happened, and stamps it.
pub fn record<E: Event>(
    tx: &mut Change<'_>,
    asking: &Asking,
    subject: Option<Uuid>,
    event: E,
) -> Result<Done<E>, Problem> {
    let payload = match asking.made_at {
        None => serde_json::to_string(&event),
        made_at @ Some(_) => serde_json::to_string(&Kept { event: &event, made_at }),
    };
    let payload = payload.map_err(|error| Problem::Broken(error.to_string()))?;
    let actor = asking.officer.actor();
    let office = asking.officer.office();
    let position = tx.record(&NewEntry {
        act_id: asking.act_id,
        act: E::ACT,
        actor: &actor,
        office: office.as_deref(),
        at: asking.at,
        subject,
        asked: asking.asked,
        payload: &payload,
    })?;
    Ok(Done { event, stamp: Stamp { position, at: asking.at, actor }, before: false })
}

/// What the same request did when it came before; refuses the key for another request.
pub fn done_before<E: Event>(tx: &mut Tx<'_>, asking: &Asking) -> Result<Option<Done<E>>, Problem> {
    if asking.asked.is_none() {
        return Ok(None);
    }
    let Some(entry) = tx.entry_of(asking.act_id)? else { return Ok(None) };
    let same = entry.asked == asking.asked && entry.act == E::ACT;
    if !same || entry.actor != asking.officer.actor() {
        return Err(Problem::KeyReused);
    }
    Ok(Some(Done { event: E::of(&entry)?, stamp: Stamp::of(&entry), before: true }))
}
