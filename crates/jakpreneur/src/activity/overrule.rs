//! An officer's word that a member is active or not, whatever was computed, with the reason (BR-16).
use super::{rows, said};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, Date, MemberId};
use serde::{Deserialize, Serialize};

/// An officer's word as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverruleForm {
    /// `active` or `inactive`.
    pub activity: String,
    /// Since when; empty: today.
    pub holds_from: String,
    /// Why; never empty.
    pub reason: String,
}

/// An officer said whether a member is active.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityOverruled {
    /// Who.
    pub member: MemberId,
    /// Active or not.
    pub is_active: bool,
    /// Since when.
    pub holds_from: Date,
    /// Why, sealed.
    pub reason: Sealed,
}

impl Event for ActivityOverruled {
    const ACT: &'static str = "activity.overrule";
}

/// Takes an officer's word on a member within scope.
pub fn overrule(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    form: &OverruleForm,
) -> Result<Done<ActivityOverruled>, Problem> {
    asking.officer.may(Act::CorrectMember)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    let is_active = is_active(&form.activity)?;
    let holds_from = said::day("holds_from", &form.holds_from, &row, asking.at.date());
    let holds_from = holds_from.map_err(|wrong| Problem::Invalid(vec![wrong]))?;
    let reason = said::reason(house, &row, "reason", &form.reason)?;
    let event = ActivityOverruled { member: of, is_active, holds_from, reason };
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn is_active(word: &str) -> Result<bool, Problem> {
    let code = match word {
        "active" => return Ok(true),
        "inactive" => return Ok(false),
        "" => Code::Empty,
        _ => Code::Word,
    };
    Err(Problem::Invalid(vec![FieldError::new("activity", code)]))
}

/// The row of an officer's word.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ActivityOverruled) -> Result<(), Problem> {
    Ok(rows::add_word(tx, stamp, event)?)
}
