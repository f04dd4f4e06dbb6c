//! Who will finish a class if it is closed now, who will not, and who cannot and why (BR-19).
use super::rows;
use crate::{
    Code, House, Problem,
    classes::{self, Class, Session},
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, ClassId, Date, MemberId, StageKind, recording, training::finishes};

/// How a class would end.
pub struct Outlook {
    /// The class.
    pub class: Class,
    /// The sessions somebody was marked at; these are held.
    pub held: Vec<Session>,
    /// The sessions nobody was marked at; they do not count.
    pub unmarked: Vec<Session>,
    /// Everybody with a place, by name.
    pub people: Vec<Prospect>,
}

/// Somebody with a place.
pub struct Prospect {
    /// The record.
    pub row: MemberRow,
    /// The name; empty once erased.
    pub name: String,
    /// At how many sessions they were present.
    pub attended: u32,
    /// What becomes of them.
    pub fate: Fate,
}

/// What becomes of somebody with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Receives the training.
    Finishes,
    /// Was there too seldom.
    TooFew,
    /// Was there often enough and yet cannot receive it.
    Cannot(Code),
}

impl Fate {
    /// Why somebody who was there often enough cannot receive the training.
    pub fn cannot(self) -> Option<Code> {
        match self {
            Self::Cannot(code) => Some(code),
            Self::Finishes | Self::TooFew => None,
        }
    }
}

/// How a class would end if it were closed today, for whoever may close it.
pub fn outlook(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    class: ClassId,
    today: Date,
) -> Result<Outlook, Problem> {
    officer.may(Act::FinishClass)?;
    let class = classes::open(tx, officer, class)?;
    let marked = classes::marked(tx, class.id)?;
    let sessions = class.announced.sessions.iter().cloned();
    let (held, unmarked): (Vec<_>, Vec<_>) = sessions.partition(|it| marked.contains(&it.number));
    let mut people = Vec::new();
    for (member, attended) in rows::attended(tx, class.id)? {
        people.push(prospect(tx, house, &class, held.len(), (member, attended), today)?);
    }
    people.sort_by_cached_key(|one| (one.name.to_lowercase(), one.row.position));
    Ok(Outlook { class, held, unmarked, people })
}

fn prospect(
    tx: &mut Tx<'_>,
    house: &House,
    class: &Class,
    held: usize,
    (member, attended): (MemberId, u32),
    today: Date,
) -> Result<Prospect, Problem> {
    let row = people::record(tx, &Officer::public().scope, member)?.ok_or(Problem::NotFound)?;
    let name = row.identity(&house.seal).map(|known| known.name.as_str().to_owned());
    let held = u32::try_from(held).unwrap_or(u32::MAX);
    let fate = if finishes(attended, held, class.announced.share) {
        may_receive(class.announced.last_on(), row.registered_on, today)
    } else {
        Fate::TooFew
    };
    Ok(Prospect { name: name.unwrap_or_default(), row, attended, fate })
}

fn may_receive(on: Date, registered_on: Date, today: Date) -> Fate {
    match recording::may_record(StageKind::Training, on, registered_on, today) {
        Ok(()) => Fate::Finishes,
        Err(recording::Refused::BeforeRegistration) => Fate::Cannot(Code::BeforeRegistration),
        Err(recording::Refused::InFuture) => Fate::Cannot(Code::Future),
        Err(recording::Refused::RegistrationAgain) => Fate::Cannot(Code::RegistrationAgain),
    }
}
