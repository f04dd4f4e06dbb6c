//! `GET /open-data/{table}`: a published table, as JSON or CSV.
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::Query,
        problem::{Aloud, Declined},
    },
    open_data::{self, Metadata, OpenRow, Publication, Table},
    reports::pages::{File, attachment, jakarta},
    words::Lang,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// In which form.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Form {
    /// `json` when not given, or `csv`.
    format: Option<String>,
}

/// A published table.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenDataAnswer {
    /// Which.
    table: Table,
    /// What must be known to read it.
    metadata: Metadata,
    /// Its rows, the whole first.
    rows: Vec<OpenRow>,
}

/// A published table
///
/// Open to all. A number that is hidden is null, in CSV an empty cell; the metadata of a CSV are at the same
/// address without `format`, named by its header `Link`.
#[utoipa::path(get, path = "/open-data/{table}", tag = "open-data", security(()),
    params(("table" = String, Path, description = "`stages-by-area`, `stages-by-sex`, `stages-by-business-type` or `stages-by-year`.",
        example = "stages-by-area"), Form),
    responses(Aloud, (status = 200, description = "The table.", content(
            (OpenDataAnswer = "application/json"), (String = "text/csv"))),
        (status = 404, description = "`not-found`: there is no such table.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn table(
    State(app): State<App>,
    Path(word): Path<String>,
    Query(form): Query<Form>,
) -> Result<Response, Declined> {
    let table = Table::of_word(&word).ok_or(Problem::NotFound)?;
    let csv = match form.format.as_deref() {
        None | Some("json") => false,
        Some("csv") => true,
        Some(_) => return Err(Problem::Invalid(vec![FieldError::new("format", Code::Word)]).into()),
    };
    let own = app.clone();
    let publication = app.blocking(move || open_data::published(&own.db, &own.house)).await?;
    let answer = if csv { file(&app, &publication, table) } else { json(&publication, table) };
    Ok(answer?)
}

fn json(publication: &Publication, table: Table) -> Result<Response, Problem> {
    let state = (publication.as_at, publication.known_at);
    let rows = publication.table(table).ok_or(Problem::NotFound)?.rows.clone();
    let metadata = Metadata::of(table, state, Lang::Id);
    Ok(Json(OpenDataAnswer { table, metadata, rows }).into_response())
}

/// The table as CSV.
fn file(app: &App, publication: &Publication, table: Table) -> Result<Response, Problem> {
    let rows = publication.table(table).ok_or(Problem::NotFound)?;
    let bytes = open_data::csv(publication, rows, jakarta(app.house.now()));
    let bytes = bytes.map_err(|error| Problem::Broken(format!("no file: {error}")))?;
    let stem = format!("{}-{}", table.word(), publication.as_at);
    let mut response = attachment(bytes, File::Csv, &stem);
    let link = format!("</api/v1/open-data/{}>; rel=\"describedby\"", table.word());
    if let Ok(link) = HeaderValue::from_str(&link) {
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}
