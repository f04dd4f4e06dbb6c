//! The pages of referrals: the member's from a phone, the officer's with the member, and the bank's.
mod accounts;
mod answer;
mod compose;
mod doors;
mod figures;
mod listing;
mod one;
mod saying;
mod whose;

use crate::App;
use axum::{
    Router,
    routing::{get, post},
};

/// The routes of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/saya/modal", get(doors::own_list))
        .route("/saya/modal/baru", get(doors::own_new).post(doors::own_check))
        .route("/saya/modal/kirim", post(doors::own_send))
        .route("/saya/modal/{id}", get(one::own))
        .route("/saya/modal/{id}/berkas/{file}", get(one::own_document))
        .route("/saya/modal/{id}/jawab", post(answer::own_reply))
        .route("/saya/modal/{id}/cabut", post(answer::own_withdraw))
        .route("/warga/{member}/modal", get(doors::list))
        .route("/warga/{member}/modal/baru", get(doors::new).post(doors::check))
        .route("/warga/{member}/modal/kirim", post(doors::send))
        .route("/rujukan", get(listing::show))
        .route("/rujukan/{id}", get(one::show).post(answer::answer))
        .route("/rujukan/{id}/jawab", post(answer::reply))
        .route("/rujukan/{id}/cabut", post(answer::withdraw))
        .route("/rujukan/{id}/batal", post(answer::take_back))
        .route("/rujukan/{id}/slik", post(answer::slik))
        .route("/rujukan/{id}/berkas/{file}", get(one::document))
        .route("/akun/bank", get(accounts::show).post(accounts::bind))
        .route("/angka/rujukan", get(figures::show))
}
