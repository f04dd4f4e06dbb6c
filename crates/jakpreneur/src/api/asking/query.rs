//! The parameters of an address.
use crate::{
    App,
    api::problem::{Declined, Wrong},
};
use axum::{
    extract::{FromRequestParts, Query as Parameters},
    http::{Uri, request::Parts},
};
use serde::de::DeserializeOwned;

/// The parameters of an address; one that is not known, or comes twice, is refused.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Declined;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Declined> {
        let read = Parameters::<T>::try_from_uri(&parts.uri);
        read.map(|Parameters(read)| Self(read)).map_err(|_| what_is_wrong::<T>(parts))
    }
}

/// Tries each parameter alone; those that pass alone can only be wrong by coming twice.
fn what_is_wrong<T: DeserializeOwned>(parts: &Parts) -> Declined {
    let query = parts.uri.query().unwrap_or_default();
    let wrong = query.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
        let name = name_of(pair)?;
        if readable::<T>(pair) {
            let times = query.split('&').filter(|pair| name_of(pair).as_ref() == Some(&name));
            (times.count() > 1).then(|| Wrong::twice(&name))
        } else {
            Some(Wrong::unknown(&name))
        }
    });
    Declined::Fields(wrong.collect())
}

fn name_of(pair: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = parameters(pair)?;
    pairs.into_iter().next().map(|(name, _)| name)
}

fn readable<T: DeserializeOwned>(pair: &str) -> bool {
    parameters::<T>(pair).is_some()
}

fn parameters<T: DeserializeOwned>(query: &str) -> Option<T> {
    let uri = Uri::builder().path_and_query(format!("/?{query}")).build().ok()?;
    Parameters::try_from_uri(&uri).ok().map(|Parameters(read)| read)
}
