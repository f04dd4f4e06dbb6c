//! The rows behind measurements.
use super::{MeasurementRecorded, MeasurementVoided};
use crate::journal::Stamp;
use db::{Error, Position, Result, Tx, sql};
use rules::{
    Date, MemberId,
    growth::{Month, Source},
};

/// What stands for a month, as kept.
#[derive(Clone, Debug)]
pub(super) struct StandingRow {
    pub month: Month,
    pub position: Position,
    pub measured_on: Date,
    pub source: Source,
    pub is_baseline: bool,
    pub told: Vec<u8>,
}

/// A month as a column; months of the programme are far below the bound.
fn column(month: Month) -> i16 {
    i16::try_from(month.0).unwrap_or(i16::MAX)
}

sql!(
    END = "
    update measurement set ended_at_position = $1, void_reason = $2
    where shard = $3 and member_id = $4 and month = $5 and ended_at_position is null"
);
/// What stood for a month stands no longer.
fn end(tx: &mut Tx<'_>, stamp: &Stamp, of: (MemberId, Month), reason: Option<&[u8]>) -> Result<()> {
    let (member, month) = of;
    tx.run(END, (stamp.position, reason, member.shard(), member, column(month))).map(drop)
}

/// What stood for a month was taken back.
pub(super) fn void(tx: &mut Tx<'_>, stamp: &Stamp, event: &MeasurementVoided) -> Result<()> {
    end(tx, stamp, (event.member, event.month), Some(event.reason.0.as_slice()))
}

sql!(
    ADD = "
    insert into measurement (shard, member_id, month, position, measured_on, source, baseline, told,
        recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A month told, for the first time or instead of what stood.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &MeasurementRecorded) -> Result<()> {
    let member = event.member;
    end(tx, stamp, (member, event.month), None)?;
    let row = (
        member.shard(),
        member,
        column(event.month),
        stamp.position,
        event.measured_on,
        event.source.as_str(),
        i16::from(event.is_baseline),
        event.told.0.as_slice(),
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

type Row = (i16, Position, Date, String, i16, Vec<u8>);

fn row(row: Row) -> Result<StandingRow> {
    let month = u16::try_from(row.0).map_err(|_| Error::Unreadable(0, row.0.to_string()))?;
    let source = Source::of_word(&row.3).ok_or_else(|| Error::Unreadable(3, row.3.clone()))?;
    Ok(StandingRow {
        month: Month(month),
        position: row.1,
        measured_on: row.2,
        source,
        is_baseline: row.4 == 1,
        told: row.5,
    })
}

sql!(
    STANDING = "
    select month, position, measured_on, source, baseline, told
    from measurement where shard = $1 and member_id = $2 and ended_at_position is null
    order by month"
);
/// What stands of a member, by month.
pub(super) fn standing(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<StandingRow>> {
    tx.all::<Row>(STANDING, (member.shard(), member))?.into_iter().map(row).collect()
}
