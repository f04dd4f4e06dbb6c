//! A JSON body, with every field that is wrong named at once.
use super::LARGEST_BODY;
use crate::{
    App, Problem,
    api::problem::{Declined, Wrong},
};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A body as it came, and as it is understood; of `MOST` bytes at most.
pub struct Sent<T, const MOST: usize = LARGEST_BODY> {
    /// The bytes, for telling a replay from another request.
    pub bytes: Bytes,
    /// What they say.
    pub value: T,
}

impl<T: DeserializeOwned, const MOST: usize> FromRequest<App> for Sent<T, MOST> {
    type Rejection = Declined;
    async fn from_request(request: Request, _: &App) -> Result<Self, Declined> {
        if !is_json(request.headers()) {
            return Err(Declined::MediaType);
        }
        let whole = Limited::new(request.into_body(), MOST).collect().await;
        let bytes = whole.map_err(|error| not_read(error.as_ref()))?.to_bytes();
        // A list would be read as the fields in their order.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(Declined::NotJson);
        }
        let value = serde_json::from_slice(&bytes).map_err(|_| what_is_wrong::<T>(&bytes))?;
        Ok(Self { bytes, value })
    }
}

fn not_read(error: &(dyn std::error::Error + 'static)) -> Declined {
    if error.is::<LengthLimitError>() { Problem::TooLarge.into() } else { Declined::NotJson }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).map(str::trim);
    kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json"))
}

/// Tries each field alone. Every field of a body may be missing, so one that fails alone is a wrong one.
fn what_is_wrong<T: DeserializeOwned>(bytes: &[u8]) -> Declined {
    let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(bytes) else {
        return Declined::NotJson;
    };
    let wrong = fields.into_iter().filter_map(|(field, value)| {
        let alone = Value::Object(Map::from_iter([(field.clone(), value)]));
        let error = serde_json::from_value::<T>(alone).err()?.to_string();
        let unknown = error.starts_with("unknown field");
        Some(if unknown { Wrong::unknown(&field) } else { Wrong::kind(&field) })
    });
    let wrong: Vec<Wrong> = wrong.collect();
    if wrong.is_empty() { Declined::NotJson } else { Declined::Fields(wrong) }
}
