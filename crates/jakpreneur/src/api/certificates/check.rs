//! `GET /certificates/{number}`: what a certificate says and whether it holds, for anybody.
use super::answer::{CertificateAnswer, number};
use crate::{
    App, Problem,
    api::problem::{Aloud, Declined},
    certificates::{self, Answer},
};
use axum::{
    Json,
    extract::{Path, State},
};

/// Check a certificate
///
/// Open to all: the last letters of a number cannot be guessed from the others. One letter wrong is not
/// found. The number comes with dashes for slashes, or with slashes as `%2F`.
#[utoipa::path(get, path = "/certificates/{number}", tag = "certificates", security(()),
    params(("number" = String, Path, description = "The number as printed, with dashes for slashes.",
        example = "0012-PKT-PPKUKM-31.75.06-2020-K7QX2M9T")),
    responses(Aloud, (status = 200, description = "Every field as issued.", body = CertificateAnswer),
        (status = 404, description = "`not-found`: there is no certificate with this number.",
            body = crate::api::problem::ProblemBody, content_type = "application/problem+json")))]
pub async fn check(
    State(app): State<App>,
    Path(asked): Path<String>,
) -> Result<Json<CertificateAnswer>, Declined> {
    let asked = number(&asked)?.to_string();
    let answer = app.look(move |tx, house| certificates::check(tx, house, &asked)).await?;
    match answer {
        Answer::Certificate(checked) => Ok(Json((*checked).into())),
        Answer::None | Answer::Card { .. } => Err(Problem::NotFound.into()),
    }
}
