//! The last answers of a partner's system.
use super::{Message, Outcome};
use db::{Position, Result, Tx, sql};
use rules::{Instant, WebhookId};

/// So many are kept of each.
const KEPT: i64 = 20;

/// One attempt and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// When.
    pub at: Instant,
    /// What lay after this position
    pub after: Position,
    /// and up to that,
    pub until: Position,
    /// so many changes.
    pub items: i64,
    /// What became of it.
    pub outcome: Outcome,
}

sql!(
    KEEP = "
    insert into webhook_attempt (webhook_id, number, at, after_position, until_position, items, outcome, status)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (webhook_id, number) do nothing"
);
sql!(SWEEP = "delete from webhook_attempt where webhook_id = $1 and number <= $2");
/// Keeps an attempt and sweeps old ones away.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    message: &Message,
    at: Instant,
    outcome: Outcome,
) -> Result<()> {
    let Message { webhook, number, after, until, items, .. } = message;
    let status = outcome.status().and_then(|status| i16::try_from(status).ok());
    tx.run(KEEP, (*webhook, *number, at, *after, *until, *items, outcome.word(), status))?;
    tx.run(SWEEP, (*webhook, number - KEPT)).map(drop)
}

sql!(
    LAST = "
    select at, after_position, until_position, items, outcome, status
    from webhook_attempt where webhook_id = $1 order by number desc"
);
/// The last ones, the newest first.
pub(super) fn last(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<Vec<Attempt>> {
    type Row = (Instant, Position, Position, i64, String, Option<i16>);
    let of = |(at, after, until, items, word, status): Row| {
        let outcome = Outcome::of_word(&word, status)?;
        Some(Attempt { at, after, until, items, outcome })
    };
    Ok(tx.all(LAST, (webhook,))?.into_iter().filter_map(of).collect())
}

sql!(FORGET = "delete from webhook_attempt where webhook_id = $1");
/// Forgets those of a subscription that ended.
pub(super) fn forget(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<()> {
    tx.run(FORGET, (webhook,)).map(drop)
}
