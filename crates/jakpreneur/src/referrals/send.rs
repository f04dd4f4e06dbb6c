//! Sending a referral: by the member from their own door, or by an officer with the member.
use super::{
    ReferralForm,
    form::Understood,
    reference::{self, Banks},
    stage, told, written,
};
use crate::{
    Code, FieldError, House, Problem, books,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    licences,
    people::{self, MemberRow},
};
use db::Tx;
use rules::{
    Act, Date, FileId, LicenceId, MemberId, ReferralId, Rupiah, ServiceId,
    capital::{Bank, Product, Shared, Step, Taken, WORDING},
};
use serde::{Deserialize, Serialize};

/// A file of a permit that goes with a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    /// The permit it proves.
    pub licence: LicenceId,
    /// The file.
    pub file: FileId,
}

/// A referral was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferralSent {
    /// The referral.
    pub referral: ReferralId,
    /// Whom it is for.
    pub member: MemberId,
    /// The bank.
    pub bank: Bank,
    /// The product asked for.
    pub product: Product,
    /// The amount asked for.
    pub asked: Rupiah,
    /// What the member lets the bank see.
    pub shared: Vec<Shared>,
    /// The version of the words they consented to.
    pub wording: i16,
    /// The files that go with it.
    pub documents: Vec<Enclosed>,
    /// What the money is for, sealed.
    pub purpose: Sealed,
    /// The day.
    pub sent_on: Date,
    /// The capital service, where sending is what counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
}

impl Event for ReferralSent {
    const ACT: &'static str = "referral.send";
}

/// Whom somebody may refer: themselves, or a member within scope who is with them.
pub(super) fn referred(
    tx: &mut Tx<'_>,
    asking: &Asking,
    to: MemberId,
) -> Result<MemberRow, Problem> {
    let officer = &asking.officer;
    let found = match officer.resident {
        Some(own) if own == to => people::own_record(tx, to)?,
        Some(_) => None,
        None => {
            officer.may(Act::ReferMember)?;
            people::record(tx, &officer.scope, to)?
        }
    };
    found.ok_or(Problem::NotFound)
}

/// The files of a member's permits that stand.
pub(super) fn files_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Enclosed>, Problem> {
    let mut files = Vec::new();
    for it in licences::of_member(tx, member)? {
        if it.voided_at_position.is_none() {
            let proofs = licences::evidence(tx, it.id)?;
            files.extend(proofs.iter().map(|proof| Enclosed { licence: it.id, file: proof.file }));
        }
    }
    Ok(files)
}

fn understood(
    tx: &mut Tx<'_>,
    asking: &Asking,
    row: &MemberRow,
    form: &ReferralForm,
) -> Result<(Banks, Understood), Problem> {
    let banks = reference::banks(tx)?;
    let files = files_of(tx, row.id)?;
    let new = form.understand(&banks, asking.at.date(), &files)?;
    let officer = &asking.officer;
    let own = officer.resident.is_some();
    // Books are the member's alone: an officer passes on only what they may see.
    if !own && new.shared.contains(&Shared::Statement) && !books::are_shown(tx, officer, row.id)? {
        return Err(Problem::Invalid(vec![FieldError::new("shared", Code::Consent)]));
    }
    Ok((banks, new))
}

/// What would be sent, for the page that asks whether it is right.
pub fn would_send(
    tx: &mut Tx<'_>,
    asking: &Asking,
    to: MemberId,
    form: &ReferralForm,
) -> Result<(Banks, Understood), Problem> {
    let row = referred(tx, asking, to)?;
    understood(tx, asking, &row, form)
}

/// Sends a referral.
pub fn send(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &ReferralForm,
) -> Result<Done<ReferralSent>, Problem> {
    let row = referred(tx, asking, to)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let (banks, new) = understood(tx, asking, &row, form)?;
    let (referral, sent_on) = (ReferralId(house.new_sharded(row.id.shard())), asking.at.date());
    let purpose = told::seal(house, &row, referral, &new.purpose)?;
    let taken = Taken { step: Step::Sent, on: sent_on, amount: Some(new.amount) };
    let about = (&banks, new.bank, referral);
    let service = stage::reached(tx, house, asking, &row, about, taken)?;
    let event = ReferralSent {
        referral,
        member: row.id,
        bank: new.bank,
        product: new.product,
        asked: new.amount,
        shared: new.shared,
        wording: WORDING,
        documents: new.documents,
        purpose,
        sent_on,
        service,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// The rows of a referral.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralSent) -> Result<(), Problem> {
    Ok(written::add(tx, stamp, event)?)
}
