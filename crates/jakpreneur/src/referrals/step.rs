//! A step of a referral: the bank's answer, by the bank or from its letter, and the reply to its question.
use super::{Side, form, reference, rows, stage, told, whose, written};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::MemberRow,
};
use db::Tx;
use rules::{
    Act, Date, MemberId, ReferralId, Rupiah, ServiceId,
    capital::{NotLent, Refused, Step, Taken, may_take},
};
use serde::{Deserialize, Serialize};

/// A referral went a step further.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralStepped {
    /// The referral.
    pub referral: ReferralId,
    /// Whom it is for.
    pub member: MemberId,
    /// The step.
    pub step: Step,
    /// The day.
    pub taken_on: Date,
    /// What was approved or paid out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Rupiah>,
    /// Why the bank does not lend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotLent>,
    /// What was said, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Sealed>,
    /// Whether an officer entered it from the bank's letter.
    pub by_letter: bool,
    /// The capital service, where this is what counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for ReferralStepped {
    const ACT: &'static str = "referral.step";
}

/// A bank's answer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerForm {
    /// `received`, `asked`, `approved`, `refused` or `disbursed`.
    pub step: String,
    /// The day; empty: today.
    pub taken_on: String,
    /// What was approved or paid out.
    pub amount: String,
    /// Why the bank does not lend: a word of the closed list.
    pub reason: String,
    /// The question, or the reason in words.
    pub said: String,
}

/// A step that is understood.
struct Understood {
    taken: Taken,
    reason: Option<NotLent>,
    said: Option<String>,
}

impl AnswerForm {
    fn understand(&self, today: Date) -> Result<Understood, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let step = Step::of_word(self.step.trim()).filter(|step| step.is_banks());
        let step = step.ok_or(Code::Word).map_err(|code| read("step", code)).ok();
        let on = self.taken_on(today).map_err(|code| read("taken_on", code)).ok();
        let amount = self.amount(step).map_err(|code| read("amount", code)).ok();
        let reason = self.reason(step).map_err(|code| read("reason", code)).ok();
        let said = self.said(step, reason.flatten()).map_err(|code| read("said", code)).ok();
        match (step, on, amount, reason, said) {
            (Some(step), Some(on), Some(amount), Some(reason), Some(said)) => {
                Ok(Understood { taken: Taken { step, on, amount }, reason, said })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn taken_on(&self, today: Date) -> Result<Date, Code> {
        if self.taken_on.trim().is_empty() {
            return Ok(today);
        }
        rules::date::parse_officer(&self.taken_on).map_err(|_| Code::Date)
    }

    fn amount(&self, step: Option<Step>) -> Result<Option<Rupiah>, Code> {
        match step {
            Some(Step::Approved | Step::Disbursed) => form::amount(&self.amount).map(Some),
            Some(Step::Sent | Step::Received | Step::Asked | Step::Replied | Step::Refused)
            | None => Ok(None),
        }
    }

    fn reason(&self, step: Option<Step>) -> Result<Option<NotLent>, Code> {
        if step != Some(Step::Refused) {
            return Ok(None);
        }
        let empty = self.reason.trim().is_empty();
        let why = NotLent::of_word(self.reason.trim());
        why.map(Some).ok_or(if empty { Code::Empty } else { Code::Word })
    }

    fn said(&self, step: Option<Step>, reason: Option<NotLent>) -> Result<Option<String>, Code> {
        let needed = step == Some(Step::Asked) || reason == Some(NotLent::Other);
        if self.said.trim().is_empty() && !needed {
            return Ok(None);
        }
        form::sentence(&self.said).map(Some)
    }
}

/// Records what the bank answered. The bank alone decides; an officer enters its letter, and it says so.
pub fn answer(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: ReferralId,
    form: &AnswerForm,
) -> Result<Done<ReferralStepped>, Problem> {
    asking.officer.may(Act::AnswerReferrals)?;
    let found = whose::found(tx, &asking.officer, id)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let new = form.understand(asking.at.date())?;
    take(tx, house, asking, found, &new)
}

/// Answers what the bank asked: the member, or an officer with them.
pub fn reply(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    id: ReferralId,
    said: &str,
) -> Result<Done<ReferralStepped>, Problem> {
    if asking.officer.resident.is_none() {
        asking.officer.may(Act::ReferMember)?;
    }
    let found = whose::found(tx, &asking.officer, id)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let said = form::sentence(said);
    let said = said.map_err(|code| Problem::Invalid(vec![FieldError::new("said", code)]))?;
    let taken = Taken { step: Step::Replied, on: asking.at.date(), amount: None };
    let new = Understood { taken, reason: None, said: Some(said) };
    take(tx, house, asking, found, &new)
}

fn take(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    (row, member, side): (super::ReferralRow, MemberRow, Side),
    new: &Understood,
) -> Result<Done<ReferralStepped>, Problem> {
    let no = |refused| Problem::Refused(Code::Capital(refused));
    if row.withdrawn_at.is_some() {
        return Err(no(Refused::Withdrawn));
    }
    let last = rows::last(tx, row.id)?.ok_or(no(Refused::Step))?;
    may_take(last.taken(), new.taken, asking.at.date()).map_err(no)?;
    let said = new.said.as_ref().map(|said| told::seal(house, &member, row.id, said));
    let said = said.transpose()?;
    let banks = reference::banks(tx)?;
    let about = (&banks, row.bank, row.id);
    let service = stage::reached(tx, house, asking, &member, about, new.taken)?;
    let event = ReferralStepped {
        referral: row.id,
        member: row.member,
        step: new.taken.step,
        taken_on: new.taken.on,
        amount: new.taken.amount,
        reason: new.reason,
        said,
        by_letter: side == Side::Office && new.taken.step.is_banks(),
        service,
    };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a step.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralStepped) -> Result<(), Problem> {
    Ok(written::step(tx, stamp, event)?)
}
