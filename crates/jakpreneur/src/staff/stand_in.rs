//! How a problem is answered until the pages and the API say it in words.
use crate::Problem;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        match self {
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Fault(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NikRegistered(_) | Self::Refused(_) => StatusCode::CONFLICT,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        }
        .into_response()
    }
}
