//! A form with a small file, read whole.
use crate::{Code, FieldError, Problem};
use axum::{
    extract::multipart::{Multipart, MultipartError},
    http::StatusCode,
};
use sha2::{Digest, Sha256};

/// Room for thousands of rows; a larger file goes through the imports.
pub const LARGEST_UPLOAD: usize = 5 * 1024 * 1024;
/// The longest of the words beside the file.
const LONGEST: usize = 1000;

/// What came: the fields in their order, and the file.
#[derive(Debug, Default)]
pub struct Upload {
    /// Names and values.
    pub fields: Vec<(String, String)>,
    /// Its name and its bytes.
    pub file: Option<(String, Vec<u8>)>,
}

impl Upload {
    /// The value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        let sent = self.fields.iter().find(|(field, _)| field == name);
        sent.map_or("", |(_, value)| value.trim())
    }

    /// What was asked by these fields and the file, whatever the boundary of the form was.
    pub fn digest(&self, fields: &[&str]) -> Vec<u8> {
        let mut digest = Sha256::new();
        let mut add = |bytes: &[u8]| {
            digest.update((bytes.len() as u64).to_be_bytes());
            digest.update(bytes);
        };
        for name in fields {
            add(self.get(name).as_bytes());
        }
        if let Some((name, bytes)) = &self.file {
            add(name.as_bytes());
            add(bytes);
        }
        digest.finalize().to_vec()
    }
}

/// Reads the form; what stands before the file must do for taking it.
pub async fn take_upload(
    form: &mut Multipart,
    may: impl Fn(&Upload) -> Result<(), Problem>,
) -> Result<Upload, Problem> {
    take_upload_of(form, LARGEST_UPLOAD, may).await
}

/// The same with a file of so many bytes at most.
pub async fn take_upload_of(
    form: &mut Multipart,
    largest: usize,
    may: impl Fn(&Upload) -> Result<(), Problem>,
) -> Result<Upload, Problem> {
    let mut sent = Upload::default();
    while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = name == "file";
        if is_file {
            may(&sent)?;
        }
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let most = if is_file { largest } else { LONGEST };
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > most {
                return Err(Problem::TooLarge);
            }
        }
        if !is_file {
            sent.fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else if sent.file.replace((file_name, bytes)).is_some() {
            return Err(wrong(Code::File));
        }
    }
    may(&sent)?;
    Ok(sent)
}

fn wrong(code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new("file", code)])
}

/// Whoever sent it hung up, or sent too much, or no form at all.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Problem::TooLarge
    } else {
        wrong(Code::File)
    }
}
