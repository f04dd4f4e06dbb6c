//! Subscriptions as an administrator sees them: those that reach nothing the officer does not.
use super::{Attempt, Progress, Webhook, attempts, owner, progress, rows};
use crate::{House, Problem, staff::Officer};
use db::{Position, Tx};
use rules::{Act, WebhookId};

/// A subscription and how far it was told.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The subscription.
    pub webhook: Webhook,
    /// How far it was told.
    pub progress: Progress,
    /// The journal's end.
    pub end: Position,
}

/// Every subscription within scope that did not end, in the order in which they were made.
pub fn list(tx: &mut Tx<'_>, house: &House, officer: &Officer) -> Result<Vec<Seen>, Problem> {
    officer.may(Act::ManageWebhooks)?;
    let end = tx.chain()?.position;
    let mut seen = Vec::new();
    for webhook in rows::live(tx, house)? {
        if owner::within(&officer.scope, &webhook)
            && let Some(progress) = progress::of(tx, webhook.id)?
        {
            seen.push(Seen { webhook, progress, end });
        }
    }
    Ok(seen)
}

/// One within scope, with its last answers, the newest first.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    webhook: WebhookId,
) -> Result<(Seen, Vec<Attempt>), Problem> {
    officer.may(Act::ManageWebhooks)?;
    let end = tx.chain()?.position;
    let webhook = found(tx, house, officer, webhook)?;
    let progress = progress::of(tx, webhook.id)?.ok_or(Problem::NotFound)?;
    let last = attempts::last(tx, webhook.id)?;
    Ok((Seen { webhook, progress, end }, last))
}

/// One within scope; outside it is not found.
pub(super) fn found(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    webhook: WebhookId,
) -> Result<Webhook, Problem> {
    let found = rows::one(tx, house, webhook)?;
    found.filter(|it| owner::within(&officer.scope, it)).ok_or(Problem::NotFound)
}
