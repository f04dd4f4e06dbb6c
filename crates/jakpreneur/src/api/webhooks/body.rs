//! A subscription as the API tells it.
use crate::webhooks::{Attempt, Seen};
use rules::Instant;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A partner system that is told of changes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Webhook)]
pub struct WebhookAnswer {
    /// The subscription.
    id: Uuid,
    /// The partner.
    label: String,
    /// Where it is told.
    address: String,
    /// The kinds of changes it hears of; none for all.
    kinds: Vec<String>,
    /// The only agency it hears of; null for all that its owner sees.
    agency: Option<String>,
    /// The only area it hears of; null for all that its owner sees.
    area: Option<String>,
    /// Everything up to this position has arrived.
    delivered: i64,
    /// The journal's end at this moment.
    position: i64,
    /// Failures in a row.
    failures: i64,
    /// When it is tried again; null for as soon as there is something.
    #[schema(format = DateTime)]
    due_at: Option<String>,
    /// Since when it is told nothing; null while it is told.
    #[schema(format = DateTime)]
    paused_at: Option<String>,
    /// Why it is told nothing.
    #[schema(pattern = "^(asked|failed|gone|owner)$")]
    paused_why: Option<&'static str>,
    /// When something arrived last.
    #[schema(format = DateTime)]
    delivered_at: Option<String>,
    /// Deliveries that arrived.
    deliveries: i64,
    /// Tries, those that failed as well.
    attempts: i64,
}

impl From<Seen> for WebhookAnswer {
    fn from(Seen { webhook, progress, end }: Seen) -> Self {
        Self {
            id: webhook.id.0,
            label: webhook.label,
            address: webhook.address,
            kinds: webhook.kinds.words().to_vec(),
            agency: webhook.agency.map(|agency| agency.to_string()),
            area: webhook.area.map(|area| area.to_string()),
            delivered: progress.delivered,
            position: end,
            failures: progress.failures,
            due_at: progress.due_at.map(Instant::rfc3339),
            paused_at: progress.paused.map(|(at, _)| at.rfc3339()),
            paused_why: progress.paused.map(|(_, why)| why.word()),
            delivered_at: progress.delivered_at.map(Instant::rfc3339),
            deliveries: progress.deliveries,
            attempts: progress.attempts,
        }
    }
}

/// One attempt and its answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookAttempt {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// What lay after this position
    after: i64,
    /// and up to that,
    until: i64,
    /// so many changes.
    items: i64,
    /// What became of it.
    #[schema(
        pattern = "^(taken|declined|redirected|timed_out|unreachable|insecure|garbled|cut|refused)$"
    )]
    outcome: &'static str,
    /// The status of the answer, where there was one.
    status: Option<u16>,
}

impl From<Attempt> for WebhookAttempt {
    fn from(of: Attempt) -> Self {
        let Attempt { at, after, until, items, outcome } = of;
        let (at, status) = (at.rfc3339(), outcome.status());
        Self { at, after, until, items, outcome: outcome.word(), status }
    }
}
