//! The figures as a file to take away.
use crate::{
    App, Code, FieldError, Problem,
    reports::{Answer, By, paper, sheet},
    words::Lang,
};
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use documents::{print, table::Format};
use jiff::civil::DateTime;
use rules::Instant;

/// A file that can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum File {
    Csv,
    Xlsx,
    Pdf,
    Json,
}

impl File {
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Pdf, Self::Json];

    pub fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    pub fn of_word(word: &str) -> Result<Self, Problem> {
        let found = Self::ALL.into_iter().find(|file| file.word() == word);
        found.ok_or_else(|| Problem::Invalid(vec![FieldError::new("format", Code::Word)]))
    }

    pub fn kind(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
        }
    }
}

/// What a clock in Jakarta shows.
pub(crate) fn jakarta(at: Instant) -> DateTime {
    let moment = jiff::Timestamp::from_microsecond(at.0).unwrap_or_default();
    jiff::tz::offset(7).to_datetime(moment)
}

/// Makes the file; printing takes a while and blocks.
pub(super) fn file(
    app: &App,
    answer: &Answer,
    by: &[By],
    lang: Lang,
    who: &str,
    file: File,
) -> Result<Response, Problem> {
    let (house, now) = (&app.house, jakarta(app.house.now()));
    let broken = |error: &dyn std::fmt::Display| Problem::Broken(format!("no file: {error}"));
    let table = |format| {
        sheet(house, answer, by, lang, now, format).map_err(|unwritable| broken(&unwritable))
    };
    let bytes = match file {
        File::Csv => table(Format::Csv)?,
        File::Xlsx => table(Format::Xlsx)?,
        File::Json => serde_json::to_vec(answer).map_err(|error| broken(&error))?,
        File::Pdf => match print::report(&paper(house, answer, by, lang, who, now)) {
            Err(print::Unprintable::TooManyRows) => return Err(Problem::TooLarge),
            printed => printed.map_err(|unprintable| broken(&unprintable))?,
        },
    };
    Ok(attachment(bytes, file, &format!("angka-tahap-{}", answer.as_at)))
}

/// The bytes of a file to take away.
pub(crate) fn attachment(bytes: Vec<u8>, file: File, stem: &str) -> Response {
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind()));
    let name = format!("attachment; filename=\"{stem}.{}\"", file.word());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}
