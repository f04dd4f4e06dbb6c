//! Letting a partner system be told.
use super::{form::Understood, progress, rows, secret, secret::SigningSecret};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
};
use db::Tx;
use rules::{Act, Agency, RegionCode, WebhookId};
use serde::{Deserialize, Serialize};

/// A partner is told from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookSubscribed {
    /// The subscription.
    pub webhook: WebhookId,
    /// The partner.
    pub label: String,
    /// Where it is told, sealed: an address may carry what only the partner knows.
    pub destination: Sealed,
    /// Of which kinds, as words; empty for all.
    pub kinds: String,
    /// Of one agency alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// Of one area alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<RegionCode>,
}

impl Event for WebhookSubscribed {
    const ACT: &'static str = "webhook.subscribe";
}

/// Subscribes a partner to what the officer may follow. The secret is told here and never again; the same request
/// a second time is answered without it.
pub fn subscribe(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    new: &Understood,
) -> Result<(Done<WebhookSubscribed>, Option<SigningSecret>), Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok((done, None));
    }
    let end = tx.next_position() - 1;
    if new.after.is_some_and(|after| after > end) {
        return Err(Problem::Invalid(vec![FieldError::new("after", Code::Position)]));
    }
    let webhook = WebhookId(house.new_id());
    let text = new.destination.text().as_bytes();
    let sealed = house.seal.own_key().seal(house.bytes(), &rows::about(webhook), text);
    let event = WebhookSubscribed {
        webhook,
        label: new.label.clone(),
        destination: Sealed(sealed),
        kinds: new.kinds.to_string(),
        agency: new.scope.agency().copied(),
        area: new.scope.area(),
    };
    let done = journal::record(tx, asking, Some(webhook.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    progress::begin(tx, webhook, new.after.unwrap_or(done.stamp.position))?;
    let secret = secret::make(tx, house, webhook, asking.at)?;
    Ok((done, Some(secret)))
}

/// The row of a subscription.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &WebhookSubscribed) -> Result<(), Problem> {
    Ok(rows::add(tx, stamp, event)?)
}
