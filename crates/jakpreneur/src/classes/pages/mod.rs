//! The pages about classes: the announcements for everybody, and the work of officers behind them.
mod announcement;
mod calendar;
mod listing;
mod months;
mod near;
mod participants;
mod plan_page;
mod planner;
mod say;
mod typed;
mod work;
mod work_list;

pub(crate) use announcement::line;
pub(crate) use near::{Near, near};
pub(crate) use say::{Saying, Tag};

use crate::{App, Problem};
use axum::{
    Router,
    routing::{get, post},
};
use rules::{ClassId, Date};

/// The pages about classes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/kelas", get(listing::show))
        .route("/kelas.ics", get(calendar::all))
        .route("/kelas/{id}", get(announcement::show))
        .route("/kelas-kerja", get(work_list::show))
        .route("/kelas-kerja/baru", get(planner::show_new).post(planner::announce))
        .route("/kelas-kerja/{id}", get(work::show))
        .route("/kelas-kerja/{id}/batal", post(work::call_off))
        .route("/kelas-kerja/{id}/ubah", get(planner::show_change).post(planner::change))
}

/// The class an address names; what is no id is not found.
pub(crate) fn class(id: &str) -> Result<ClassId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// Where a list goes on, as it stands in an address: `2026-12-01_` and the id.
fn cursor(after: (Date, ClassId)) -> String {
    format!("{}_{}", after.0, after.1)
}

/// The same, read back; what is no cursor begins at the beginning.
fn read_cursor(text: &str) -> Option<(Date, ClassId)> {
    let (on, id) = text.split_once('_')?;
    Some((on.parse().ok()?, id.parse().ok()?))
}
