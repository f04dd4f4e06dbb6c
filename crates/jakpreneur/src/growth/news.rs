//! What a month told and a month taken back tell the board.
use super::{MeasurementRecorded, MeasurementVoided, Told};
use crate::{
    House, Problem,
    board::{MeasuredNews, News},
    journal::Stamp,
    people::{self, MemberRow},
    staff::Officer,
};
use db::{Position, Tx};
use rules::{MemberId, growth::Measurement};

/// What a month told tells the board.
pub(super) fn measured(
    stamp: &Stamp,
    event: &MeasurementRecorded,
    member: Position,
    told: &Told,
) -> News {
    let measurement = Measurement {
        month: event.month,
        measured_on: event.measured_on,
        turnover: told.turnover,
        assets: told.assets,
        workers: told.workers(),
        is_baseline: event.is_baseline,
    };
    News::Measured(Box::new(MeasuredNews { position: stamp.position, member, measurement }))
}

/// What a month taken back tells the board.
pub(super) fn voided(stamp: &Stamp, event: &MeasurementVoided, member: Position) -> News {
    News::MonthVoided { position: stamp.position, member, month: event.month }
}

/// What a month told by another process tells the board.
pub fn measured_news_of(
    tx: &mut Tx<'_>,
    house: &House,
    stamp: &Stamp,
    event: &MeasurementRecorded,
) -> Result<Option<News>, Problem> {
    let Some(row) = record(tx, event.member)? else { return Ok(None) };
    let key = row.salt.map(|salt| house.seal.person_key(row.keyed_by, &salt));
    let told = key.and_then(|key| Told::open(&key, row.id, &event.told.0)).unwrap_or_default();
    Ok(Some(measured(stamp, event, row.position, &told)))
}

/// What a month taken back by another process tells the board.
pub fn voided_news_of(
    tx: &mut Tx<'_>,
    stamp: &Stamp,
    event: &MeasurementVoided,
) -> Result<Option<News>, Problem> {
    Ok(record(tx, event.member)?.map(|row| voided(stamp, event, row.position)))
}

/// The record, whoever asks: the board shows nothing of it by itself.
fn record(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<MemberRow>, Problem> {
    Ok(people::record(tx, &Officer::operator().scope, member)?)
}
