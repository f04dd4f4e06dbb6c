//! The licensing stage: received by an issued permit, with the permit as evidence (BR-21).
use super::LicenceRow;
use crate::{
    House, Problem,
    journal::{Asking, Change},
    people::MemberRow,
    stages::{self, Remarks, State},
    words::Lang,
};
use rules::{Agency, Date, LicenceId, ServiceId, StageKind, licensing::LicenceKind};
use uuid::Uuid;

/// The parts of an act upon a permit, each under a key of its own.
const SERVICE: usize = 0;
const TAKEN_BACK: usize = 1;

/// The permit as the service names it.
pub(super) struct Paper<'p> {
    pub licence: LicenceId,
    pub kind: LicenceKind,
    pub number: &'p str,
}

/// The day the stage is reached by a permit: its issue, or the registration of who held it before.
pub(super) fn reached_on(row: &MemberRow, issued_on: Date) -> Date {
    issued_on.max(row.registered_on)
}

/// Records the licensing service of a permit issued on that day.
pub(super) fn reached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    (agency, issued_on): (Agency, Date),
    paper: &Paper<'_>,
    import: Option<Uuid>,
) -> Result<ServiceId, Problem> {
    let name = house.permits().kind_name(paper.kind, Lang::Id);
    let new = stages::Recordable {
        stage: StageKind::Licensing,
        state: State::Completed,
        occurred_on: reached_on(row, issued_on),
        agency,
        area: None,
        remarks: Remarks {
            evidence: format!("{name} {} (/izin/{})", paper.number, paper.licence),
            note: String::new(),
        },
    };
    let done = stages::enter(tx, house, &asking.part(SERVICE), row, &new, import)?;
    Ok(done.event.service)
}

/// Takes the licensing service of a permit back; answers whether it stood until now.
pub(super) fn unreached(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    licence: &LicenceRow,
    reason: &str,
) -> Result<bool, Problem> {
    let Some(service) = licence.service else { return Ok(false) };
    let done = stages::take_back(tx, house, &asking.part(TAKEN_BACK), service, reason)?;
    Ok(done.is_some())
}
