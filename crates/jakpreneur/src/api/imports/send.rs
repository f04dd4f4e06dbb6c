//! `POST /imports`: a file as it arrives, and what is said about it.
use super::{answer::ImportAnswer, invalid};
use crate::{
    App, Code, Problem,
    api::{
        asking::{Caller, Key},
        problem::{Declined, Known, Read, Written, Wrong},
    },
    imports::{Kind, NewImport, Upload},
};
use axum::{
    Json,
    extract::{
        Multipart, State,
        multipart::{Field, MultipartError, MultipartRejection},
    },
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::{ActId, Agency, Scheme};
use utoipa::ToSchema;

/// A file and what is said about it, in any order.
#[derive(ToSchema)]
#[schema(as = SentFile)]
#[expect(dead_code, reason = "read field by field as it arrives; this is its documentation")]
pub struct SentFile {
    /// What its rows are.
    #[schema(pattern = "^(members|services|licences|measurements|support|targets)$")]
    kind: String,
    /// CSV or XLSX, at most 200 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// `true`: everything is checked and nothing recorded.
    dry_run: Option<bool>,
    /// Whose rows they are where the file does not say; the caller's agency when not given.
    agency: Option<String>,
    /// Lets codes P1 to P7 count as stages.
    #[schema(pattern = "^(pergub|jakbar2022)?$")]
    scheme: Option<String>,
}

/// Send a file
///
/// The file is dealt with in the background, one after the other; ask for its progress. Good rows are
/// recorded, the others come back with their reasons. The same file again changes nothing.
#[utoipa::path(post, path = "/imports", tag = "imports", params(Key),
    request_body(content = SentFile, content_type = "multipart/form-data"),
    responses(Read, Known, Written,
        (status = 202, description = "The file is taken.", body = ImportAnswer),
        (status = 200, description = "It was taken before, under the same key.", body = ImportAnswer)))]
pub async fn send(
    State(app): State<App>,
    Caller(officer): Caller,
    key: Key,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Declined> {
    let mut upload = Upload::begin(&app, officer)?;
    let mut form = form.map_err(|_| Declined::MediaType)?;
    let new = match take(&mut form, &mut upload).await.and_then(|said| said.new_import(&key)) {
        Ok(new) => new,
        Err(declined) => {
            upload.abandon().await?;
            return Err(declined);
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
struct Said {
    file_name: Option<String>,
    kind: String,
    dry_run: Option<String>,
    agency: String,
    scheme: String,
}

async fn take(form: &mut Multipart, upload: &mut Upload) -> Result<Said, Declined> {
    let mut said = Said::default();
    while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name != "file" {
            let text = short(&mut field).await?;
            said.hear(&name, text.trim())?;
            continue;
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        if said.file_name.replace(file_name).is_some() {
            return Err(invalid("file", Code::File).into());
        }
        while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
            upload.take(&bytes).await?;
        }
    }
    Ok(said)
}

/// The longest of the words beside the file.
const LONGEST: usize = 1000;

async fn short(field: &mut Field<'_>) -> Result<String, Declined> {
    let mut text = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
        text.extend_from_slice(&bytes);
        if text.len() > LONGEST {
            return Err(Problem::TooLarge.into());
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

impl Said {
    fn hear(&mut self, name: &str, text: &str) -> Result<(), Declined> {
        let place = match name {
            "kind" => &mut self.kind,
            "dry_run" => self.dry_run.get_or_insert_default(),
            "agency" => &mut self.agency,
            "scheme" => &mut self.scheme,
            unknown => return Err(Declined::Fields(vec![Wrong::unknown(unknown)])),
        };
        text.clone_into(place);
        Ok(())
    }

    fn new_import(self, key: &Key) -> Result<NewImport, Declined> {
        let file_name = self.file_name.ok_or_else(|| invalid("file", Code::Empty))?;
        let kind = if self.kind.is_empty() { Code::Empty } else { Code::Word };
        let kind = Kind::of_word(&self.kind).ok_or_else(|| invalid("kind", kind))?;
        let dry_run = match self.dry_run.as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(invalid("dry_run", Code::Word).into()),
        };
        let agency = optional(&self.agency, |code| Agency::parse(code).ok());
        let scheme = optional(&self.scheme, Scheme::of_word);
        Ok(NewImport {
            act_id: key.sent().map(ActId),
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

/// The client hung up, sent too much, or no form at all.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        invalid("file", Code::File)
    }
}
