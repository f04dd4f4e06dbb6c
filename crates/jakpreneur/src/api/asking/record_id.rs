//! Ids in an address.
use crate::{App, Problem, api::problem::Declined};
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

/// The ids in the address; what is no id leads nowhere, like one that nobody has.
pub struct RecordId<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for RecordId<T> {
    type Rejection = Declined;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Declined> {
        let id = Path::<T>::from_request_parts(parts, app).await;
        id.map(|Path(id)| Self(id)).map_err(|_| Problem::NotFound.into())
    }
}
