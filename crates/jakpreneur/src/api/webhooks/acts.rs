//! `POST /webhooks/{id}/pause`, `/resume`, `/replay` and `/end`.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    journal::{Done, Event},
    webhooks,
};
use axum::{Json, extract::State};
use rules::{Act, WebhookId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What was done to a subscription.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookDone {
    /// The subscription.
    id: Uuid,
    /// Where it was recorded in the journal.
    position: i64,
}

impl WebhookDone {
    fn of<E: Event>(id: WebhookId, done: &Done<E>) -> Json<Self> {
        Json(Self { id: id.0, position: done.stamp.position })
    }
}

/// Tell a partner nothing for a while
#[utoipa::path(post, path = "/webhooks/{id}/pause", tag = "webhooks",
    params(("id" = Uuid, Path, description = "The subscription."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Paused, now or by the same request before.", body = WebhookDone),
        (status = 409, description = "`unchanged`: it is paused.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn pause(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<WebhookId>,
) -> Result<Json<WebhookDone>, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &[]);
    let act = app.change(move |tx, house| webhooks::pause(tx, house, &asking, id));
    Ok(WebhookDone::of(id, &act.await?))
}

/// Go on telling a partner
///
/// From the first change that did not arrive.
#[utoipa::path(post, path = "/webhooks/{id}/resume", tag = "webhooks",
    params(("id" = Uuid, Path, description = "The subscription."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Resumed, now or by the same request before.", body = WebhookDone),
        (status = 409, description = "`unchanged`: it is not paused.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn resume(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<WebhookId>,
) -> Result<Json<WebhookDone>, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &[]);
    let act = app.change(move |tx, house| webhooks::resume(tx, house, &asking, id));
    Ok(WebhookDone::of(id, &act.await?))
}

/// From where to tell again.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookReplayBody {
    /// Everything after this position; 0 for everything.
    #[schema(required, value_type = i64, minimum = 0)]
    after: Option<i64>,
}

/// Tell a partner again
///
/// Everything after a position, also what arrived before; deliveries have other ids than the first time.
#[utoipa::path(post, path = "/webhooks/{id}/replay", tag = "webhooks", request_body = WebhookReplayBody,
    params(("id" = Uuid, Path, description = "The subscription."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "Begun again, now or by the same request before.", body = WebhookDone)))]
pub async fn replay(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<WebhookId>,
    sent: Sent<WebhookReplayBody>,
) -> Result<Json<WebhookDone>, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let after = sent.value.after.map(|after| after.to_string()).unwrap_or_default();
    let act = app.change(move |tx, house| webhooks::replay_from(tx, house, &asking, id, &after));
    Ok(WebhookDone::of(id, &act.await?))
}

/// Tell a partner nothing more
#[utoipa::path(post, path = "/webhooks/{id}/end", tag = "webhooks",
    params(("id" = Uuid, Path, description = "The subscription."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Ended, now or by the same request before.", body = WebhookDone)))]
pub async fn end(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<WebhookId>,
) -> Result<Json<WebhookDone>, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &[]);
    let act = app.change(move |tx, house| webhooks::end(tx, house, &asking, id));
    Ok(WebhookDone::of(id, &act.await?))
}
