//! Numbers for whoever runs the server.
use db::{Position, Result, Tx, sql};

/// How deliveries stand, over all subscriptions that did not end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Metered {
    /// Subscriptions.
    pub webhooks: i64,
    /// Of them paused.
    pub paused: i64,
    /// Of them failing now.
    pub failing: i64,
    /// Tries, ever.
    pub attempts: i64,
    /// Deliveries that arrived, ever.
    pub deliveries: i64,
    /// How many entries the one furthest behind is behind the journal's end; what does not concern it counts too.
    pub behind: Position,
}

sql!(
    METERED = "
    select count(*), count(p.paused_at), count(p.failing_since), cast(coalesce(sum(p.attempts), 0) as bigint),
        cast(coalesce(sum(p.deliveries), 0) as bigint), coalesce(max(h.position - p.delivered), 0)
    from webhook w join webhook_progress p on p.webhook_id = w.id join journal_head h on h.id = 1
    where w.ended_at_position is null"
);
/// How deliveries stand.
pub fn metered(tx: &mut Tx<'_>) -> Result<Metered> {
    let row: Option<(i64, i64, i64, i64, i64, i64)> = tx.maybe(METERED, ())?;
    Ok(row.map_or_else(Metered::default, |row| {
        let (webhooks, paused, failing, attempts, deliveries, behind) = row;
        Metered { webhooks, paused, failing, attempts, deliveries, behind }
    }))
}
