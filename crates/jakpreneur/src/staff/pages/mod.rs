//! The pages of sign-in, accounts and tokens.
mod accounts;
mod add;
mod fresh_password;
mod own_password;
mod sign_in;
mod tokens;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/masuk", get(sign_in::show).post(sign_in::send))
        .route("/keluar", post(sign_in::leave))
        .route("/akun", get(accounts::show).post(add::send))
        .route("/akun/sandi", get(own_password::show).post(own_password::change))
        .route("/akun/{id}/nonaktif", post(accounts::disable))
        .route("/akun/{id}/sandi", post(accounts::reset))
        .route("/token", get(tokens::show).post(tokens::make))
        .route("/token/{id}/cabut", post(tokens::revoke))
}
