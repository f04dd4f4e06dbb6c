//! Which other classes use the same room or the same trainer on the same day: told, never refused.
use super::{Announcement, Session};
use db::{Result, Tx, sql};
use rules::{ClassId, Date, training::TimeOfDay};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What two classes share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shared {
    /// The same building and room.
    Room,
    /// The same trainer.
    Trainer,
}

impl Shared {
    /// The word in answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::Trainer => "trainer",
        }
    }
}

/// A session that shares a day, and a room or a trainer, with a session of another class.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Clash {
    /// The day.
    pub on: Date,
    /// What is shared.
    pub shared: Shared,
    /// The number of this class's session.
    pub session: i16,
    /// The other class.
    pub with: ClassId,
    /// What it is called.
    pub title: String,
    /// Whether their hours overlap too.
    pub at_once: bool,
}

type Row = (ClassId, String, String, Date, TimeOfDay, TimeOfDay, String, String);

sql!(
    OTHERS = "
    select c.id, c.title, c.place, s.held_on, s.starts, s.ends, s.place, s.trainer
    from class_session s join class c on c.id = s.class_id
    where s.held_on between $1 and $2 and c.id <> $3 and c.state <> 'called_off'
    order by s.held_on, s.starts, c.id"
);
sql!(
    OTHERS_TRAINERS = "
    select distinct t.class_id, t.name
    from class_session s join class_trainer t on t.class_id = s.class_id
    where s.held_on between $1 and $2 and t.class_id <> $3
    order by t.class_id, t.name"
);
/// The clashes of a class, those that nobody's scope hides: classes are public.
pub fn clashes(tx: &mut Tx<'_>, class: ClassId, new: &Announcement) -> Result<Vec<Clash>> {
    let days = (new.first_on(), new.last_on(), class);
    let others: Vec<Row> = tx.all(OTHERS, days)?;
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let mut trainers: BTreeMap<ClassId, Vec<String>> = BTreeMap::new();
    for (class, name) in tx.all::<(ClassId, String)>(OTHERS_TRAINERS, days)? {
        trainers.entry(class).or_default().push(name);
    }
    let mut found = Vec::new();
    for own in &new.sessions {
        for other in others.iter().filter(|other| other.3 == own.held_on) {
            let theirs = taught(&other.7, trainers.get(&other.0).map_or(&[][..], Vec::as_slice));
            found.extend(of_two(new, own, other, &theirs));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn of_two<'a>(
    new: &'a Announcement,
    own: &'a Session,
    other: &'a Row,
    theirs: &[String],
) -> impl Iterator<Item = Clash> + use<'a> {
    let (with, title, place, on, starts, ends, room, _) = other;
    let room = if room.is_empty() { place } else { room };
    let names: Vec<String> = new.trainers.iter().map(|it| it.name.clone()).collect();
    let ours = taught(&own.trainer, &names);
    let same_trainer = ours.iter().any(|name| theirs.contains(name));
    let same_room = folded(new.place_of(own)) == folded(room);
    let at_once = own.starts < *ends && *starts < own.ends;
    [(same_room, Shared::Room), (same_trainer, Shared::Trainer)]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(move |(_, shared)| Clash {
            on: *on,
            shared,
            session: own.number,
            with: *with,
            title: title.clone(),
            at_once,
        })
}

/// Who teaches a session: its own trainer, or all of the class.
fn taught(own: &str, all: &[String]) -> Vec<String> {
    if own.is_empty() { all.iter().map(|name| folded(name)).collect() } else { vec![folded(own)] }
}

/// A name as it is compared: case and spaces do not count.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
