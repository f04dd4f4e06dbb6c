//! `GET /open-data`: which tables are published.
use crate::{
    App,
    api::problem::{Aloud, Declined},
    open_data::{self, Metadata, Table},
    words::Lang,
};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// Every published table.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenDataCatalogue {
    /// The tables.
    tables: Vec<OpenDataEntry>,
}

/// A published table, without its rows.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenDataEntry {
    /// Which.
    table: Table,
    /// Where it is as JSON.
    json: String,
    /// Where it is as CSV.
    csv: String,
    /// What must be known to read it.
    metadata: Metadata,
}

/// List published tables
///
/// Open to all. Small numbers are hidden over all tables together.
#[utoipa::path(get, path = "/open-data", tag = "open-data", security(()),
    responses(Aloud, (status = 200, description = "The tables.", body = OpenDataCatalogue)))]
pub async fn catalogue(State(app): State<App>) -> Result<Json<OpenDataCatalogue>, Declined> {
    let own = app.clone();
    let publication = app.blocking(move || open_data::published(&own.db, &own.house)).await?;
    let state = (publication.as_at, publication.known_at);
    let entry = |table: Table| {
        let json = format!("/api/v1/open-data/{}", table.word());
        let metadata = Metadata::of(table, state, Lang::Id);
        OpenDataEntry { table, csv: format!("{json}?format=csv"), json, metadata }
    };
    Ok(Json(OpenDataCatalogue { tables: Table::ALL.map(entry).into() }))
}
