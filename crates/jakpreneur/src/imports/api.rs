//! `POST /imports`, `GET /imports`, `GET /imports/{id}`, `GET /imports/{id}/rejects`.
use super::{
    Job, Kind, LARGEST, NewImport, Upload,
    answer::{ImportAnswer, ImportsPage},
};
use crate::{App, Code, FieldError, Problem, staff::SignedIn};
use axum::{
    Json,
    extract::{DefaultBodyLimit, Multipart, Path, Query, State, multipart::MultipartError},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use documents::table::Format;
use rules::{ActId, Agency, Scheme};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use uuid::Uuid;

/// The routes of imports.
pub fn api() -> OpenApiRouter<App> {
    let room = DefaultBodyLimit::max(LARGEST + 64 * 1024);
    OpenApiRouter::new()
        .routes(routes!(send, list))
        .layer(room)
        .routes(routes!(show))
        .routes(routes!(rejects))
}

/// A file and what is said about it; the fields may come in any order.
#[derive(ToSchema)]
#[expect(dead_code, reason = "read field by field as it arrives; this is its documentation")]
struct SentFile {
    /// `members` or `services`.
    kind: String,
    /// CSV or XLSX, at most 200 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// `true`: everything is checked and nothing recorded.
    dry_run: Option<bool>,
    /// Whose rows they are where the file does not say; the caller's agency when not given.
    agency: Option<String>,
    /// `pergub` or `jakbar2022`: lets codes P1 to P7 count as stages.
    scheme: Option<String>,
}

/// Send a file
///
/// The file is taken and dealt with in the background, one after the other; ask for its progress. The same
/// file again changes nothing.
#[utoipa::path(post, path = "/imports", tag = "imports",
    request_body(content = SentFile, content_type = "multipart/form-data"),
    params(("Idempotency-Key" = Option<Uuid>, Header, description = "The same key and file again answer 200.")),
    responses(
        (status = 202, description = "The file is taken.", body = ImportAnswer),
        (status = 200, description = "It was taken before, under the same key.", body = ImportAnswer),
        (status = 413, description = "The file is larger than 200 MB."),
        (status = 422, description = "A field is wrong."),
    ))]
async fn send(
    State(app): State<App>,
    signed: SignedIn,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    signed.via.check_csrf(text("x-csrf-token").unwrap_or_default())?;
    let act_id = text("idempotency-key").map(key).transpose()?;
    let mut said = Said { act_id, ..Said::default() };
    let mut upload = Upload::begin(&app, signed.officer)?;
    let taken = take(&mut form, &mut upload, &mut said, |_| Ok(())).await;
    let taken = taken.and_then(|()| said.new_import());
    let new = match taken {
        Ok(new) => new,
        Err(problem) => {
            upload.abandon().await?;
            return Err(problem);
        }
    };
    let accepted = upload.finish(&new).await?;
    let status = if accepted.before { StatusCode::OK } else { StatusCode::ACCEPTED };
    let place = HeaderValue::try_from(format!("/api/v1/imports/{}", accepted.job.id));
    let place = place.map_err(|error| Problem::Broken(error.to_string()))?;
    let answer = ImportAnswer::of(&accepted.job);
    Ok((status, [(header::LOCATION, place)], Json(answer)).into_response())
}

/// What the form says beside the file.
#[derive(Default)]
pub(super) struct Said {
    pub act_id: Option<ActId>,
    file_name: Option<String>,
    pub kind: String,
    pub dry_run: String,
    pub agency: String,
    pub scheme: String,
    /// What a form of our own pages carries.
    pub csrf: String,
    /// The same for the act it asks for.
    pub key: String,
}

/// Takes the form as it comes; what was said before the file must do for taking it.
pub(super) async fn take(
    form: &mut Multipart,
    upload: &mut Upload,
    said: &mut Said,
    may: impl Fn(&Said) -> Result<(), Problem>,
) -> Result<(), Problem> {
    while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if said.file_name.is_some() {
                return Err(invalid("file", Code::File));
            }
            may(said)?;
            said.file_name = Some(field.file_name().unwrap_or_default().to_owned());
            while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
                upload.take(&bytes).await?;
            }
            continue;
        }
        let mut text = Vec::new();
        while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
            text.extend_from_slice(&bytes);
            if text.len() > LONGEST {
                return Err(Problem::TooLarge);
            }
        }
        said.hear(&name, String::from_utf8_lossy(&text).trim());
    }
    Ok(())
}

/// The longest of the words beside the file.
const LONGEST: usize = 1000;

impl Said {
    fn hear(&mut self, name: &str, text: &str) {
        let place = match name {
            "kind" => &mut self.kind,
            "dry_run" => &mut self.dry_run,
            "agency" => &mut self.agency,
            "scheme" => &mut self.scheme,
            "csrf" => &mut self.csrf,
            "act_id" => &mut self.key,
            _ => return,
        };
        text.clone_into(place);
    }

    pub(super) fn new_import(self) -> Result<NewImport, Problem> {
        let file_name = self.file_name.ok_or_else(|| invalid("file", Code::Empty))?;
        let kind = if self.kind.is_empty() { Code::Empty } else { Code::Word };
        let kind = Kind::of_word(&self.kind).ok_or_else(|| invalid("kind", kind))?;
        let dry_run = match self.dry_run.as_str() {
            "" | "false" => false,
            "true" => true,
            _ => return Err(invalid("dry_run", Code::Word)),
        };
        let agency = optional(&self.agency, |code| Agency::parse(code).ok());
        let scheme = optional(&self.scheme, Scheme::of_word);
        Ok(NewImport {
            act_id: self.act_id,
            kind,
            file_name,
            agency: agency.map_err(|()| invalid("agency", Code::Agency))?,
            scheme: scheme.map_err(|()| invalid("scheme", Code::Word))?,
            dry_run,
        })
    }
}

fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some).ok_or(()) }
}

fn key(text: &str) -> Result<ActId, Problem> {
    text.parse().map_err(|_| invalid("idempotency-key", Code::Word))
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// The client hung up, sent too much, or no form at all.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        invalid("file", Code::File)
    }
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Page {
    /// The `next` of the page before.
    after: Option<Uuid>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// List the files that were sent, newest first
///
/// One's own, and those of people who reach no further than the caller.
#[utoipa::path(get, path = "/imports", tag = "imports", params(Page),
    responses((status = 200, description = "A page of files.", body = ImportsPage)))]
async fn list(
    State(app): State<App>,
    signed: SignedIn,
    Query(page): Query<Page>,
) -> Result<Json<ImportsPage>, Problem> {
    let limit = page.limit.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        return Err(invalid("limit", Code::Number));
    }
    let jobs = app.look(move |tx, _| super::jobs(tx, &signed.officer, page.after, limit)).await?;
    Ok(Json(ImportsPage::of(&jobs)))
}

/// Read how far a file is
#[utoipa::path(get, path = "/imports/{id}", tag = "imports",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(
        (status = 200, description = "How far it is.", body = ImportAnswer),
        (status = 404, description = "There is no such file, or it is outside the caller's scope."),
    ))]
async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Json<ImportAnswer>, Problem> {
    let job: Job = app.look(move |tx, _| super::job(tx, &signed.officer, id)).await?;
    Ok(Json(ImportAnswer::of(&job)))
}

/// Take the refused rows away
///
/// The same kind of file as was sent, with the original cells and a column `Alasan`. Taking it is logged.
#[utoipa::path(get, path = "/imports/{id}/rejects", tag = "imports",
    params(("id" = Uuid, Path, description = "The import.")),
    responses(
        (status = 200, description = "The file.", content_type = "application/octet-stream", body = Vec<u8>),
        (status = 404, description = "There is no such file, or it is outside the caller's scope."),
    ))]
async fn rejects(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<Uuid>,
) -> Result<Response, Problem> {
    let back = super::rejects(&app, signed.officer, id).await?;
    let kind = match back.format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let headers =
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, back.attachment())];
    Ok((headers, back.bytes).into_response())
}
