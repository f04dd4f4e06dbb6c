//! An entry as typed, and as understood.
use super::told::Told;
use crate::{Code, FieldError, Problem};
use rules::{
    Date, Rupiah,
    books::{Kind, Purse},
};

/// The longest note and reason kept.
const LONGEST: usize = 200;

/// An entry as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryForm {
    /// What happened, by its word.
    pub kind: String,
    /// Whole rupiah.
    pub amount: String,
    /// `cash` or `bank`; cash where empty.
    pub purse: String,
    /// When; today where empty.
    pub occurred_on: String,
    /// A few words; may be empty.
    pub note: String,
}

/// An entry that is understood.
#[derive(Clone, Debug)]
pub(super) struct Understood {
    pub kind: Kind,
    pub on: Date,
    pub told: Told,
}

impl EntryForm {
    /// Reads every field and tells all that are wrong.
    pub(super) fn understand(&self, today: Date) -> Result<Understood, Problem> {
        let mut wrong = Vec::new();
        let mut keep = |field, code| wrong.push(FieldError::new(field, code));
        let kind = Kind::parse_officer(&self.kind);
        if kind.is_none() {
            keep("kind", blank(&self.kind, Code::Word));
        }
        let amount = Rupiah::parse_officer(&self.amount);
        if amount.is_none() {
            keep("amount", blank(&self.amount, Code::Number));
        }
        let purse = match self.purse.trim() {
            "" => Some(Purse::Cash),
            typed => Purse::parse_officer(typed),
        };
        if purse.is_none() {
            keep("purse", Code::Word);
        }
        let on = day(&self.occurred_on, today).map_err(|code| keep("occurred_on", code)).ok();
        let note = self.note.trim().to_owned();
        if note.chars().count() > LONGEST {
            keep("note", Code::Long);
        }
        match (kind, on, amount, purse) {
            (Some(kind), Some(on), Some(amount), Some(purse)) if wrong.is_empty() => {
                Ok(Understood { kind, on, told: Told { amount, purse, note } })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }
}

fn blank(text: &str, otherwise: Code) -> Code {
    if text.trim().is_empty() { Code::Empty } else { otherwise }
}

/// A day as typed, or today.
pub(super) fn day(typed: &str, today: Date) -> Result<Date, Code> {
    if typed.trim().is_empty() {
        return Ok(today);
    }
    rules::date::parse_officer(typed).map_err(|_| Code::Date)
}

/// A reason that must be given.
pub(super) fn reason(typed: &str) -> Result<String, Problem> {
    let wrong = |code| Err(Problem::Invalid(vec![FieldError::new("reason", code)]));
    match typed.trim() {
        "" => wrong(Code::Reason),
        long if long.chars().count() > LONGEST => wrong(Code::Long),
        stated => Ok(stated.to_owned()),
    }
}
