//! That the credit record was looked at: good or not, on a day, and nothing else, with its own consent.
use super::{whose, written};
use crate::{
    Code, FieldError, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{
    Act, Date, MemberId, ReferralId,
    capital::{Refused, Shared},
};
use serde::{Deserialize, Serialize};

/// The credit record was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlikChecked {
    /// The referral.
    pub referral: ReferralId,
    /// Whom it is for.
    pub member: MemberId,
    /// Whether it was good.
    pub good: bool,
    /// The day.
    pub checked_on: Date,
}

impl Event for SlikChecked {
    const ACT: &'static str = "referral.slik";
}

/// Records that it was good or not, where the member consented to that.
pub fn check_slik(
    tx: &mut Change<'_>,
    asking: &Asking,
    id: ReferralId,
    good: Option<bool>,
    checked_on: &str,
) -> Result<Done<SlikChecked>, Problem> {
    asking.officer.may(Act::AnswerReferrals)?;
    let (row, _, _) = whose::found(tx, &asking.officer, id)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let no = |refused| Problem::Refused(Code::Capital(refused));
    if row.withdrawn_at.is_some() {
        return Err(no(Refused::Withdrawn));
    }
    if !row.shared.contains(&Shared::Slik) {
        return Err(no(Refused::NoSlikConsent));
    }
    let (good, checked_on) = understand(good, checked_on, asking.at.date())?;
    let event = SlikChecked { referral: id, member: row.member, good, checked_on };
    let done = journal::record(tx, asking, Some(row.member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

fn understand(good: Option<bool>, on: &str, today: Date) -> Result<(bool, Date), Problem> {
    let wrong = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
    let good = good.ok_or_else(|| wrong("good", Code::Empty))?;
    let on = match on.trim() {
        "" => today,
        typed => rules::date::parse_officer(typed).map_err(|_| wrong("checked_on", Code::Date))?,
    };
    if on > today { Err(wrong("checked_on", Code::Future)) } else { Ok((good, on)) }
}

/// The row of it.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &SlikChecked) -> Result<(), Problem> {
    Ok(written::slik(tx, stamp, event)?)
}
