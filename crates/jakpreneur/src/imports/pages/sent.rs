//! The form with a file, read as it arrives.
use super::list::Form;
use crate::{
    Code, FieldError, Problem,
    imports::{Kind, NewImport, Upload},
};
use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use rules::{Agency, Scheme};

/// The longest of the words beside the file.
const LONGEST: usize = 1000;

/// What the form says beside its file.
#[derive(Default)]
pub(super) struct Sent {
    /// What proves that the form is ours.
    pub csrf: String,
    file_name: Option<String>,
    act_id: String,
    kind: String,
    dry_run: String,
    agency: String,
    scheme: String,
}

impl Sent {
    /// Takes the form into the upload; what stands before the file must do for taking it.
    pub async fn take(
        &mut self,
        form: &mut Multipart,
        upload: &mut Upload,
        may: impl Fn(&Self) -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if name != "file" {
                self.hear(&name, short(&mut field).await?.trim());
                continue;
            }
            may(self)?;
            let file_name = field.file_name().unwrap_or_default().to_owned();
            if self.file_name.replace(file_name).is_some() {
                return Err(invalid("file", Code::File));
            }
            while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
                upload.take(&bytes).await?;
            }
        }
        may(self)
    }

    fn hear(&mut self, name: &str, text: &str) {
        let place = match name {
            "csrf" => &mut self.csrf,
            "act_id" => &mut self.act_id,
            "kind" => &mut self.kind,
            "dry_run" => &mut self.dry_run,
            "agency" => &mut self.agency,
            "scheme" => &mut self.scheme,
            _ => return,
        };
        text.clone_into(place);
    }

    /// The form as it is shown again.
    pub fn form(&self) -> Form {
        Form {
            kind: self.kind.clone(),
            dry_run: self.dry_run == "true",
            agency: self.agency.clone(),
            scheme: self.scheme.clone(),
        }
    }

    /// What is to be done with the file.
    pub fn new_import(&self) -> Result<NewImport, Problem> {
        let file_name = self.file_name.clone().ok_or_else(|| invalid("file", Code::Empty))?;
        let kind = Kind::of_word(&self.kind).ok_or_else(|| invalid("kind", Code::Word))?;
        let (agency, scheme) = (("agency", &*self.agency), ("scheme", &*self.scheme));
        Ok(NewImport {
            act_id: self.act_id.parse().ok(),
            kind,
            file_name,
            agency: optional(agency, Code::Agency, |code| Agency::parse(code).ok())?,
            scheme: optional(scheme, Code::Word, Scheme::of_word)?,
            dry_run: self.dry_run == "true",
        })
    }
}

/// What a field that may stay empty means.
fn optional<T>(
    (field, text): (&'static str, &str),
    code: Code,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    read(text).map(Some).ok_or_else(|| invalid(field, code))
}

async fn short(field: &mut Field<'_>) -> Result<String, Problem> {
    let mut text = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(|error| unreadable(&error))? {
        text.extend_from_slice(&bytes);
        if text.len() > LONGEST {
            return Err(Problem::TooLarge);
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

/// The browser hung up, or sent too much, or no form at all.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        invalid("file", Code::File)
    }
}
