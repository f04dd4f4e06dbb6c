//! Writing the rows of curation.
use super::{
    EntryGraded, EntryRegistered, EntryScheduled, EntryStepped, RoundAnnounced, RoundClosed,
};
use crate::journal::Stamp;
use db::{Result, Tx, sql};
use rules::{CurationEntryId, marketing::curation::EntryState};

sql!(
    ANNOUNCE = "
    insert into curation_round (id, title, agency, area, opens_on, closes_on, position)
    values ($1, $2, $3, $4, $5, $6, $7)"
);
sql!(
    ADD_CRITERION = "
    insert into curation_round_criterion (round_id, turn, code, weight) values ($1, $2, $3, $4)"
);
sql!(
    ADD_GRADE = "
    insert into curation_round_grade (round_id, name, least_score, passes) values ($1, $2, $3, $4)"
);
/// A round, with what it looks at.
pub(super) fn announce(tx: &mut Tx<'_>, stamp: &Stamp, event: &RoundAnnounced) -> Result<()> {
    let id = event.round;
    let row = (
        id,
        event.title.as_str(),
        event.agency,
        event.area,
        event.opens_on,
        event.closes_on,
        stamp.position,
    );
    tx.run(ANNOUNCE, row)?;
    for (turn, it) in (0_i16..).zip(&event.criteria) {
        let weight = i16::try_from(it.weight).unwrap_or(i16::MAX);
        tx.run(ADD_CRITERION, (id, turn, it.code.as_str(), weight))?;
    }
    for it in &event.grades {
        let passes = i16::from(it.passes);
        tx.run(ADD_GRADE, (id, it.name.as_str(), i16::from(it.from), passes))?;
    }
    Ok(())
}

sql!(CLOSE = "update curation_round set ended_at_position = $1, ended_on = $2 where id = $3");
/// A round that was closed early.
pub(super) fn close(tx: &mut Tx<'_>, stamp: &Stamp, event: &RoundClosed) -> Result<()> {
    tx.run(CLOSE, (stamp.position, stamp.at.date(), event.round)).map(drop)
}

sql!(
    REGISTER = "
    insert into curation_entry (shard, id, round_id, member_id, product_id, state, state_on, position, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A product in a round.
pub(super) fn register(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryRegistered) -> Result<()> {
    let id = event.entry;
    let row = (
        id.shard(),
        id,
        event.round,
        event.member,
        event.product,
        EntryState::Registered,
        stamp.at.date(),
        stamp.position,
        stamp.actor.as_str(),
    );
    tx.run(REGISTER, row)?;
    took(tx, stamp, id, EntryState::Registered, None)
}

sql!(
    ADD_STEP = "
    insert into curation_step (shard, entry_id, position, state, taken_on, reason, recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8)"
);
fn took(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    id: CurationEntryId,
    state: EntryState,
    reason: Option<&[u8]>,
) -> Result<()> {
    let row = (
        id.shard(),
        id,
        stamp.position,
        state,
        stamp.at.date(),
        reason.map(<[u8]>::to_vec),
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD_STEP, row).map(drop)
}

sql!(STANDS = "update curation_entry set state = $1, state_on = $2 where shard = $3 and id = $4");
fn stand(tx: &mut Tx<'_>, stamp: &Stamp, id: CurationEntryId, state: EntryState) -> Result<()> {
    tx.run(STANDS, (state, stamp.at.date(), id.shard(), id)).map(drop)
}

sql!(VERIFIED = "update curation_entry set verified_by = $1 where shard = $2 and id = $3");
/// A step that was taken.
pub(super) fn step(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryStepped) -> Result<()> {
    let id = event.entry;
    if event.state == EntryState::Verified {
        tx.run(VERIFIED, (stamp.actor.as_str(), id.shard(), id))?;
    }
    let reason = event.reason.as_ref().map(|reason| reason.0.as_slice());
    took(tx, stamp, id, event.state, reason)?;
    stand(tx, stamp, id, event.state)
}

sql!(
    SCHEDULE = "
    update curation_entry set held_on = $1, held_at = $2, place = $3 where shard = $4 and id = $5"
);
/// A day and a place.
pub(super) fn schedule(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryScheduled) -> Result<()> {
    let (id, place) = (event.entry, event.place.as_str());
    tx.run(SCHEDULE, (event.held_on, event.held_at, place, id.shard(), id))?;
    took(tx, stamp, id, EntryState::Scheduled, None)?;
    stand(tx, stamp, id, EntryState::Scheduled)
}

sql!(
    GRADE = "
    update curation_entry set mean = $1, grade = $2, passed = $3, advice = $4 where shard = $5 and id = $6"
);
sql!(
    ADD_SCORE = "insert into curation_score (shard, entry_id, code, score) values ($1, $2, $3, $4)"
);
sql!(
    CERTIFY = "
    insert into curation_certificate (agency, year, sequence, number, shard, entry_id, keyed_by, printed, issued_on,
        position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
);
/// A grade, with its scores and its certificate.
pub(super) fn grade(tx: &mut Tx<'_>, stamp: &Stamp, event: &EntryGraded) -> Result<()> {
    let (id, shard) = (event.entry, event.entry.shard());
    let (grade, advice) = (event.grade.as_str(), event.advice.0.as_slice());
    let (mean, passed) = (i16::from(event.mean), i16::from(event.passed));
    tx.run(GRADE, (mean, grade, passed, advice, shard, id))?;
    for (code, score) in &event.scores {
        tx.run(ADD_SCORE, (shard, id, code.as_str(), i16::from(*score)))?;
    }
    if let Some(it) = &event.certificate {
        let row = (
            it.agency,
            it.year,
            i64::from(it.sequence),
            it.number.as_str(),
            shard,
            id,
            it.keyed_by,
            it.printed.0.as_slice(),
            stamp.at.date(),
            stamp.position,
        );
        tx.run(CERTIFY, row)?;
    }
    took(tx, stamp, id, EntryState::Graded, None)?;
    stand(tx, stamp, id, EntryState::Graded)
}
