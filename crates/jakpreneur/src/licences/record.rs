//! Recording a permit: asked for, issued, or refused. Once issued the licensing stage is reached (BR-21).
use super::{Details, LicenceForm, Recordable, Said, details, rows, stage, written};
use crate::{
    Code, House, LicensingCode, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    waves,
};
use db::Tx;
use rules::{
    Act, Agency, Date, LicenceId, MemberId, ServiceId, WaveId,
    licensing::{Dates, LicenceKind, LicenceState, RefusalReason},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A permit was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceRecorded {
    /// The permit.
    pub licence: LicenceId,
    /// Whose it is.
    pub member: MemberId,
    /// Its kind.
    pub kind: LicenceKind,
    /// How far it is.
    pub state: LicenceState,
    /// Who helps.
    pub agency: Agency,
    /// Who issues it.
    pub issuer: String,
    /// Its days.
    #[serde(flatten)]
    pub dates: Dates,
    /// The day it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<RefusalReason>,
    /// Its number and a note, sealed.
    pub details: Sealed,
    /// What is odd about it: stable codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// The licensing service that was received by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The wave it is of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wave: Option<WaveId>,
    /// The import it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
}

impl Event for LicenceRecorded {
    const ACT: &'static str = "licence.record";
}

/// Records a permit of a member within scope.
pub fn record(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    to: MemberId,
    form: &LicenceForm,
) -> Result<Done<LicenceRecorded>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let row = people::record(tx, &asking.officer.scope, to)?.ok_or(Problem::NotFound)?;
    let new = form.understand(house, asking, &row)?;
    not_there(tx, house, &row, None, (new.kind, &new.details))?;
    if let Some(wave) = new.wave {
        waves::may_take(tx, wave, row.id, new.kind)?;
    }
    enter(tx, house, asking, &row, &new, None)
}

/// Records a permit that is understood, of a record found within the asker's scope.
pub fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    new: &Recordable,
    import: Option<Uuid>,
) -> Result<Done<LicenceRecorded>, Problem> {
    let key = details::key_of(house, row)?;
    let licence = LicenceId(house.new_sharded(row.id.shard()));
    let issued = new.dates.issued_on.filter(|_| new.state == LicenceState::Issued);
    let paper = stage::Paper { licence, kind: new.kind, number: &new.details.number };
    let service = match issued {
        Some(on) => Some(stage::reached(tx, house, asking, row, (new.agency, on), &paper, import)?),
        None => None,
    };
    let event = LicenceRecorded {
        licence,
        member: row.id,
        kind: new.kind,
        state: new.state,
        agency: new.agency,
        issuer: new.issuer.clone(),
        dates: new.dates,
        ended_on: new.ended_on,
        refusal: new.refusal,
        details: details::seal(house, &key, licence, &new.details)?,
        warnings: new.warnings.iter().map(ToString::to_string).collect(),
        service,
        wave: new.wave,
        import,
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// Refuses a permit that is recorded of this record already: the same kind and number, and not refused.
pub(super) fn not_there(
    tx: &mut Tx<'_>,
    house: &House,
    row: &MemberRow,
    but: Option<LicenceId>,
    (kind, details): (LicenceKind, &Details),
) -> Result<(), Problem> {
    if details.number.is_empty() {
        return Ok(());
    }
    let key = details::key_of(house, row)?;
    let same = |it: &rows::LicenceRow| {
        it.kind == kind
            && Some(it.id) != but
            && it.voided_at_position.is_none()
            && it.state != LicenceState::Refused
            && it.details(Some(&key)).number == details.number
    };
    let there = rows::of_member(tx, row.id)?.iter().any(same);
    if there { Err(Problem::Refused(Code::Licensing(LicensingCode::LicenceThere))) } else { Ok(()) }
}

/// The rows of a permit; the licensing service is an entry of its own.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &LicenceRecorded) -> Result<(), Problem> {
    written::add(tx, stamp, event)?;
    let recorded = stamp.at.date();
    let day = match event.state {
        LicenceState::Requested => event.dates.requested_on,
        LicenceState::Issued => event.dates.issued_on,
        LicenceState::Refused | LicenceState::Revoked => event.ended_on,
    };
    let step = (event.state.word(), day.unwrap_or(recorded));
    written::step(tx, stamp, event.licence, step, None)?;
    if let Some(wave) = event.wave {
        let place = (wave, event.member);
        waves::replay_result(tx, stamp.position, place, event.licence, event.state)?;
    }
    Ok(())
}

/// What was said at a step, sealed; nothing where nothing was said.
pub(super) fn said(
    house: &House,
    row: &MemberRow,
    licence: LicenceId,
    said: &Said,
) -> Result<Option<Sealed>, Problem> {
    if *said == Said::default() {
        return Ok(None);
    }
    let key = details::key_of(house, row)?;
    details::seal(house, &key, licence, said).map(Some)
}
