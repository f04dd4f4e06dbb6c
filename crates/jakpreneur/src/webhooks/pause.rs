//! Telling a partner nothing for a while, and going on where it was.
use super::{Paused, progress, seen};
use crate::{
    Code, House, Problem,
    journal::{self, Asking, Change, Done, Event, done_before},
};
use rules::{Act, WebhookId};
use serde::{Deserialize, Serialize};

/// A partner is told nothing for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookPaused {
    /// The subscription.
    pub webhook: WebhookId,
}

impl Event for WebhookPaused {
    const ACT: &'static str = "webhook.pause";
}

/// It is told again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookResumed {
    /// The subscription.
    pub webhook: WebhookId,
}

impl Event for WebhookResumed {
    const ACT: &'static str = "webhook.resume";
}

/// Pauses a subscription within scope.
pub fn pause(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    webhook: WebhookId,
) -> Result<Done<WebhookPaused>, Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    seen::found(tx, house, &asking.officer, webhook)?;
    if !progress::pause(tx, webhook, asking.at, Paused::Asked)? {
        return Err(Problem::Refused(Code::Unchanged));
    }
    journal::record(tx, asking, Some(webhook.0), WebhookPaused { webhook })
}

/// Resumes one, whatever paused it, from the first change that did not arrive.
pub fn resume(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    webhook: WebhookId,
) -> Result<Done<WebhookResumed>, Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    seen::found(tx, house, &asking.officer, webhook)?;
    if !progress::resume(tx, webhook)? {
        return Err(Problem::Refused(Code::Unchanged));
    }
    journal::record(tx, asking, Some(webhook.0), WebhookResumed { webhook })
}
