//! Recording what was found where a member said to live (BR-50). It ends nothing by itself.
use super::{rows, said};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people,
};
use db::Tx;
use rules::{Act, Date, MemberId, activity::DomicileCheck};
use serde::{Deserialize, Serialize};

/// A check as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomicileForm {
    /// What was found: a word of [`DomicileCheck`].
    pub result: String,
    /// The day; empty: today.
    pub checked_on: String,
    /// A sentence; may be empty.
    pub note: String,
}

/// A domicile was checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomicileChecked {
    /// Whose.
    pub member: MemberId,
    /// The day.
    pub checked_on: Date,
    /// What was found.
    pub result: DomicileCheck,
    /// A sentence, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Sealed>,
}

impl Event for DomicileChecked {
    const ACT: &'static str = "domicile.check";
}

/// Records a check of a member within scope.
pub fn check(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    of: MemberId,
    form: &DomicileForm,
) -> Result<Done<DomicileChecked>, Problem> {
    asking.officer.may(Act::VisitMembers)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, of)?.ok_or(Problem::NotFound)?;
    let (result, checked_on) = form.understand(&row, asking.at.date())?;
    let note = said::sentence(house, &row, "note", &form.note)?;
    let event = DomicileChecked { member: of, checked_on, result, note };
    let done = journal::record(tx, asking, Some(of.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

impl DomicileForm {
    fn understand(
        &self,
        row: &people::MemberRow,
        today: Date,
    ) -> Result<(DomicileCheck, Date), Problem> {
        let code = if self.result.is_empty() { Code::Empty } else { Code::Word };
        let result = DomicileCheck::of_word(&self.result);
        let result = result.ok_or_else(|| FieldError::new("result", code));
        match (result, said::day("checked_on", &self.checked_on, row, today)) {
            (Ok(result), Ok(day)) => Ok((result, day)),
            (Err(one), Err(other)) => Err(Problem::Invalid(vec![one, other])),
            (Err(one), Ok(_)) | (Ok(_), Err(one)) => Err(Problem::Invalid(vec![one])),
        }
    }
}

/// The row of a check.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &DomicileChecked) -> Result<(), Problem> {
    Ok(rows::add_check(tx, stamp, event)?)
}
