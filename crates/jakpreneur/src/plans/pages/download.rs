//! The lines of a plan as a file, and an empty file to fill in.
use super::{found, id};
use crate::{
    App, Code, FieldError, Problem,
    plans::{self, sheet, template as empty},
    web::{Visit, attachment, jakarta},
};
use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use documents::{table::Format, write::Unwritable};
use rules::Act;
use serde::Deserialize;

/// Which file.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    format: String,
    versi: Option<i64>,
}

impl Which {
    fn format(&self) -> Result<Format, Problem> {
        match self.format.as_str() {
            "xlsx" => Ok(Format::Xlsx),
            "csv" => Ok(Format::Csv),
            _ => Err(Problem::Invalid(vec![FieldError::new("format", Code::Word)])),
        }
    }
}

/// The lines of a version.
pub(super) async fn lines(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ExportFigures)?;
    let (id, format, version) = (id(&raw)?, which.format()?, which.versi);
    app.look(move |tx, house| {
        let plan = found(tx, &officer, id)?;
        let version = version.unwrap_or(plan.version);
        let lines = plans::lines(tx, &officer.scope, id, version)?;
        let trades = plans::trades(tx)?;
        let made_at = jakarta(house.now());
        let lines = lines.iter().map(|(_, line)| line);
        let bytes = sheet(house, &trades, lines, format, made_at).map_err(unwritable)?;
        Ok(attachment(bytes, format, &format!("rencana-{}-versi-{version}", plan.year)))
    })
    .await
}

/// The columns alone.
pub(super) async fn template(
    State(app): State<App>,
    visit: Visit,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    visit.officer()?.may(Act::PlanTraining)?;
    let format = which.format()?;
    let bytes = empty(format, jakarta(app.house.now())).map_err(unwritable)?;
    Ok(attachment(bytes, format, "contoh-rencana"))
}

pub(super) fn unwritable(reason: Unwritable) -> Problem {
    Problem::Broken(format!("no file of a plan: {reason}"))
}
