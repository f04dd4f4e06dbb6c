//! Asking for one of a wave's permits: given while there are any, else the person waits in the order of asking.
use super::{places, rows, see};
use crate::{
    Code, LicensingCode, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
    licences,
    people::{self, MemberRow},
};
use db::Tx;
use rules::{
    Act, MemberId, WaveId,
    licensing::{LicenceKind, Validity, WavePlaceState},
};
use serde::{Deserialize, Serialize};

/// Somebody asked for one of a wave's permits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveJoined {
    /// The wave.
    pub wave: WaveId,
    /// Who asked.
    pub member: MemberId,
    /// Enrolled, or waiting.
    pub state: WavePlaceState,
    /// The place in the queue, from one, as it was then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<u32>,
}

impl Event for WaveJoined {
    const ACT: &'static str = "wave.join";
}

/// Asks for a permit of a wave. A full wave is no refusal: waiting is the answer.
pub fn ask(
    tx: &mut Change<'_>,
    asking: &Asking,
    wave: WaveId,
    member: MemberId,
) -> Result<Done<WaveJoined>, Problem> {
    asking.officer.may(Act::ManageLicences)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let today = asking.at.date();
    let scope = &asking.officer.scope;
    let of = see::wave(tx, scope, wave)?;
    let row = people::record(tx, scope, member)?.ok_or(Problem::NotFound)?;
    if of.ended_on.is_some() || !of.terms.takes_on(today) {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::WaveOver)));
    }
    if row.agency != of.agency || !row.office.within(&of.area) {
        return Err(Problem::Refused(Code::Licensing(LicensingCode::NotForWave)));
    }
    not_yet_in(tx, wave, &row)?;
    has_none(tx, of.kind, &row, today)?;
    let counts = rows::counts(tx, wave)?;
    let state = of.terms.next(counts.taken());
    let queue = (state == WavePlaceState::Waiting).then_some(counts.waiting + 1);
    let event = WaveJoined { wave, member, state, queue };
    let done = journal::record(tx, asking, Some(member.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A person asks once, by whatever record of theirs.
fn not_yet_in(tx: &mut Tx<'_>, wave: WaveId, row: &MemberRow) -> Result<(), Problem> {
    for (record, _) in people::records_of(tx, row.person)? {
        let state = places::place(tx, wave, record)?.map(|place| place.state);
        if state.is_some_and(|state| state != WavePlaceState::Left) {
            return Err(Problem::Refused(Code::Licensing(LicensingCode::AlreadyInWave)));
        }
    }
    Ok(())
}

/// Whoever has such a permit leaves the wave's to others.
fn has_none(
    tx: &mut Tx<'_>,
    kind: LicenceKind,
    row: &MemberRow,
    today: rules::Date,
) -> Result<(), Problem> {
    let good = |it: &licences::LicenceRow| {
        it.kind == kind && it.validity_on(today) == Some(Validity::Valid)
    };
    let has = licences::of_member(tx, row.id)?.iter().any(good);
    if has { Err(Problem::Refused(Code::Licensing(LicensingCode::LicenceThere))) } else { Ok(()) }
}

/// The row of who asked.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WaveJoined) -> Result<(), Problem> {
    Ok(places::ask(tx, (event.wave, event.member), event.state, stamp.position)?)
}
