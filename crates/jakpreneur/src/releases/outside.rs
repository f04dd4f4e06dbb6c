//! A figure published elsewhere, entered beside a line of a release: what it is, where it stands, and why it is
//! another. It changes nothing of the release.
use super::{Document, Opened, Part, Reason, ReleaseNumber, opened, rows};
use crate::{
    Code, FieldError, Problem, ReleasingCode,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Instant, ReleaseId, number};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The longest source, and the longest explanation.
const LONGEST: usize = 300;
/// No programme has more persons.
const MOST: u64 = 1_000_000_000;

/// A figure published elsewhere was entered beside a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideEntered {
    /// The release.
    pub release: ReleaseId,
    /// The key of its line.
    pub line: String,
    /// What was published.
    pub value: u64,
    /// Where.
    pub source: String,
    /// Why it is another, as written by whoever entered it; may be empty.
    pub explanation: String,
    /// The same by reason; adds up to the release's figure less `value`, or is empty.
    pub parts: Vec<Part>,
}

impl Event for OutsideEntered {
    const ACT: &'static str = "report.outside";
}

/// A figure published elsewhere, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutsideForm {
    /// The key of the release's line.
    pub line: String,
    /// What was published.
    pub value: String,
    /// Where.
    pub source: String,
    /// Why it is another.
    pub explanation: String,
    /// The same by reason: how many more, or less, the release has for it.
    pub parts: Vec<(Reason, String)>,
}

/// A figure published elsewhere beside a line of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct OutsideFigure {
    /// The key of the line.
    pub line: String,
    /// What the line counts, in Indonesian.
    pub indicator: String,
    /// What was published elsewhere.
    pub value: u64,
    /// What the release says.
    pub released: u64,
    /// `released` less `value`.
    pub difference: i64,
    /// Where it was published.
    pub source: String,
    /// Why it is another, as written; may be empty.
    pub explanation: String,
    /// The same by reason; adds up to `difference`, or is empty.
    pub parts: Vec<Part>,
    /// When it was entered.
    #[serde(skip)]
    pub recorded_at: Instant,
    /// Where that stands in the journal.
    pub position: i64,
}

/// Enters a figure beside a release within scope. The same line and source again takes its place.
pub fn enter_outside(
    tx: &mut Change<'_>,
    asking: &Asking,
    number: ReleaseNumber,
    form: &OutsideForm,
) -> Result<Done<OutsideEntered>, Problem> {
    asking.officer.may(Act::ReleaseReports)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let found = rows::by_number(tx, &asking.officer.scope, number)?;
    let Opened { release, document, .. } = opened(tx, &found.ok_or(Problem::NotFound)?)?;
    let event = form.understand(release.id, &document)?;
    let done = journal::record(tx, asking, Some(release.id.0), event)?;
    replay_outside(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The row of a figure beside a release.
pub fn replay_outside(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &OutsideEntered,
) -> Result<(), Problem> {
    Ok(super::outside_rows::add(tx, stamp, event)?)
}

impl OutsideForm {
    fn understand(
        &self,
        release: ReleaseId,
        document: &Document,
    ) -> Result<OutsideEntered, Problem> {
        let mut wrong = Vec::new();
        let line = document.line(self.line.trim());
        if line.is_none() {
            let code = Code::Releasing(ReleasingCode::NoLine);
            wrong.push(FieldError::new("line", code));
        }
        let value = note(&mut wrong, "value", many(&self.value));
        let source = note(&mut wrong, "source", sentence(&self.source));
        if source.as_deref() == Some("") {
            wrong.push(FieldError::new("source", Code::Empty));
        }
        let explanation = note(&mut wrong, "explanation", sentence(&self.explanation));
        let parts = note(&mut wrong, "parts", self.parts());
        let (Some(line), Some(value), Some(source), Some(explanation), Some(parts), true) =
            (line, value, source, explanation, parts, wrong.is_empty())
        else {
            return Err(Problem::Invalid(wrong));
        };
        let difference = line.actual.cast_signed() - value.cast_signed();
        explained(difference, &explanation, &parts)?;
        let line = line.key.clone();
        Ok(OutsideEntered { release, line, value, source, explanation, parts })
    }

    /// The reasons that say anything.
    fn parts(&self) -> Result<Vec<Part>, Code> {
        let typed = self.parts.iter().filter(|(_, typed)| !typed.trim().is_empty());
        let part = |(reason, typed): &(Reason, String)| {
            Ok(Part { change: signed(typed).ok_or(Code::Number)?, reason: *reason })
        };
        let parts: Vec<Part> = typed.map(part).collect::<Result<_, Code>>()?;
        Ok(parts.into_iter().filter(|part| part.change != 0).collect())
    }
}

/// A difference is explained: in a sentence, by reasons that add up to it, or both.
fn explained(difference: i64, explanation: &str, parts: &[Part]) -> Result<(), Problem> {
    let wrong = |field, code| Err(Problem::Invalid(vec![FieldError::new(field, code)]));
    let sum: i64 = parts.iter().map(|part| part.change).sum();
    if !parts.is_empty() && sum != difference {
        return wrong("parts", Code::Releasing(ReleasingCode::PartsDiffer));
    }
    if difference != 0 && parts.is_empty() && explanation.is_empty() {
        return wrong("explanation", Code::Reason);
    }
    Ok(())
}

fn note<T>(wrong: &mut Vec<FieldError>, field: &'static str, read: Result<T, Code>) -> Option<T> {
    read.map_err(|code| wrong.push(FieldError::new(field, code))).ok()
}

fn many(typed: &str) -> Result<u64, Code> {
    if typed.trim().is_empty() {
        return Err(Code::Empty);
    }
    number::whole(typed).filter(|number| *number <= MOST).ok_or(Code::Number)
}

/// `-3`, `+12`, `1.200`.
fn signed(typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let (sign, digits) = match typed.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let number = number::whole(digits).filter(|number| *number <= MOST)?;
    Some(sign * number.cast_signed())
}

fn sentence(typed: &str) -> Result<String, Code> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > LONGEST { Err(Code::Long) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_sign_is_read_as_officers_write_it() {
        for (typed, number) in [("-3", -3), (" +12 ", 12), ("1.200", 1_200), ("−7", -7)] {
            assert_eq!(signed(typed), Some(number), "{typed}");
        }
        for odd in ["", "dua", "--3", "+-3"] {
            assert_eq!(signed(odd), None, "{odd}");
        }
    }
}
