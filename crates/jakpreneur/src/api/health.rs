//! `/healthz`, `/readyz` and `/metrics`: for whoever runs the server.
use super::meter::Meter;
use crate::{
    App, Problem,
    api::problem::ProblemBody,
    webhooks::{Metered, metered},
};
use axum::{
    Extension, Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use db::{Tx, sql};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes for whoever runs the server.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(healthz)).routes(routes!(readyz)).routes(routes!(metrics))
}

/// Whether the server can do its work.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub struct Readiness {
    /// Whether it can.
    ready: bool,
    /// Whether the database answers.
    database: bool,
    /// Whether its schema is this program's.
    schema: bool,
    /// Whether everything is counted.
    counts: bool,
    /// Whether every name can be searched; not needed to be ready.
    names: bool,
}

/// Whether the process lives
#[utoipa::path(get, path = "/healthz", tag = "operation", security(()),
    responses((status = 200, description = "It lives.", body = String, content_type = "text/plain")))]
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Whether the server can do its work
#[utoipa::path(get, path = "/readyz", tag = "operation", security(()),
    responses((status = 200, description = "It can.", body = Readiness),
        (status = 503, description = "It cannot.", body = Readiness)))]
pub async fn readyz(State(app): State<App>) -> Response {
    let asked = app.look(|tx, _| state(tx)).await;
    let database = asked.is_ok();
    let schema = asked.is_ok_and(|state| state.schema);
    let (counts, names) = counted(&app);
    let ready = database && schema && counts;
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, Json(Readiness { ready, database, schema, counts, names })).into_response()
}

fn counted(app: &App) -> (bool, bool) {
    let board = app.house.board();
    (board.names.len() == board.figures.members(), board.names_ready)
}

struct DatabaseState {
    schema: bool,
    batches: i64,
    webhooks: Option<Metered>,
}

sql!(BATCHES = "select batches from journal_head where id = 1");

fn state(tx: &mut Tx<'_>) -> Result<DatabaseState, Problem> {
    let batches: Option<(i64,)> = tx.maybe(BATCHES, ())?;
    let schema = db::Migrated::is_current(tx)?;
    Ok(DatabaseState {
        schema,
        webhooks: if schema { Some(metered(tx)?) } else { None },
        batches: batches.map_or(0, |(batches,)| batches),
    })
}

/// Measurements for Prometheus
#[utoipa::path(get, path = "/metrics", tag = "operation", security(()),
    responses((status = 200, description = "Requests, latencies, journal and counts, in Prometheus' text format.",
            body = String, content_type = "text/plain"),
        (status = 500, description = "`fault`: see the server's log.", body = ProblemBody,
            content_type = "application/problem+json")))]
pub async fn metrics(State(app): State<App>, Extension(meter): Extension<Meter>) -> Response {
    let asked = app.look(|tx, _| state(tx)).await;
    meter.database(asked.as_ref().ok().map(|state| state.batches));
    if let Ok(DatabaseState { webhooks: Some(webhooks), .. }) = &asked {
        meter.webhooks(webhooks);
    }
    {
        let board = app.house.board();
        meter.counts(board.position, board.figures.members(), board.figures.services());
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], meter.text())
        .into_response()
}
