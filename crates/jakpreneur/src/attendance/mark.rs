//! Saying who was at a session. The same mark twice is one; a correction says why.
use super::rows;
use crate::{
    Code, FieldError, House, Problem,
    classes::{self, Session},
    journal::{self, Asking, Change, Event, Sealed, Stamp, done_before},
    people, places,
    staff::Officer,
};
use db::Tx;
use rules::{
    Act, ClassId, Instant, MemberId,
    training::{ClassState, Mark, PlaceState, Way},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What is said of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The session's number in the class.
    pub session: i16,
    /// How it came in.
    pub way: Way,
    /// Who came and who did not.
    pub marks: Vec<(MemberId, Mark)>,
    /// Why an earlier mark is corrected; may be empty where none is.
    pub reason: String,
}

/// Somebody said who was at a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceMarked {
    /// The class.
    pub class: ClassId,
    /// The session's number in it.
    pub session: i16,
    /// How it came in.
    pub way: Way,
    /// The marks that are new.
    pub marks: Vec<Marked>,
}

/// A mark that is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The record that has the place.
    pub member: MemberId,
    /// Whether they came.
    pub mark: Mark,
    /// What was said before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Mark>,
    /// Why it was corrected, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Sealed>,
}

impl Event for AttendanceMarked {
    const ACT: &'static str = "attendance.mark";
}

/// What came of a marking, one answer a person asked for.
#[derive(Clone, Debug)]
pub struct Told {
    /// In the order of asking.
    pub answers: Vec<Answer>,
    /// Where it was recorded; none where nothing was new.
    pub stamp: Option<Stamp>,
    /// Whether it was recorded by an earlier request under the same key.
    pub before: bool,
}

/// What came of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The record that has the place, else the one asked for.
    pub member: MemberId,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds since this act.
    New(Mark, Instant),
    /// It was so before, since then.
    Already(Mark, Instant),
    /// It was not taken.
    LeftOut(Code),
}

/// So many marks in one act at most.
const MOST: usize = 1000;
/// The longest reason kept.
const LONGEST: usize = 1000;

/// Marks those with a place. Who has none, or whose earlier mark would change without a reason, is left
/// out and keeps nobody else from being marked; where one alone is asked for, that is a refusal.
pub fn mark(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    marking: &Marking,
) -> Result<Told, Problem> {
    asking.officer.may(Act::MarkAttendance)?;
    let before = done_before::<AttendanceMarked>(tx, asking)?;
    may_mark(tx, asking, class, marking, before.is_some())?;
    let mut event =
        AttendanceMarked { class, session: marking.session, way: marking.way, marks: Vec::new() };
    let (mut answers, mut seen) = (Vec::new(), HashSet::new());
    for (member, mark) in &marking.marks {
        let Some(member) = placed(tx, class, *member)? else {
            let outcome = Outcome::LeftOut(Code::NotInClass);
            answers.push(Answer { member: *member, outcome });
            continue;
        };
        if seen.insert(member) {
            let new = Marked { member, mark: *mark, was: None, reason: None };
            let outcome = one(tx, house, asking, marking, &mut event, new)?;
            answers.push(Answer { member, outcome });
        }
    }
    match before {
        Some(done) => Ok(again(answers, &done.event, &done.stamp)),
        None => record(tx, asking, event, answers),
    }
}

/// Refuses a session before its day, and classes that are over; a request that came before is answered.
fn may_mark(
    tx: &mut Tx<'_>,
    asking: &Asking,
    class: ClassId,
    marking: &Marking,
    came_before: bool,
) -> Result<(), Problem> {
    let invalid = |field, code| Err(Problem::Invalid(vec![FieldError::new(field, code)]));
    let (state, held) = session(tx, &asking.officer, class, marking.session)?;
    if came_before {
        return Ok(());
    }
    match state {
        ClassState::Announced => {}
        ClassState::Finished | ClassState::CalledOff => {
            return Err(Problem::Refused(Code::ClassOver));
        }
    }
    if asking.at.date() < held.held_on {
        return Err(Problem::Refused(Code::SessionNotYet));
    }
    if marking.marks.is_empty() {
        return invalid("marks", Code::Empty);
    }
    if marking.marks.len() > MOST {
        return invalid("marks", Code::Number);
    }
    if marking.reason.chars().count() > LONGEST { invalid("reason", Code::Long) } else { Ok(()) }
}

/// A session of a class that the officer sees, and how far the class is.
pub(super) fn session(
    tx: &mut Tx<'_>,
    officer: &Officer,
    class: ClassId,
    number: i16,
) -> Result<(ClassState, Session), Problem> {
    let class = classes::open(tx, officer, class)?;
    let held = class.announced.sessions.into_iter().find(|session| session.number == number);
    Ok((class.state, held.ok_or(Problem::NotFound)?))
}

/// The record of the person that has a place in the class: a card of any agency lets in.
pub(super) fn placed(
    tx: &mut Tx<'_>,
    class: ClassId,
    member: MemberId,
) -> Result<Option<MemberId>, Problem> {
    let everyone = &Officer::public().scope;
    let Some(row) = people::record(tx, everyone, member)? else { return Ok(None) };
    for (record, _) in people::records_of(tx, row.person)? {
        let place = places::place(tx, class, record)?;
        if place.is_some_and(|place| place.state == PlaceState::Confirmed) {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

fn one(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    marking: &Marking,
    event: &mut AttendanceMarked,
    mut new: Marked,
) -> Result<Outcome, Problem> {
    let kept = rows::kept(tx, (event.class, event.session), new.member)?;
    if let Some(kept) = kept {
        if kept.mark == new.mark {
            return Ok(Outcome::Already(kept.mark, kept.at));
        }
        if marking.reason.trim().is_empty() {
            return Ok(Outcome::LeftOut(Code::Reason));
        }
        new.was = Some(kept.mark);
        new.reason = sealed(tx, house, new.member, &marking.reason)?;
    }
    let outcome = Outcome::New(new.mark, asking.at);
    event.marks.push(new);
    Ok(outcome)
}

/// Why a mark was corrected, sealed with the person's key; nothing once the person is erased.
fn sealed(
    tx: &mut Tx<'_>,
    house: &House,
    member: MemberId,
    reason: &str,
) -> Result<Option<Sealed>, Problem> {
    let Some(row) = people::record(tx, &Officer::public().scope, member)? else { return Ok(None) };
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let seal = |key: crate::privacy::PersonKey| {
        key.seal(house.bytes(), member.0.as_bytes(), reason.trim().as_bytes())
    };
    Ok(key.map(seal).map(Sealed))
}

fn record(
    tx: &mut Change<'_>,
    asking: &Asking,
    event: AttendanceMarked,
    answers: Vec<Answer>,
) -> Result<Told, Problem> {
    if let [Answer { outcome: Outcome::LeftOut(code), .. }] = answers[..] {
        return Err(match code {
            Code::Reason => Problem::Invalid(vec![FieldError::new("reason", code)]),
            code => Problem::Refused(code),
        });
    }
    if event.marks.is_empty() {
        return Ok(Told { answers, stamp: None, before: false });
    }
    let subject = if let [one] = &event.marks[..] { one.member.0 } else { event.class.0 };
    let done = journal::record(tx, asking, Some(subject), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(Told { answers, stamp: Some(done.stamp), before: false })
}

/// What the same request was told when it came before.
fn again(mut answers: Vec<Answer>, event: &AttendanceMarked, stamp: &Stamp) -> Told {
    for answer in &mut answers {
        if let Some(new) = event.marks.iter().find(|new| new.member == answer.member) {
            answer.outcome = Outcome::New(new.mark, stamp.at);
        }
    }
    Told { answers, stamp: Some(stamp.clone()), before: true }
}

/// The rows of marks.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &AttendanceMarked) -> Result<(), Problem> {
    Ok(rows::put(tx, stamp, event)?)
}
