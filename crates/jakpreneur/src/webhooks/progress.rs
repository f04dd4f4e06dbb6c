//! How far a partner was told: durable, so that nothing is lost when a process ends in the middle.
use super::{Message, Outcome};
use db::{Position, Result, Tx, sql};
use rules::{Instant, WebhookId};
use uuid::Uuid;

/// Why a partner is told nothing now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paused {
    /// An officer asked for it.
    Asked,
    /// It failed for too long.
    Failed,
    /// It said that the address is gone for good.
    Gone,
    /// Who made it may no more.
    Owner,
}

impl Paused {
    const ALL: [Self; 4] = [Self::Asked, Self::Failed, Self::Gone, Self::Owner];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Failed => "failed",
            Self::Gone => "gone",
            Self::Owner => "owner",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }
}

/// How far a partner was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Everything up to here has arrived.
    pub delivered: Position,
    /// How often somebody began again from a position.
    pub generation: i64,
    /// What is being told now reaches up to here.
    pub reaching: Option<Position>,
    /// Failures in a row.
    pub failures: i64,
    /// Since when it fails.
    pub failing_since: Option<Instant>,
    /// Not before this.
    pub due_at: Option<Instant>,
    /// Since when it is paused, and why.
    pub paused: Option<(Instant, Paused)>,
    /// When something arrived last.
    pub delivered_at: Option<Instant>,
    /// Deliveries that arrived.
    pub deliveries: i64,
    /// Changes in them.
    pub items: i64,
    /// Tries, those that failed as well.
    pub attempts: i64,
    /// Until when a process holds it.
    pub leased_until: Option<Instant>,
}

sql!(
    BEGIN = "
    insert into webhook_progress (webhook_id, delivered, generation, failures, deliveries, items, attempts)
    values ($1, $2, 0, 0, 0, 0, 0)"
);
/// Begins after a position.
pub(super) fn begin(tx: &mut Tx<'_>, webhook: WebhookId, after: Position) -> Result<()> {
    tx.run(BEGIN, (webhook, after)).map(drop)
}

sql!(
    OF = "
    select delivered, generation, reaching, failures, failing_since, due_at, paused_at, paused_why, delivered_at,
        deliveries, items, attempts, leased_until
    from webhook_progress where webhook_id = $1"
);
type Columns = (
    Position,
    i64,
    Option<Position>,
    i64,
    Option<Instant>,
    Option<Instant>,
    Option<Instant>,
    Option<String>,
    Option<Instant>,
    i64,
    i64,
    i64,
    Option<Instant>,
);
/// How far one was told.
pub(super) fn of(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<Option<Progress>> {
    Ok(tx.maybe::<Columns>(OF, (webhook,))?.map(|row| Progress {
        delivered: row.0,
        generation: row.1,
        reaching: row.2,
        failures: row.3,
        failing_since: row.4,
        due_at: row.5,
        paused: row.6.zip(row.7.as_deref().and_then(Paused::of_word)),
        delivered_at: row.8,
        deliveries: row.9,
        items: row.10,
        attempts: row.11,
        leased_until: row.12,
    }))
}

sql!(
    CLAIM = "
    update webhook_progress set lessee = $1, leased_until = $2, reaching = $3
    where webhook_id = $4 and generation = $5 and delivered = $6 and paused_at is null
      and (leased_until is null or leased_until <= $7)"
);
/// Takes the next delivery for one process; false where another one has it, or things have changed.
pub(super) fn claim(
    tx: &mut Tx<'_>,
    message: &Message,
    lessee: Uuid,
    (now, until): (Instant, Instant),
) -> Result<bool> {
    let Message { webhook, generation, after, until: reaching, .. } = message;
    let row = (lessee, until, *reaching, *webhook, *generation, *after, now);
    Ok(tx.run(CLAIM, row)? == 1)
}

sql!(
    TAKEN = "
    update webhook_progress set delivered = reaching, reaching = null, lessee = null, leased_until = null,
        failures = 0, failing_since = null, due_at = $1, delivered_at = $2, deliveries = deliveries + 1,
        items = items + $3, attempts = attempts + 1
    where webhook_id = $4 and lessee = $5 and generation = $6 and reaching = $7"
);
/// It arrived; the next is due then.
pub(super) fn taken(
    tx: &mut Tx<'_>,
    message: &Message,
    lessee: Uuid,
    (now, due_at): (Instant, Instant),
) -> Result<bool> {
    let Message { webhook, generation, until, items, .. } = message;
    let row = (due_at, now, *items, *webhook, lessee, *generation, *until);
    Ok(tx.run(TAKEN, row)? == 1)
}

sql!(
    FAILED = "
    update webhook_progress set lessee = null, leased_until = null, failures = failures + 1,
        attempts = attempts + 1, failing_since = coalesce(failing_since, $1), due_at = $2,
        paused_at = coalesce(paused_at, $3), paused_why = coalesce(paused_why, $4)
    where webhook_id = $5 and lessee = $6 and generation = $7"
);
/// It did not arrive; it is tried again then, unless it is paused now.
pub(super) fn failed(
    tx: &mut Tx<'_>,
    message: &Message,
    lessee: Uuid,
    (now, due_at): (Instant, Instant),
    paused: Option<Paused>,
) -> Result<bool> {
    let (paused_at, why) = (paused.map(|_| now), paused.map(Paused::word));
    let row = (now, due_at, paused_at, why, message.webhook, lessee, message.generation);
    Ok(tx.run(FAILED, row)? == 1)
}

sql!(
    RELEASE = "
    update webhook_progress set lessee = null, leased_until = null where webhook_id = $1 and lessee = $2"
);
/// Lets go of what somebody began again in the meantime.
pub(super) fn release(tx: &mut Tx<'_>, webhook: WebhookId, lessee: Uuid) -> Result<()> {
    tx.run(RELEASE, (webhook, lessee)).map(drop)
}

sql!(
    SKIP = "
    update webhook_progress set delivered = $1
    where webhook_id = $2 and generation = $3 and delivered = $4 and reaching is null"
);
/// Nothing up to there concerns the partner.
pub(super) fn skip(
    tx: &mut Tx<'_>,
    webhook: WebhookId,
    (generation, from, to): (i64, Position, Position),
) -> Result<()> {
    tx.run(SKIP, (to, webhook, generation, from)).map(drop)
}

sql!(
    PAUSE = "
    update webhook_progress set paused_at = $1, paused_why = $2
    where webhook_id = $3 and paused_at is null"
);
/// Pauses it; false where it is paused already.
pub(super) fn pause(tx: &mut Tx<'_>, webhook: WebhookId, at: Instant, why: Paused) -> Result<bool> {
    Ok(tx.run(PAUSE, (at, why.word(), webhook))? == 1)
}

sql!(
    RESUME = "
    update webhook_progress set paused_at = null, paused_why = null, failures = 0, failing_since = null,
        due_at = null
    where webhook_id = $1 and paused_at is not null"
);
/// Goes on; false where it is not paused.
pub(super) fn resume(tx: &mut Tx<'_>, webhook: WebhookId) -> Result<bool> {
    Ok(tx.run(RESUME, (webhook,))? == 1)
}

sql!(
    REREAD = "
    update webhook_progress set delivered = $1, generation = generation + 1, reaching = null, failures = 0,
        failing_since = null, due_at = null
    where webhook_id = $2"
);
/// Begins again after a position; what is under way counts no more.
pub(super) fn reread(tx: &mut Tx<'_>, webhook: WebhookId, after: Position) -> Result<()> {
    tx.run(REREAD, (after, webhook)).map(drop)
}

/// Whether an outcome means that nothing will arrive there again.
pub(super) fn is_gone(outcome: Outcome) -> bool {
    outcome == Outcome::Declined(410)
}
