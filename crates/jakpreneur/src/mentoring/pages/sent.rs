//! The form of a visit as a phone sends it: fields, and a photo where one was taken.
use crate::{
    Code, FieldError, Problem,
    files::{self, PictureLimits, PictureRefusal},
    web::{Fields, Posted, Visit},
};
use axum::{
    extract::multipart::{Multipart, MultipartError},
    http::{HeaderMap, StatusCode},
};
use form_urlencoded::Serializer;
use sha2::{Digest, Sha256};

/// Room for what stands beside the photo.
pub(super) const AROUND: usize = 64 * 1024;

/// The fields, and the photo; no bytes where none was taken. The token stands before the photo.
pub(super) async fn read(
    visit: Visit,
    headers: &HeaderMap,
    mut form: Multipart,
) -> Result<(Posted, Vec<u8>), Problem> {
    let (mut typed, mut photo) = (Vec::new(), Vec::new());
    let mut token = String::new();
    while let Some(mut part) = form.next_field().await.map_err(|error| unreadable(&error))? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_photo = name == "photo";
        if is_photo {
            visit.check_form(&token, headers)?;
        }
        let most = if is_photo { PictureLimits::USUAL.bytes } else { AROUND };
        let mut bytes = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(|error| unreadable(&error))? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > most {
                return Err(too_large());
            }
        }
        if is_photo {
            // Another photo under the same key is another request.
            let digest = Sha256::digest(&bytes);
            typed.push((name, format!("{digest:x?}")));
            photo = bytes;
        } else {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if name == "csrf" {
                token.clone_from(&text);
            }
            typed.push((name, text));
        }
    }
    visit.check_form(&token, headers)?;
    let typed = Serializer::new(String::new()).extend_pairs(typed).finish();
    let fields = Fields::parse(typed.as_bytes());
    Ok((Posted { visit, fields }, photo))
}

fn too_large() -> Problem {
    files::refused("photo", PictureRefusal::TooLarge)
}

/// Whoever sent it hung up, or sent too much, or no form at all.
fn unreadable(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        too_large()
    } else {
        Problem::Invalid(vec![FieldError::new("photo", Code::File)])
    }
}
