//! Telling a partner again, from any position.
use super::{form, progress, seen};
use crate::{
    Code, FieldError, House, Problem,
    journal::{self, Asking, Change, Done, Event, done_before},
};
use db::Position;
use rules::{Act, WebhookId};
use serde::{Deserialize, Serialize};

/// A partner is told again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookReplayed {
    /// The subscription.
    pub webhook: WebhookId,
    /// Everything after this position.
    pub after: Position,
}

impl Event for WebhookReplayed {
    const ACT: &'static str = "webhook.replay";
}

/// Tells everything after a position again, also what arrived before. Its deliveries have other ids.
pub fn replay_from(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    webhook: WebhookId,
    after: &str,
) -> Result<Done<WebhookReplayed>, Problem> {
    asking.officer.may(Act::ManageWebhooks)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    seen::found(tx, house, &asking.officer, webhook)?;
    let wrong = |code| Problem::Invalid(vec![FieldError::new("after", code)]);
    let after = form::position(after).map_err(wrong)?.ok_or_else(|| wrong(Code::Empty))?;
    if after >= tx.next_position() {
        return Err(wrong(Code::Position));
    }
    progress::reread(tx, webhook, after)?;
    journal::record(tx, asking, Some(webhook.0), WebhookReplayed { webhook, after })
}
