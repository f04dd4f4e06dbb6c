//! What a partner took part in: a class, a visit, a handover of tools; taken back where it did not.
use super::{rows, written};
use crate::{
    Code, FieldError, Problem, classes,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    people, tools,
};
use db::Tx;
use rules::{
    Act, ClassId, PartnerId, ToolGrantId,
    partners::{PartKind, Refused},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a partner took part in, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartForm {
    /// A kind's word.
    pub kind: String,
    /// The id of the class, the visit or the handover.
    pub subject: String,
}

/// A partner took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartTaken {
    /// The partner.
    pub partner: PartnerId,
    /// In what.
    pub kind: PartKind,
    /// In which.
    pub subject: Uuid,
}

impl Event for PartTaken {
    const ACT: &'static str = "partner.part";
}

/// A partner did not take part after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartGone {
    /// The partner.
    pub partner: PartnerId,
    /// In what.
    pub kind: PartKind,
    /// In which.
    pub subject: Uuid,
}

impl Event for PartGone {
    const ACT: &'static str = "partner.part-gone";
}

/// Says that a partner took part in something within the officer's scope.
pub fn take_part(
    tx: &mut Change<'_>,
    asking: &Asking,
    partner: PartnerId,
    form: &PartForm,
) -> Result<Done<PartTaken>, Problem> {
    asking.officer.may(Act::ManagePartners)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (kind, subject) = found(tx, asking, partner, form)?;
    if rows::takes_part(tx, partner, kind, subject)? {
        return Err(Problem::Refused(Code::Partners(Refused::PartThere)));
    }
    let event = PartTaken { partner, kind, subject };
    let done = journal::record(tx, asking, Some(partner.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Takes that back.
pub fn gone(
    tx: &mut Change<'_>,
    asking: &Asking,
    partner: PartnerId,
    form: &PartForm,
) -> Result<Done<PartGone>, Problem> {
    asking.officer.may(Act::ManagePartners)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (kind, subject) = found(tx, asking, partner, form)?;
    if !rows::takes_part(tx, partner, kind, subject)? {
        return Err(Problem::Refused(Code::Partners(Refused::PartGone)));
    }
    let event = PartGone { partner, kind, subject };
    let done = journal::record(tx, asking, Some(partner.0), event)?;
    replay_gone(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A class that the officer sees, or a visit or handover of a member within scope.
fn found(
    tx: &mut Tx<'_>,
    asking: &Asking,
    partner: PartnerId,
    form: &PartForm,
) -> Result<(PartKind, Uuid), Problem> {
    rows::partner(tx, partner)?.ok_or(Problem::NotFound)?;
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let kind = PartKind::named(&form.kind).ok_or_else(|| wrong("kind", Code::Word))?;
    let subject = form.subject.trim();
    let empty = subject.is_empty();
    let subject = subject.parse::<Uuid>();
    let subject =
        subject.map_err(|_| wrong("subject", if empty { Code::Empty } else { Code::Word }))?;
    let member = match kind {
        PartKind::Class => {
            classes::open(tx, &asking.officer, ClassId(subject))?;
            return Ok((kind, subject));
        }
        PartKind::Visit => rows::visited(tx, subject)?,
        PartKind::Tools => tools::granted(tx, ToolGrantId(subject))?.map(|row| row.member),
    };
    let member = member.ok_or(Problem::NotFound)?;
    people::record(tx, &asking.officer.scope, member)?.ok_or(Problem::NotFound)?;
    Ok((kind, subject))
}

/// The row of what a partner took part in.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartTaken) -> Result<(), Problem> {
    Ok(written::take_part(tx, stamp, event)?)
}

/// The row of what it did not.
pub fn replay_gone(tx: &mut Tx<'_>, stamp: &Stamp, event: &PartGone) -> Result<(), Problem> {
    Ok(written::gone(tx, stamp, event)?)
}
