//! Changing the secret of a subscription; the old one signs as well until it ends.
use super::{secret, secret::SigningSecret, seen};
use crate::{
    House, Problem,
    journal::{self, Asking, Change, Done, Event, done_before},
};
use rules::{Act, WebhookId};
use serde::{Deserialize, Serialize};

/// A secret was changed; what it is, only the partner has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookRotated {
    /// The subscription.
    pub webhook: WebhookId,
}

impl Event for WebhookRotated {
    const ACT: &'static str = "webhook.rotate";
}

/// Makes a new secret, told here and never again.
pub fn rotate(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    webhook: WebhookId,
) -> Result<(Done<WebhookRotated>, Option<SigningSecret>), Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok((done, None));
    }
    seen::found(tx, house, &asking.officer, webhook)?;
    let done = journal::record(tx, asking, Some(webhook.0), WebhookRotated { webhook })?;
    Ok((done, Some(secret::make(tx, house, webhook, asking.at)?)))
}
