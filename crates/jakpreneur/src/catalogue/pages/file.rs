//! The catalogue as a file at an address for everybody.
use crate::{
    App, Problem, catalogue,
    web::{PublicAddress, jakarta},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};

/// Gives the file out; it may be kept for five minutes.
pub(super) async fn give(
    State(app): State<App>,
    PublicAddress(public): PublicAddress,
) -> Result<Response, Problem> {
    let (shelf, made_at) = (super::shelf(&app).await?, jakarta(app.house.now()));
    let made = move || {
        catalogue::feed(&shelf, &public, made_at)
            .map_err(|error| Problem::Broken(format!("no file: {error}")))
    };
    let bytes = app.blocking(made).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"katalog.csv\""),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    Ok((headers, bytes).into_response())
}
