//! What is published, kept for as long as it stays the same: a month. Anybody may ask for it, so asking
//! must cost nothing, and what one month's numbers tell must not grow with the days they are looked at.
use super::{Publication, count};
use crate::{House, Problem, board::bring_up_to_date, journal::Db};
use db::{Position, Tx, sql};
use rules::{Date, Instant};
use std::sync::{Arc, Mutex, PoisonError};

/// The newest publication.
#[derive(Default)]
pub struct Kept(Mutex<Option<Arc<Publication>>>);

/// What is published now, counted when it is asked for first. Blocks.
pub fn published(db: &Db, house: &House) -> Result<Arc<Publication>, Problem> {
    let mut kept = house.open_data.0.lock().unwrap_or_else(PoisonError::into_inner);
    let as_at = last_of_month_before(house.today());
    if let Some(kept) = kept.as_ref().filter(|kept| kept.as_at == as_at && kept.settled) {
        return Ok(kept.clone());
    }
    let newest = bring_up_to_date(db, house)?;
    let before = db.look(|tx| before(tx, Instant::start_of(house.today().first_of_month())))?;
    let (known_at, settled) = before.map_or((newest, false), |before| (before, true));
    if let Some(kept) =
        kept.as_ref().filter(|kept| (kept.as_at, kept.known_at) == (as_at, known_at))
    {
        return Ok(kept.clone());
    }
    let made = Arc::new(Publication { settled, ..count::publish(house, as_at, known_at)? });
    *kept = Some(made.clone());
    Ok(made)
}

sql!(RECORDED_AT = "select at from journal where position = $1");

/// The last journal position before a moment; none where nothing was recorded before. Moments grow with
/// positions, so a few looks find it among millions.
fn before(tx: &mut Tx<'_>, moment: Instant) -> Result<Option<Position>, Problem> {
    let (mut earlier, mut later) = (0, tx.chain()?.position + 1);
    while later - earlier > 1 {
        let middle = earlier + (later - earlier) / 2;
        let recorded: Option<(Instant,)> = tx.maybe(RECORDED_AT, (middle,))?;
        if recorded.is_some_and(|(at,)| at < moment) {
            earlier = middle;
        } else {
            later = middle;
        }
    }
    Ok(Some(earlier).filter(|position| *position > 0))
}

/// Numbers change once a month: two looks in one month tell nothing of who came between.
fn last_of_month_before(today: Date) -> Date {
    today.first_of_month().yesterday().unwrap_or(today)
}
