//! The raw limit: what registrations left, written again by a bare loop of the same statements.
use super::{recorded::Recorded, recorded::Registration, timed::timed};
use crate::{App, Problem};
use db::{Tx, sql};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// Which statements the loop runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Statements {
    /// What a registration looks up, and what it writes.
    All,
    /// What it writes alone.
    Writes,
}

/// Writes all of it, so many registrations a commit; says how long that took.
pub(super) fn write(
    app: &App,
    recorded: Recorded,
    together: usize,
    which: Statements,
) -> Result<Duration, Problem> {
    let inserts = Arc::new(recorded.inserts);
    let mut registrations = recorded.registrations.into_iter();
    let mut took = Duration::ZERO;
    loop {
        let batch: Vec<Registration> = registrations.by_ref().take(together).collect();
        if batch.is_empty() {
            return Ok(took);
        }
        let inserts = inserts.clone();
        let loops = move |tx: &mut Tx<'_>| one_batch(tx, &inserts, &batch, which);
        let (done, time) = timed(|| app.change_now(move |tx, _| Ok(loops(tx)?)));
        done?;
        took += time;
    }
}

sql!(KEEP_HEAD = "update journal_head set position = $1 where id = 1");

fn one_batch(
    tx: &mut Tx<'_>,
    inserts: &[String],
    batch: &[Registration],
    which: Statements,
) -> db::Result<()> {
    for registration in batch {
        if which == Statements::All {
            look_up(tx, registration)?;
        }
        for (table, row) in &registration.rows {
            if let Some(insert) = inserts.get(*table) {
                tx.insert_row(insert, row)?;
            }
        }
    }
    let end = batch.last().map(|registration| registration.position);
    tx.run(KEEP_HEAD, (end,)).map(drop)
}

sql!(OF_NIK = "select person_id from nik_claim where shard = $1 and nik_hash = $2");
sql!(OF_PHONE = "select id from member where phone_hash = $1 order by position limit 5");

/// What a registration asks before it writes: its own act, its NIK, its phone number.
fn look_up(tx: &mut Tx<'_>, registration: &Registration) -> db::Result<()> {
    let (shard, nik, phone) = (registration.shard, &registration.nik, &registration.phone);
    let known = tx.entry_of(registration.act)?.is_some();
    let claimed: Option<(Uuid,)> = tx.maybe(OF_NIK, (shard, nik.as_slice()))?;
    let called: Vec<(Uuid,)> = tx.all(OF_PHONE, (phone.as_slice(),))?;
    std::hint::black_box((known, claimed, called));
    Ok(())
}
