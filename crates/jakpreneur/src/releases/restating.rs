//! A release that takes another's place: the same question, and line by line what differs.
use super::{
    Change, Document, Opened, ReleaseNumber, comparing, opened, question::Question,
    replaying::Replaying, rows,
};
use crate::{Code, FieldError, House, Problem, ReleasingCode, staff::Officer};
use db::Tx;

/// The release to be restated, as the officer may see it; refuses another question than its own.
pub(super) fn before(
    tx: &mut Tx<'_>,
    officer: &Officer,
    number: ReleaseNumber,
    now: &Document,
) -> Result<Opened, Problem> {
    let wrong = |code| {
        let code = Code::Releasing(code);
        Problem::Invalid(vec![FieldError::new("restates", code)])
    };
    let release = rows::by_number(tx, &officer.scope, number)?;
    let release = release.ok_or_else(|| wrong(ReleasingCode::Unknown))?;
    let before = opened(tx, &release)?;
    if asked(&before.document) != asked(now) {
        return Err(wrong(ReleasingCode::OtherQuestion));
    }
    if before.document.known_at > now.known_at {
        return Err(wrong(ReleasingCode::KnownLess));
    }
    Ok(before)
}

/// What makes two releases answers to one question. How the scope is said may change with a name.
fn asked(document: &Document) -> impl PartialEq + use<> {
    let mut scope = document.scope.clone();
    scope.said.clear();
    (document.kind, document.as_at, document.scheme.clone(), scope)
}

/// What differs, line by line, told by reason.
pub(super) fn changes(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    question: &Question,
    before: &Document,
    now: &Document,
) -> Result<Vec<Change>, Problem> {
    let mut changes = differing(before, now);
    if changes.iter().all(|change| change.was == change.now) {
        return Ok(changes);
    }
    let parts = match question {
        // Where people stand to classes is not known as it was: the two lists tell it.
        Question::Training(..) => comparing::parts(before, now),
        Question::Stages(..)
        | Question::Targets(_)
        | Question::Agencies(_)
        | Question::Unit(..)
        | Question::Growth(..) => Replaying::of(before, now).parts(tx, house, officer, question)?,
    };
    for change in &mut changes {
        let own = parts.iter().filter(|(key, _)| *key == change.key);
        change.parts = own.map(|(_, part)| part.clone()).collect();
    }
    Ok(changes)
}

fn differing(before: &Document, now: &Document) -> Vec<Change> {
    let gone = before.lines.iter().filter(|line| now.line(&line.key).is_none());
    let lines = now.lines.iter().chain(gone);
    let change = |line: &super::Line| {
        let (was, is) = (before.line(&line.key), now.line(&line.key));
        Change {
            indicator: line.indicator.clone(),
            key: line.key.clone(),
            now: is.map_or(0, |line| line.actual),
            parts: Vec::new(),
            target_now: is.and_then(|line| line.target),
            target_was: was.and_then(|line| line.target),
            was: was.map_or(0, |line| line.actual),
        }
    };
    lines.map(change).filter(|it| it.was != it.now || it.target_was != it.target_now).collect()
}
