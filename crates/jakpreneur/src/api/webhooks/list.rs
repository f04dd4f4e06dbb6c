//! `GET /webhooks` and `GET /webhooks/{id}`.
use super::body::{WebhookAnswer, WebhookAttempt};
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    webhooks,
};
use axum::{Json, extract::State};
use rules::{Act, WebhookId};
use serde::Serialize;
use utoipa::ToSchema;

/// The subscriptions.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhooksAnswer {
    /// In the order in which they were made; those that ended are not among them.
    items: Vec<WebhookAnswer>,
}

/// List webhooks
///
/// Those that reach nothing outside the caller's scope.
#[utoipa::path(get, path = "/webhooks", tag = "webhooks",
    responses(Read, (status = 200, description = "The subscriptions.", body = WebhooksAnswer)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
) -> Result<Json<WebhooksAnswer>, Declined> {
    officer.may(Act::ManageWebhooks)?;
    let seen = app.look(move |tx, house| webhooks::list(tx, house, &officer)).await?;
    Ok(Json(WebhooksAnswer { items: seen.into_iter().map(Into::into).collect() }))
}

/// A subscription with its last answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookWithAnswers {
    /// The subscription.
    webhook: WebhookAnswer,
    /// The last twenty attempts, the newest first.
    attempts: Vec<WebhookAttempt>,
}

/// See a webhook with its last answers
#[utoipa::path(get, path = "/webhooks/{id}", tag = "webhooks",
    params(("id" = Uuid, Path, description = "The subscription.")),
    responses(Read, Found, (status = 200, description = "The subscription.", body = WebhookWithAnswers)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<WebhookId>,
) -> Result<Json<WebhookWithAnswers>, Declined> {
    officer.may(Act::ManageWebhooks)?;
    let look = app.look(move |tx, house| webhooks::see(tx, house, &officer, id));
    let (seen, attempts) = look.await?;
    let attempts = attempts.into_iter().map(Into::into).collect();
    Ok(Json(WebhookWithAnswers { webhook: seen.into(), attempts }))
}
