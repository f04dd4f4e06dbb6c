//! `POST /training-plans/imports`: a plan as a file, tried out or laid out.
use super::invalid;
use crate::{
    App, Code,
    api::{
        asking::{Caller, Key},
        problem::{Declined, Found, Known, Read, Written, Wrong},
    },
    plans::import::{self, Confirmed, NotTried, Tried},
    web::{Upload, take_upload},
    words::{Lang, Plans, fill},
};
use axum::{
    Json,
    extract::{Multipart, State, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use rules::Act;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What the form may say beside its file.
const FIELDS: [&str; 9] =
    ["agency", "area", "year", "title", "persons_target", "plan", "version", "reason", "dry_run"];

/// A file of a plan and what is said about it, in any order: the head of a new plan, or the plan whose lines
/// it replaces.
#[derive(ToSchema)]
#[schema(as = SentPlanFile)]
#[expect(dead_code, reason = "read field by field as it arrives; this is its documentation")]
pub struct SentPlanFile {
    /// CSV or XLSX with the columns Jenis, Bidang, Kecamatan, Bulan, Jumlah Kelas, Kursi, Sesi, Orang, and
    /// where known Mata Anggaran, Anggaran, Tanggal Mulai, Tempat, Pelatih; at most 5 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// `true`: everything is checked and nothing recorded.
    dry_run: Option<bool>,
    /// Of a new plan: the code of its agency.
    agency: Option<String>,
    /// Of a new plan: the code of its area.
    area: Option<String>,
    /// Of a new plan: its year.
    year: Option<i16>,
    /// Of a new plan: what it is called.
    title: Option<String>,
    /// Of a new plan: how many people it is to reach.
    persons_target: Option<u32>,
    /// The plan whose lines in the caller's area the file replaces.
    plan: Option<Uuid>,
    /// The version of that plan that was looked at.
    version: Option<i64>,
    /// Why that plan changes.
    reason: Option<String>,
}

/// What became of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlanFileAnswer {
    /// The plan that was laid out or revised; null when nothing was recorded.
    plan: Option<Uuid>,
    /// Its version; null when nothing was recorded.
    version: Option<i64>,
    /// Rows that are lines of a plan.
    good: usize,
    /// People whom the good rows reach.
    persons: u64,
    /// Seats of the good rows.
    seats: u64,
    /// Classes of the good rows.
    classes: u64,
    /// Columns that are not known and were not read.
    unknown_columns: Vec<String>,
    /// Rows that are not recorded, and why.
    rejected: Vec<RejectedRow>,
}

/// A row that is not recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct RejectedRow {
    /// The row as a spreadsheet numbers it.
    row: u64,
    /// Why, in Indonesian.
    reasons: String,
}

/// Bring in a training plan
///
/// One act: the good rows become a new plan, or take the place of the lines of one. Rows that are refused
/// come back with their reasons.
#[utoipa::path(post, path = "/training-plans/imports", tag = "training-plans", params(Key),
    request_body(content = SentPlanFile, content_type = "multipart/form-data"),
    responses(Read, Found, Known, Written,
        (status = 201, description = "Recorded.", body = PlanFileAnswer),
        (status = 200, description = "Tried out, or recorded by the same request before.", body = PlanFileAnswer),
        (status = 409, description = "`plan-there`: the agency has a plan for the area and year. \
            `plan-changed`: there is a newer version. `unchanged`: nothing differs.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn send(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    caller.0.may(Act::PlanTraining)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let sent = take_upload(&mut form, |_| Ok(())).await?;
    let dry_run = said(&sent)?;
    let asking = key.asking(&app, &caller, &sent.digest(&FIELDS));
    let officer = caller.0;
    let tried = app.look(move |tx, house| Ok(import::try_out(tx, house, &officer, sent))).await?;
    let tried = tried.map_err(declined)?;
    if dry_run || tried.rows.lines.is_empty() {
        return Ok(Json(answer(&tried, None)).into_response());
    }
    let keeping = tried.clone();
    let done = app.change(move |tx, house| import::confirm(tx, house, &asking, &keeping)).await?;
    let status = if done.before { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(answer(&tried, Some(&done)))).into_response())
}

/// Whether it is only to be tried out; refuses fields nobody asked for.
fn said(sent: &Upload) -> Result<bool, Declined> {
    let unknown = sent.fields.iter().map(|(name, _)| name.as_str());
    let unknown: Vec<Wrong> =
        unknown.filter(|name| !FIELDS.contains(name)).map(Wrong::unknown).collect();
    if !unknown.is_empty() {
        return Err(Declined::Fields(unknown));
    }
    match sent.get("dry_run") {
        "" | "false" => Ok(false),
        "true" => Ok(true),
        _ => Err(invalid("dry_run", Code::Word).into()),
    }
}

fn declined(not: NotTried) -> Declined {
    match not {
        NotTried::Problem(problem) => problem.into(),
        NotTried::ColumnMissing(column) => {
            let text = Plans::of(Lang::Id).column_missing;
            let message = fill(text, &[("column", column)]);
            let code = Code::ColumnMissing.slug();
            Declined::Fields(vec![Wrong { field: "file".into(), code, message }])
        }
    }
}

fn answer(tried: &Tried, done: Option<&Confirmed>) -> PlanFileAnswer {
    let sums = tried.sums();
    let rejected = tried.rows.rejected.iter();
    PlanFileAnswer {
        plan: done.map(|done| done.plan.0),
        version: done.map(|done| done.version),
        good: tried.rows.lines.len(),
        persons: sums.persons,
        seats: sums.seats,
        classes: sums.classes,
        unknown_columns: tried.rows.unknown.clone(),
        rejected: rejected
            .map(|(row, _, reasons)| RejectedRow { row: *row, reasons: reasons.clone() })
            .collect(),
    }
}
