//! `POST /curation-entries`: entering a product.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    curations,
};
use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use utoipa::ToSchema;
use uuid::Uuid;

/// A product for a round.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CurationEntryBody {
    /// The round.
    #[schema(required, value_type = Uuid)]
    round: Option<String>,
    /// The product of a member.
    #[schema(required, value_type = Uuid)]
    product: Option<String>,
}

/// What became of an entry.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurationEntryDone {
    /// The entry.
    pub(super) id: Uuid,
    /// How far it is now.
    #[schema(pattern = "^(registered|verified|validated|scheduled|graded|declined)$")]
    pub(super) state: &'static str,
    /// Where it was recorded in the journal.
    pub(super) position: i64,
}

/// The id that was sent in a field.
fn named<T: FromStr>(field: &'static str, sent: Option<String>) -> Result<T, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new(field, code)]);
    sent.ok_or_else(|| wrong(Code::Empty))?.parse().map_err(|_| wrong(Code::Word))
}

/// Enter a product into a round
///
/// A product that was graded may be entered into a later round.
#[utoipa::path(post, path = "/curation-entries", tag = "curations", request_body = CurationEntryBody, params(Key),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Entered.", body = CurationEntryDone),
        (status = 200, description = "The same request under the same key was done before.", body = CurationEntryDone),
        (status = 409, description = "`round-closed`. `not-for-round`. `already-entered`. `erased`.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn register(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    sent: Sent<CurationEntryBody>,
) -> Result<Response, Declined> {
    caller.0.may(Act::ManageProducts)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let (round, product) =
        (named("round", sent.value.round)?, named("product", sent.value.product)?);
    let act = app.change(move |tx, house| curations::register(tx, house, &asking, round, product));
    let done = act.await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    let state = rules::marketing::curation::EntryState::Registered.word();
    let (id, position) = (done.event.entry.0, done.stamp.position);
    Ok((status, Json(CurationEntryDone { id, state, position })).into_response())
}
