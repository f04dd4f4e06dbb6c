//! The capital stage: reached by the event that counts on its day, with the referral as evidence (BR-32).
use super::reference::Banks;
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
    stages::{self, Remarks, State},
};
use rules::{
    ReferralId, ServiceId, StageKind,
    capital::{Bank, Taken},
};

/// The parts of an act upon a referral, each under a key of its own.
const SERVICE: usize = 0;
const TAKEN_BACK: usize = 1;

/// Records the capital service where the step is the one that counts on its day.
pub(super) fn reached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    (banks, bank, referral): (&Banks, Bank, ReferralId),
    taken: Taken,
) -> Result<Option<ServiceId>, Problem> {
    if banks.counts_on(taken.on).step() != taken.step {
        return Ok(None);
    }
    let new = stages::Recordable {
        stage: StageKind::Capital,
        state: State::Completed,
        occurred_on: taken.on.max(row.registered_on),
        agency: row.agency,
        area: None,
        remarks: Remarks {
            evidence: format!("{} (/rujukan/{referral})", banks.name(bank)),
            note: String::new(),
        },
    };
    let done = stages::enter(tx, house, &asking.part(SERVICE), row, &new, None)?;
    Ok(Some(done.event.service))
}

/// Takes the capital service of a step back, where it had one.
pub(super) fn unreached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    service: Option<ServiceId>,
    reason: &str,
) -> Result<(), Problem> {
    let Some(service) = service else { return Ok(()) };
    stages::take_back(tx, house, &asking.part(TAKEN_BACK), service, reason).map(drop)
}
