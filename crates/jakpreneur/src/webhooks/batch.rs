//! What a partner is told next: the feed it may read, in commit order, from where it was told last.
use super::{Progress, Webhook, secret::SigningSecret};
use crate::{
    Problem,
    api::changes::{self, After},
    staff::Officer,
};
use db::{Position, Tx};
use rules::{Instant, WebhookId};
use serde_json::{Value, json};

/// So many changes in one delivery at most.
pub(super) const MOST: i64 = 200;
/// So many bytes of them, unless one alone is larger.
const LARGEST: usize = 512 * 1024;
/// So many entries are looked through before others get their turn.
const PAGES: usize = 10;

/// One delivery, the same however often it is tried.
pub struct Message {
    /// To whom.
    pub webhook: WebhookId,
    /// How often somebody began again.
    pub generation: i64,
    /// What lies after this position
    pub after: Position,
    /// and up to that.
    pub until: Position,
    /// So many changes.
    pub items: i64,
    /// The attempt's number.
    pub number: i64,
    /// The JSON.
    pub body: Vec<u8>,
    /// The secrets that sign it.
    pub secrets: Vec<SigningSecret>,
    /// Whether more waits behind it.
    pub is_full: bool,
}

impl Message {
    /// What the receiver knows it by: the same for the same part, and another once somebody began again.
    pub fn id(&self) -> String {
        let webhook = self.webhook.0.simple();
        format!("msg_{webhook}_{}_{}_{}", self.generation, self.after, self.until)
    }
}

/// What was found.
pub(super) enum Found {
    /// Something to tell.
    Told(Box<Message>),
    /// Nothing up to this position.
    Nothing(Position),
}

/// Reads what comes next. A part that was begun is read up to where it was begun, so that it stays the same.
pub(super) fn next(
    tx: &mut Tx<'_>,
    officer: &Officer,
    webhook: &Webhook,
    progress: &Progress,
    looked_to: Position,
) -> Result<Found, Problem> {
    let until = progress.reaching.unwrap_or(Position::MAX);
    let mut at = if progress.reaching.is_some() { progress.delivered } else { looked_to };
    let wanted = |act: &str| webhook.kinds.have(act);
    let (mut items, mut bytes, mut is_full) = (Vec::new(), 0, false);
    for _ in 0..PAGES {
        let left = MOST - i64::try_from(items.len()).unwrap_or(MOST);
        let page = changes::page(tx, officer, After { position: at, until, limit: left }, &wanted)?;
        let is_end = page.next == at;
        at = page.next;
        for entry in page.items {
            let position = entry.position;
            let told = serde_json::to_value(entry).map_err(|it| Problem::Broken(it.to_string()))?;
            let size = told.to_string().len();
            if bytes + size > LARGEST && !items.is_empty() && progress.reaching.is_none() {
                is_full = true;
                break;
            }
            bytes += size;
            items.push((position, told));
        }
        is_full |= i64::try_from(items.len()).is_ok_and(|count| count >= MOST);
        if is_end || is_full {
            break;
        }
    }
    let Some((last, _)) = items.last() else {
        return Ok(match progress.reaching {
            // Who was told of has left the scope since: an empty part ends what was begun.
            Some(until) => Found::Told(Box::new(message(webhook, progress, until, items, false))),
            None => Found::Nothing(at),
        });
    };
    let until = progress.reaching.unwrap_or(*last);
    Ok(Found::Told(Box::new(message(webhook, progress, until, items, is_full))))
}

fn message(
    webhook: &Webhook,
    progress: &Progress,
    until: Position,
    items: Vec<(Position, Value)>,
    is_full: bool,
) -> Message {
    let at = items.last().and_then(|(_, item)| item.get("at").cloned());
    let count = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let items: Vec<Value> = items.into_iter().map(|(_, item)| item).collect();
    let body = json!({
        "type": "changes",
        "timestamp": at,
        "data": { "webhook": webhook.id, "items": items, "next": until },
    });
    Message {
        webhook: webhook.id,
        generation: progress.generation,
        after: progress.delivered,
        until,
        items: count,
        number: progress.attempts + 1,
        body: body.to_string().into_bytes(),
        secrets: Vec::new(),
        is_full,
    }
}

/// The moment in whole seconds, as receivers compare it with their clock.
pub(super) fn seconds(at: Instant) -> i64 {
    at.0.div_euclid(1_000_000)
}
