//! The lines of a plan as a file, and an empty file to fill in.
use super::{found, id};
use crate::{
    App, Code, FieldError, Problem,
    plans::{self, sheet, template as empty},
    web::Visit,
};
use axum::{
    body::Body,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use documents::{table::Format, write::Unwritable};
use jiff::civil::DateTime;
use rules::{Act, Instant};
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

/// What a clock in Jakarta shows.
pub(super) fn jakarta(at: Instant) -> DateTime {
    let moment = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    jiff::tz::offset(7).to_datetime(moment)
}

pub(super) fn unwritable(reason: Unwritable) -> Problem {
    Problem::Broken(format!("no file of a plan: {reason}"))
}

/// A file to take away.
pub(super) fn attachment(bytes: Vec<u8>, format: Format, stem: &str) -> Response {
    let (ending, kind) = match format {
        Format::Csv => ("csv", "text/csv; charset=utf-8"),
        Format::Xlsx => {
            ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        }
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{stem}.{ending}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
