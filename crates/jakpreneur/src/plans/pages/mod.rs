//! The pages of plans: the list, a plan in figures, its lines, new ones, files.
mod download;
mod heading;
mod import;
mod import_form;
mod line;
mod lines;
mod list;
mod new;
mod plan;
mod table;
mod telling;

use super::{Plan, plan as kept};
use crate::{App, House, Problem, staff::Officer, web::LARGEST_UPLOAD};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use db::Tx;
use rules::{PlanId, number::thousands};

/// Room for what a form says beside its file.
const BESIDE: usize = 64 * 1024;

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/rencana/impor", get(import_form::show).post(import_form::send))
        .layer(DefaultBodyLimit::max(LARGEST_UPLOAD + BESIDE))
        .route("/rencana", get(list::show))
        .route("/rencana/baru", get(new::show).post(new::send))
        .route("/rencana/contoh", get(download::template))
        .route("/rencana/impor/{id}", get(import::show))
        .route("/rencana/impor/{id}/simpan", post(import::confirm))
        .route("/rencana/impor/{id}/ditolak", get(import::rejects))
        .route("/rencana/{id}", get(plan::show))
        .route("/rencana/{id}/unduh", get(download::lines))
        .route("/rencana/{id}/sasaran", get(heading::show).post(heading::send))
        .route("/rencana/{id}/baris", get(lines::show))
        .route("/rencana/{id}/baris/baru", get(line::add).post(line::send_new))
        .route("/rencana/{id}/baris/{line}", get(line::change).post(line::send_changed))
        .route("/rencana/{id}/baris/{line}/hapus", post(line::drop_line))
}

/// The plan an address names; what is no id is not found.
fn id(raw: &str) -> Result<PlanId, Problem> {
    raw.parse().map_err(|_| Problem::NotFound)
}

/// A plan within the officer's scope.
fn found(tx: &mut Tx<'_>, officer: &Officer, id: PlanId) -> Result<Plan, Problem> {
    kept(tx, &officer.scope, id)?.ok_or(Problem::NotFound)
}

fn said(n: u64) -> String {
    thousands(n)
}

fn count(n: usize) -> String {
    thousands(u64::try_from(n).unwrap_or(u64::MAX))
}

/// `Seluruh Jakarta`, or the region's name.
fn area_name(house: &House, area: rules::RegionCode, all: &str) -> String {
    let whole = area.level() == rules::Level::Province;
    if whole { all.to_owned() } else { house.region_name(area) }
}
