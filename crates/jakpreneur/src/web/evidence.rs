//! A file that proves something: taken from a form, and given out as a download.
use crate::{
    App, Code, FieldError, LicensingCode, Problem,
    files::{self, Media, Ready},
};
use axum::{
    extract::multipart::{Multipart, MultipartError},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::FileId;

/// The field that holds the file.
const FIELD: &str = "file";
/// The longest of the words beside it.
const LONGEST: usize = 1000;

/// The file of a form as it was sent; the token that stands before it must do.
pub async fn take_file(
    form: &mut Multipart,
    may: impl Fn(&str) -> Result<(), Problem>,
) -> Result<Vec<u8>, Problem> {
    let mut token = String::new();
    while let Some(mut field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        let most = if name == FIELD { files::LARGEST } else { LONGEST };
        if name == FIELD {
            may(&token)?;
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > most {
                return Err(wrong(Code::FileLarge));
            }
        }
        match name.as_str() {
            FIELD => return Ok(bytes),
            "csrf" => token = String::from_utf8_lossy(&bytes).into_owned(),
            _ => {}
        }
    }
    Err(wrong(Code::Empty))
}

/// The file made ready to be kept; pictures are unpacked away from whoever else is served.
pub async fn made_ready(app: &App, bytes: Vec<u8>) -> Result<Ready, Problem> {
    app.blocking(move || files::ready(FIELD, bytes)).await
}

/// Gives a file out, never to be shown in the page's place.
pub fn given_out(file: FileId, media: Media, bytes: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"bukti-{file}.{}\"", media.ending());
    let headers = [
        (header::CONTENT_TYPE, media.word().to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, bytes).into_response()
}

fn wrong(code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(FIELD, code)])
}

fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        wrong(Code::FileLarge)
    } else {
        wrong(Code::Licensing(LicensingCode::EvidenceFile))
    }
}
