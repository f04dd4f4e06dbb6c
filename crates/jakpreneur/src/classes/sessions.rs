//! The sessions of a class, as typed and as understood; what was held stays.
use super::{
    Announcement, ClassForm, Session, SessionForm,
    understand::{blank, short},
};
use crate::{Code, FieldError};
use rules::{
    Date,
    registration::PROGRAMME_BEGAN,
    training::{SessionMode, TimeOfDay},
};

/// So many sessions one class has at most.
const MOST: usize = 100;

/// The sessions of a class in the order of time, or everything that is wrong with them.
pub(super) fn of(
    form: &ClassForm,
    has: Option<&Announcement>,
) -> Result<Vec<Session>, Vec<FieldError>> {
    let had = has.map(|has| has.sessions.as_slice()).unwrap_or_default();
    let typed = form.sessions.as_deref();
    let mut wrong = Vec::new();
    let mut read = |typed: &[SessionForm]| -> Vec<Session> {
        let read = typed.iter().map(|typed| session(typed, had));
        read.filter_map(|read| read.map_err(|error| wrong.push(error)).ok()).collect()
    };
    let mut sessions = typed.map_or_else(|| had.to_vec(), &mut read);
    sessions.extend(read(&form.added));
    if wrong.is_empty() && (sessions.is_empty() || sessions.len() > MOST) {
        let code = if sessions.is_empty() { Code::Empty } else { Code::Number };
        wrong.push(FieldError::new("sessions", code));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    sessions.sort_by_key(|it| (it.held_on, it.starts));
    number(&mut sessions, had);
    let mut numbers: Vec<i16> = sessions.iter().map(|it| it.number).collect();
    numbers.sort_unstable();
    let distinct = numbers.windows(2).all(|two| two[0] != two[1]);
    if distinct { Ok(sessions) } else { Err(vec![FieldError::new("number", Code::Number)]) }
}

/// What stands for the number of a new session until all are read.
const NEW: i16 = 0;

/// New sessions take the numbers after those the class ever showed.
fn number(sessions: &mut [Session], had: &[Session]) {
    let mut last = had.iter().map(|it| it.number).max().unwrap_or(0);
    for session in sessions.iter_mut().filter(|it| it.number == NEW) {
        last += 1;
        session.number = last;
    }
}

fn session(typed: &SessionForm, had: &[Session]) -> Result<Session, FieldError> {
    let wrong = |field| move |code| FieldError::new(field, code);
    let known = |number: &i16| had.iter().any(|it| it.number == *number);
    if typed.number.is_some_and(|number| !known(&number)) {
        return Err(wrong("number")(Code::Number));
    }
    let held_on = day(typed.held_on.trim()).map_err(wrong("held_on"))?;
    let starts = time(typed.starts.trim()).map_err(wrong("starts"))?;
    let ends = time(typed.ends.trim()).map_err(wrong("ends"))?;
    if ends <= starts {
        return Err(wrong("ends")(Code::EndsBeforeStart));
    }
    let mode = SessionMode::parse_officer(&typed.mode);
    let mode = mode.ok_or_else(|| wrong("mode")(blank(typed.mode.trim(), Code::Word)))?;
    Ok(Session {
        number: typed.number.unwrap_or(NEW),
        held_on,
        starts,
        ends,
        mode,
        place: short(&typed.place).map_err(wrong("place"))?,
        trainer: short(&typed.trainer).map_err(wrong("trainer"))?,
        topic: short(&typed.topic).map_err(wrong("topic"))?,
    })
}

fn day(text: &str) -> Result<Date, Code> {
    let day = rules::date::parse_officer(text).map_err(|_| blank(text, Code::Date))?;
    if day < PROGRAMME_BEGAN { Err(Code::BeforeProgramme) } else { Ok(day) }
}

fn time(text: &str) -> Result<TimeOfDay, Code> {
    text.parse().map_err(|_| blank(text, Code::Time))
}

/// The first session that was held and is dropped or moved by the change: its day has passed, or
/// somebody was marked at it.
pub(super) fn moved_though_held(
    had: &[Session],
    new: &[Session],
    marked: &[i16],
    today: Date,
) -> Option<i16> {
    let held = had.iter().filter(|it| it.held_on < today || marked.contains(&it.number));
    let when = |it: &Session| (it.number, it.held_on, it.starts, it.ends);
    held.map(when).find(|held| !new.iter().any(|it| when(it) == *held)).map(|held| held.0)
}
