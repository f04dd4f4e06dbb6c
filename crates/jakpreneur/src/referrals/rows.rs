//! The rows behind referrals.
use crate::staff::Scope;
use db::{Position, Result, Tx, sql};
use rules::{
    Date, FileId, Instant, LicenceId, MemberId, PersonId, ReferralId, Rupiah, ServiceId,
    capital::{Bank, NotLent, Product, Shared, Step, Taken},
};

/// A referral as kept.
#[derive(Clone, Debug)]
pub struct ReferralRow {
    /// The referral.
    pub id: ReferralId,
    /// Whom it is for.
    pub member: MemberId,
    /// The bank it is addressed to.
    pub bank: Bank,
    /// The product asked for.
    pub product: Product,
    /// The amount asked for.
    pub asked: Rupiah,
    /// What the bank may see.
    pub shared: Vec<Shared>,
    /// The version of the words that were consented to.
    pub wording: i16,
    /// What the money is for, sealed.
    pub purpose: Vec<u8>,
    /// How far it is.
    pub step: Step,
    /// Since when.
    pub step_on: Date,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// When.
    pub recorded_at: Instant,
    /// By whom.
    pub recorded_by: String,
    /// When the member let the bank see it no more.
    pub withdrawn_at: Option<Instant>,
}

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// Where it was recorded in the journal.
    pub position: Position,
    /// Which.
    pub step: Step,
    /// On which day.
    pub on: Date,
    /// What was asked for, approved or paid out.
    pub amount: Option<Rupiah>,
    /// Why the bank does not lend.
    pub reason: Option<NotLent>,
    /// What was said, sealed.
    pub said: Option<Vec<u8>>,
    /// Whether an officer entered it from the bank's letter.
    pub by_letter: bool,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// The capital service it stands for.
    pub service: Option<ServiceId>,
    /// Where it was taken back.
    pub voided_at_position: Option<Position>,
    /// Why it was taken back, sealed.
    pub void_reason: Option<Vec<u8>>,
}

impl StepRow {
    /// As the rules take it.
    pub fn taken(&self) -> Taken {
        Taken { step: self.step, on: self.on, amount: self.amount }
    }
}

pub(super) type Row = (
    ReferralId,
    MemberId,
    Bank,
    Product,
    i64,
    String,
    i16,
    Vec<u8>,
    Step,
    Date,
    Position,
    Instant,
    String,
    Option<Instant>,
);

pub(super) fn row(row: Row) -> ReferralRow {
    ReferralRow {
        id: row.0,
        member: row.1,
        bank: row.2,
        product: row.3,
        asked: Rupiah(row.4),
        shared: row.5.split(' ').filter_map(Shared::of_word).collect(),
        wording: row.6,
        purpose: row.7,
        step: row.8,
        step_on: row.9,
        position: row.10,
        recorded_at: row.11,
        recorded_by: row.12,
        withdrawn_at: row.13,
    }
}

sql!(
    REFERRAL = "
    select id, member_id, bank, product, asked_rp, shared, wording, purpose, step, step_on, position, recorded_at,
        recorded_by, withdrawn_at
    from referral where shard = $1 and id = $2"
);
/// A referral, whoever asks; `whose` says who may.
pub(super) fn referral(tx: &mut Tx<'_>, id: ReferralId) -> Result<Option<ReferralRow>> {
    Ok(tx.maybe::<Row>(REFERRAL, (id.shard(), id))?.map(row))
}

sql!(
    OF_PERSON = "
    select r.id, r.member_id, r.bank, r.product, r.asked_rp, r.shared, r.wording, r.purpose, r.step, r.step_on,
        r.position, r.recorded_at, r.recorded_by, r.withdrawn_at
    from referral r join member m on m.shard = r.shard and m.id = r.member_id
    where m.person_id = $1 order by r.position desc"
);
/// Every referral of a person, for themselves, the newest first.
pub(super) fn of_own_person(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<ReferralRow>> {
    Ok(tx.all::<Row>(OF_PERSON, (person,))?.into_iter().map(row).collect())
}

sql!(
    OF_PERSON_WITHIN = "
    select r.id, r.member_id, r.bank, r.product, r.asked_rp, r.shared, r.wording, r.purpose, r.step, r.step_on,
        r.position, r.recorded_at, r.recorded_by, r.withdrawn_at
    from referral r join member m on m.shard = r.shard and m.id = r.member_id
    where m.person_id = $1 and m.agency between $2 and $3 and m.office between $4 and $5
    order by r.position desc"
);
/// The referrals of a person's records within scope, the newest first: several banks stand beside one another.
pub fn of_person(tx: &mut Tx<'_>, scope: &Scope, person: PersonId) -> Result<Vec<ReferralRow>> {
    let b = scope.bounds();
    let params = (person, b.agency_low, b.agency_high, b.office_low, b.office_high);
    Ok(tx.all::<Row>(OF_PERSON_WITHIN, params)?.into_iter().map(row).collect())
}

type Taking = (
    Position,
    Step,
    Date,
    Option<i64>,
    Option<NotLent>,
    Option<Vec<u8>>,
    i16,
    Instant,
    Option<ServiceId>,
    Option<Position>,
    Option<Vec<u8>>,
);

sql!(
    STEPS = "
    select position, step, taken_on, amount_rp, reason, said, by_letter, recorded_at, service_id,
        voided_at_position, void_reason
    from referral_step where shard = $1 and referral_id = $2 order by position"
);
/// What happened to a referral, in order, also what was taken back.
pub(super) fn steps(tx: &mut Tx<'_>, id: ReferralId) -> Result<Vec<StepRow>> {
    let step = |row: Taking| StepRow {
        position: row.0,
        step: row.1,
        on: row.2,
        amount: row.3.map(Rupiah),
        reason: row.4,
        said: row.5,
        by_letter: row.6 == 1,
        recorded_at: row.7,
        service: row.8,
        voided_at_position: row.9,
        void_reason: row.10,
    };
    Ok(tx.all::<Taking>(STEPS, (id.shard(), id))?.into_iter().map(step).collect())
}

/// The last step that stands.
pub(super) fn last(tx: &mut Tx<'_>, id: ReferralId) -> Result<Option<StepRow>> {
    let steps = steps(tx, id)?;
    Ok(steps.into_iter().rfind(|step| step.voided_at_position.is_none()))
}

sql!(
    DOCUMENTS = "
    select licence_id, file_id from referral_document where shard = $1 and referral_id = $2 order by file_id"
);
/// The files that go with it.
pub(super) fn documents(tx: &mut Tx<'_>, id: ReferralId) -> Result<Vec<(LicenceId, FileId)>> {
    tx.all(DOCUMENTS, (id.shard(), id))
}

sql!(
    SLIK = "
    select good, checked_on from referral_slik where shard = $1 and referral_id = $2
    order by position desc limit 1"
);
/// Whether the credit record was good, and when that was looked at.
pub(super) fn slik(tx: &mut Tx<'_>, id: ReferralId) -> Result<Option<(bool, Date)>> {
    let found: Option<(i16, Date)> = tx.maybe(SLIK, (id.shard(), id))?;
    Ok(found.map(|(good, on)| (good == 1, on)))
}
