//! The turnover of a month that a member closed in their own books.
use super::{MeasurementRecorded, Told, news, replay_measured, series_of};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Sealed},
    people::MemberRow,
};
use rules::{
    Rupiah,
    growth::{Month, Source},
};

/// What a correction by closing again says of itself.
const CLOSED_AGAIN: &str = "Buku kas ditutup lagi";

/// Tells the turnover of a closed month instead of what the owner said by word of mouth; assets and workers
/// that stand stay. What was verified by a mentor stays whole, and what is the same is not told again.
pub fn from_books(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    row: &MemberRow,
    (month, turnover): (Month, Rupiah),
) -> Result<Option<Done<MeasurementRecorded>>, Problem> {
    let Some(salt) = row.salt else { return Ok(None) };
    let series = series_of(tx, house, row)?;
    let stands = series.iter().find(|it| it.month == month);
    let stays = stands.is_some_and(|it| match it.source {
        Source::Verified => true,
        Source::Books => it.told.turnover == Some(turnover),
        Source::Told => false,
    });
    if stays {
        return Ok(None);
    }
    let (assets, workers) = stands.map_or((None, None), |it| (it.told.assets, it.told.workers()));
    let reason = stands.map_or("", |_| CLOSED_AGAIN).to_owned();
    let none_before = !series.iter().any(|it| it.is_baseline);
    let key = house.seal.person_key(row.keyed_by, &salt);
    let told = Told::new(Some(turnover), assets, workers, reason);
    let event = MeasurementRecorded {
        member: row.id,
        month,
        measured_on: stands.map_or_else(|| asking.at.date(), |it| it.measured_on),
        source: Source::Books.word().to_owned(),
        is_baseline: stands.map_or(none_before, |it| it.is_baseline),
        import: None,
        told: Sealed(told.seal(house, &key, row.id)),
    };
    let done = journal::record(tx, asking, Some(row.id.0), event)?;
    replay_measured(tx, &done.stamp, &done.event)?;
    tx.tell(news::measured(&done.stamp, &done.event, row.position, &told));
    Ok(Some(done))
}
