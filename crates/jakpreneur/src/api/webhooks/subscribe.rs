//! `POST /webhooks`: letting a partner system be told.
use crate::{
    App,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Known, Read, Written},
    },
    webhooks::{self, WebhookForm},
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whom to tell of what.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookBody {
    /// The partner.
    #[schema(required, value_type = String, example = "Lokapasar Contoh")]
    label: Option<String>,
    /// Where it is told; of `https`, and not inside the operator's own network.
    #[schema(required, value_type = String, example = "https://mitra.example/jakpreneur")]
    address: Option<String>,
    /// Acts such as `member.register`, or families such as `member.*`; everything when not given.
    #[schema(example = json!(["member.*", "service.record"]))]
    kinds: Option<Vec<String>>,
    /// One agency alone, within the caller's scope.
    agency: Option<String>,
    /// One area alone, within the caller's scope.
    area: Option<String>,
    /// The position after which to begin; with the next change when not given.
    #[schema(minimum = 0)]
    after: Option<i64>,
}

/// A subscription that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct WebhookMade {
    /// The subscription.
    id: Uuid,
    /// The secret that signs, told this once; null where the same request came before.
    secret: Option<String>,
    /// Where it was recorded in the journal.
    position: i64,
}

/// Subscribe a partner system
///
/// It is told what `GET /changes` gives the caller, narrowed to the scope and kinds named, in commit order, signed as
/// by Standard Webhooks. A delivery may come more than once, under the same `webhook-id`.
#[utoipa::path(post, path = "/webhooks", tag = "webhooks", request_body = WebhookBody, params(Key),
    responses(Read, Known, Written,
        (status = 201, description = "Made.", body = WebhookMade),
        (status = 200, description = "The same request under the same key was done before.", body = WebhookMade)))]
pub async fn subscribe(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<WebhookBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageWebhooks)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let new = WebhookForm::from(sent.value).understand(&app.house, &caller.0)?;
    let act = app.change(move |tx, house| {
        let (done, secret) = webhooks::subscribe(tx, house, &asking, &new)?;
        Ok((done, secret.map(|secret| secret.text())))
    });
    let (done, secret) = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let (id, position) = (done.event.webhook.0, done.stamp.position);
    Ok((status, Json(WebhookMade { id, secret, position })).into_response())
}

impl From<WebhookBody> for WebhookForm {
    fn from(body: WebhookBody) -> Self {
        Self {
            label: body.label.unwrap_or_default(),
            address: body.address.unwrap_or_default(),
            kinds: body.kinds.unwrap_or_default().join(" "),
            agency: body.agency.unwrap_or_default(),
            area: body.area.unwrap_or_default(),
            after: body.after.map(|after| after.to_string()).unwrap_or_default(),
        }
    }
}
