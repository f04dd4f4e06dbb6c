//! The marketing stage: received by taking part in a bazaar, by the rule that was in force when it was announced.
use super::{ApplicationRow, BazaarRow};
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people,
    stages::{self, Recordable, Remarks, State},
};
use rules::{Date, ServiceId, StageKind, bazaar::SellingDay, marketing::bazaar::received_on};

/// The parts of an act that are the service, and what takes the one before back.
const SERVICE: usize = 0;
const TAKEN_BACK: usize = 1;
/// Why a service falls away.
const CHANGED: &str = "kehadiran atau penjualan di bazar diubah";

/// The service that taking part is now: recorded, moved to another day, or taken back where it is none. Somebody
/// who is no member receives none.
pub(super) fn reached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    bazaar: &BazaarRow,
    of: &ApplicationRow,
    days: &[SellingDay],
) -> Result<Option<(ServiceId, Date)>, Problem> {
    let Some(member) = of.member else { return Ok(None) };
    let due = received_on(days, bazaar.announced.ground);
    if of.service.map(|(_, on)| on) == due {
        return Ok(of.service);
    }
    if let Some((service, _)) = of.service {
        stages::take_back(tx, house, &asking.part(TAKEN_BACK), service, CHANGED)?;
    }
    let Some(on) = due else { return Ok(None) };
    let row = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
    let it = &bazaar.announced;
    let new = Recordable {
        stage: StageKind::Marketing,
        state: State::Completed,
        // No stage is reached before the registration.
        occurred_on: on.max(row.registered_on),
        agency: it.agency,
        area: it.area.kecamatan(),
        remarks: Remarks { evidence: it.title.clone(), note: String::new() },
    };
    let done = stages::enter(tx, house, &asking.part(SERVICE), &row, &new, None)?;
    Ok(Some((done.event.service, on)))
}
