//! The record of a handover as a file.
use crate::{App, Problem, certificates::taken_away, staff::log_read, tools, web::Visit};
use axum::{
    extract::{Path, State},
    response::Response,
};
use documents::print;
use rules::ToolGrantId;

/// Prints the record; that it was read is logged.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path(grant): Path<String>,
) -> Result<Response, Problem> {
    let grant: ToolGrantId = grant.parse().map_err(|_| Problem::NotFound)?;
    let (officer, at) = (visit.officer()?, app.house.now());
    let read = app.change(move |tx, house| {
        let (member, handover) = tools::bast(tx, house, &officer, grant)?;
        log_read(tx, house.new_id(), at, &officer, "tools.open", Some(member.0), 1)?;
        Ok(handover)
    });
    let handover = read.await?;
    let broken = |error: print::Unprintable| Problem::Broken(format!("no paper: {error}"));
    let bytes = app.blocking(move || print::handover(&handover, at.civil()).map_err(broken));
    Ok(taken_away(&format!("bast-{grant}.pdf"), "application/pdf", bytes.await?))
}
