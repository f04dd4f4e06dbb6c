//! Telling a partner nothing more, for good.
use super::{attempts, rows, secret, seen};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, Stamp, done_before},
};
use db::Tx;
use rules::{Act, WebhookId};
use serde::{Deserialize, Serialize};

/// A partner is told no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookEnded {
    /// The subscription.
    pub webhook: WebhookId,
}

impl Event for WebhookEnded {
    const ACT: &'static str = "webhook.end";
}

/// Ends a subscription within scope, and forgets its secrets.
pub fn end(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    webhook: WebhookId,
) -> Result<Done<WebhookEnded>, Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    seen::found(tx, house, &asking.officer, webhook)?;
    let done = journal::record(tx, asking, Some(webhook.0), WebhookEnded { webhook })?;
    replay(tx, &done.stamp, &done.event)?;
    secret::forget(tx, webhook)?;
    attempts::forget(tx, webhook)?;
    Ok(done)
}

/// The row of a subscription that ended.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WebhookEnded) -> Result<(), Problem> {
    Ok(rows::end(tx, stamp, event)?)
}
