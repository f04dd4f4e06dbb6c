//! The idempotency key: the same request under the same key happens once.
use super::Caller;
use crate::{App, api::problem::Declined, journal::Asking};
use axum::{extract::FromRequestParts, http::request::Parts};
use rules::{ActId, Instant};
use utoipa::{
    IntoParams,
    openapi::{
        KnownFormat, ObjectBuilder, Required, SchemaFormat, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};
use uuid::Uuid;

/// The client's key, if it sent one, and what the request is.
pub struct Key {
    sent: Option<Uuid>,
    request: String,
    made_at: Option<Instant>,
}

impl FromRequestParts<App> for Key {
    type Rejection = Declined;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Declined> {
        let header = parts.headers.get("idempotency-key");
        let read = |text: &axum::http::HeaderValue| Uuid::try_parse_ascii(text.as_bytes());
        let sent = header.map(read).transpose().map_err(|_| Declined::IdempotencyKey)?;
        Ok(Self { sent, request: format!("{} {}", parts.method, parts.uri.path()), made_at: None })
    }
}

impl Key {
    /// A key for a request that came inside another one, made at some time by a device's clock.
    pub fn given(key: Uuid, request: &str, made_at: Option<Instant>) -> Self {
        Self { sent: Some(key), request: request.to_owned(), made_at }
    }

    /// The client's key, if it sent one.
    pub fn sent(&self) -> Option<Uuid> {
        self.sent
    }

    /// The request as the acts take it. Only a client's key is compared with what was asked under it before.
    pub fn asking(&self, app: &App, caller: &Caller, body: &[u8]) -> Asking {
        Asking {
            officer: caller.0.clone(),
            at: app.house.now(),
            made_at: self.made_at,
            act_id: ActId(self.sent.unwrap_or_else(|| app.house.new_id())),
            asked: self.sent.map(|_| Asking::digest(&self.request, body)),
        }
    }
}

impl IntoParams for Key {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let about =
            "A UUID of the client's, new for each act: the same request under it happens once.";
        let key = ParameterBuilder::new().name("Idempotency-Key").parameter_in(ParameterIn::Header);
        let key = key.required(Required::False).description(Some(about));
        let uuid = SchemaFormat::KnownFormat(KnownFormat::Uuid);
        let uuid = ObjectBuilder::new().schema_type(Type::String).format(Some(uuid)).build();
        vec![key.schema(Some(uuid)).build()]
    }
}
