//! `GET /me`: who the token stands for, what they may do and whom they may see.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Aloud, Read},
    },
};
use axum::Json;
use rules::Act;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The routes about the caller.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(me))
}

/// The account that asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The account's id.
    user: Option<Uuid>,
    /// Its name.
    name: String,
    /// Its role's word.
    role: &'static str,
    /// The only agency it sees; null when it sees all.
    agency: Option<String>,
    /// The only area it sees, by region code; null when it sees all.
    area: Option<String>,
    /// The words of all it may do.
    acts: Vec<&'static str>,
}

/// Who am I
#[utoipa::path(get, path = "/me", tag = "me",
    responses(Aloud, Read, (status = 200, description = "The account.", body = Me)))]
pub async fn me(Caller(officer): Caller) -> Json<Me> {
    let acts = Act::ALL.into_iter().filter(|act| officer.role.may(*act));
    Json(Me {
        user: officer.user.map(|user| user.0),
        name: officer.name.clone(),
        role: officer.role.word(),
        agency: officer.scope.agency().map(ToString::to_string),
        area: officer.scope.area().map(|area| area.to_string()),
        acts: acts.map(Act::word).collect(),
    })
}
