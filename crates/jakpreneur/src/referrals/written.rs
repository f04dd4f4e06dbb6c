//! Writing the rows of referrals.
use super::{AnswerTakenBack, ReferralSent, ReferralStepped, ReferralWithdrawn, SlikChecked, rows};
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::{
    Date, ReferralId, ServiceId,
    capital::{NotLent, Shared, Step},
};

sql!(
    ADD = "
    insert into referral (shard, id, member_id, bank, product, asked_rp, shared, wording, purpose, step, step_on,
        position, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
);
sql!(
    ADD_DOCUMENT = "
    insert into referral_document (shard, referral_id, licence_id, file_id, position)
    values ($1, $2, $3, $4, $5)"
);
/// A referral that was sent, with its first step.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralSent) -> Result<()> {
    let (id, shard) = (event.referral, event.referral.shard());
    let shared: Vec<&str> = event.shared.iter().map(|it: &Shared| it.word()).collect();
    let row = (
        shard,
        id,
        event.member,
        event.bank,
        event.product,
        event.asked.0,
        shared.join(" "),
        event.wording,
        event.purpose.0.as_slice(),
        Step::Sent,
        event.sent_on,
        stamp.position,
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row)?;
    for it in &event.documents {
        tx.run(ADD_DOCUMENT, (shard, id, it.licence, it.file, stamp.position))?;
    }
    let taken = Took {
        step: Step::Sent,
        on: event.sent_on,
        amount: Some(event.asked.0),
        reason: None,
        said: None,
        by_letter: false,
        service: event.service,
    };
    took(tx, stamp, id, &taken)
}

/// A step to be kept.
struct Took<'t> {
    step: Step,
    on: Date,
    amount: Option<i64>,
    reason: Option<NotLent>,
    said: Option<&'t [u8]>,
    by_letter: bool,
    service: Option<ServiceId>,
}

sql!(
    ADD_STEP = "
    insert into referral_step (shard, referral_id, position, step, taken_on, amount_rp, reason, said, by_letter,
        recorded_at, recorded_by, service_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
);
fn took(tx: &mut Tx<'_>, stamp: &Stamp, id: ReferralId, it: &Took<'_>) -> Result<()> {
    let row = (
        id.shard(),
        id,
        stamp.position,
        it.step,
        it.on,
        it.amount,
        it.reason,
        it.said.map(<[u8]>::to_vec),
        i16::from(it.by_letter),
        stamp.at,
        stamp.actor.as_str(),
        it.service,
    );
    tx.run(ADD_STEP, row).map(drop)
}

sql!(STANDS = "update referral set step = $1, step_on = $2 where shard = $3 and id = $4");
/// The referral stands where its last step does.
fn stand(tx: &mut Tx<'_>, id: ReferralId) -> Result<()> {
    let Some(last) = rows::last(tx, id)? else { return Ok(()) };
    tx.run(STANDS, (last.step, last.on, id.shard(), id)).map(drop)
}

/// A step that was taken.
pub(super) fn step(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralStepped) -> Result<()> {
    let taken = Took {
        step: event.step,
        on: event.taken_on,
        amount: event.amount.map(|amount| amount.0),
        reason: event.reason,
        said: event.said.as_ref().map(|said| said.0.as_slice()),
        by_letter: event.by_letter,
        service: event.service,
    };
    took(tx, stamp, event.referral, &taken)?;
    stand(tx, event.referral)
}

sql!(
    VOID_STEP = "
    update referral_step set voided_at_position = $1, void_reason = $2
    where shard = $3 and referral_id = $4 and position = $5"
);
/// A step that never was.
pub(super) fn take_back(tx: &mut Tx<'_>, stamp: &Stamp, event: &AnswerTakenBack) -> Result<()> {
    let (id, reason) = (event.referral, event.reason.0.as_slice());
    tx.run(VOID_STEP, (stamp.position, reason, id.shard(), id, event.step_at))?;
    stand(tx, id)
}

sql!(
    WITHDRAW = "
    update referral set withdrawn_at_position = $1, withdrawn_at = $2 where shard = $3 and id = $4"
);
/// A consent that ended.
pub(super) fn withdraw(tx: &mut Tx<'_>, stamp: &Stamp, event: &ReferralWithdrawn) -> Result<()> {
    let id = event.referral;
    tx.run(WITHDRAW, (stamp.position, stamp.at, id.shard(), id)).map(drop)
}

sql!(
    ADD_SLIK = "
    insert into referral_slik (shard, referral_id, position, good, checked_on) values ($1, $2, $3, $4, $5)"
);
/// That the credit record was looked at.
pub(super) fn slik(tx: &mut Tx<'_>, stamp: &Stamp, event: &SlikChecked) -> Result<()> {
    let id = event.referral;
    let row = (id.shard(), id, stamp.position, i16::from(event.good), event.checked_on);
    tx.run(ADD_SLIK, row).map(drop)
}
