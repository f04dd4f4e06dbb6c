//! The rows behind figures published elsewhere. Whoever sees the release sees them.
use super::{Document, OutsideEntered, OutsideFigure, Part};
use crate::journal::Stamp;
use db::{Error, Result, Tx, sql};
use rules::{Instant, ReleaseId};

sql!(
    REPLACE = "
    update outside_figure set replaced_at_position = $1
    where release_id = $2 and line = $3 and source = $4 and replaced_at_position is null"
);
sql!(
    ADD = "
    insert into outside_figure (release_id, position, line, value, source, explanation, parts,
        recorded_at, recorded_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
/// A figure that was entered; one of the same line and source stands no longer.
pub(super) fn add(tx: &mut Tx<'_>, stamp: &Stamp, event: &OutsideEntered) -> Result<()> {
    let (line, source) = (event.line.as_str(), event.source.as_str());
    tx.run(REPLACE, (stamp.position, event.release, line, source))?;
    let parts = serde_json::to_string(&event.parts).unwrap_or_default();
    let row = (
        event.release,
        stamp.position,
        line,
        i64::try_from(event.value).unwrap_or(i64::MAX),
        source,
        event.explanation.as_str(),
        parts.as_str(),
        stamp.at,
        stamp.actor.as_str(),
    );
    tx.run(ADD, row).map(drop)
}

type Row = (i64, String, i64, String, String, String, Instant);
sql!(
    BESIDE = "
    select position, line, value, source, explanation, parts, recorded_at
    from outside_figure where release_id = $1 and replaced_at_position is null order by position"
);
/// The figures that stand beside a release that the caller was let to see.
pub(super) fn beside(
    tx: &mut Tx<'_>,
    release: ReleaseId,
    document: &Document,
) -> Result<Vec<OutsideFigure>> {
    let rows: Vec<Row> = tx.all(BESIDE, (release,))?;
    rows.into_iter().filter_map(|row| read(row, document).transpose()).collect()
}

fn read(row: Row, document: &Document) -> Result<Option<OutsideFigure>> {
    let (position, line, value, source, explanation, parts, recorded_at) = row;
    let parts: Vec<Part> =
        serde_json::from_str(&parts).map_err(|_| Error::Unreadable(5, parts.clone()))?;
    let Some(own) = document.line(&line) else { return Ok(None) };
    let value = value.unsigned_abs();
    Ok(Some(OutsideFigure {
        indicator: own.indicator.clone(),
        released: own.actual,
        difference: own.actual.cast_signed() - value.cast_signed(),
        line,
        value,
        source,
        explanation,
        parts,
        recorded_at,
        position,
    }))
}
