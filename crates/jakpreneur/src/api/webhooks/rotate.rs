//! `POST /webhooks/{id}/rotate`: another secret.
use crate::{
    App,
    api::{
        asking::{Caller, Key, RecordId},
        problem::{Declined, Found, Read, Written},
    },
    webhooks,
};
use axum::{Json, extract::State};
use rules::{Act, WebhookId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A secret that was changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookSecret {
    /// The subscription.
    id: Uuid,
    /// The new secret, told this once; null where the same request came before.
    secret: Option<String>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Change a webhook's secret
///
/// The old one signs as well for 24 hours.
#[utoipa::path(post, path = "/webhooks/{id}/rotate", tag = "webhooks",
    params(("id" = Uuid, Path, description = "The subscription."), Key),
    responses(Read, Found, Written,
        (status = 200, description = "Changed, now or by the same request before.", body = WebhookSecret)))]
pub async fn rotate(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(id): RecordId<WebhookId>,
) -> Result<Json<WebhookSecret>, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &[]);
    let act = app.change(move |tx, house| {
        let (done, secret) = webhooks::rotate(tx, house, &asking, id)?;
        Ok((done, secret.map(|secret| secret.text())))
    });
    let (done, secret) = act.await?;
    Ok(Json(WebhookSecret { id: done.event.webhook.0, secret, position: done.stamp.position }))
}
