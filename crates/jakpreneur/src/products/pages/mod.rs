//! The pages of products, with two doors: the member's own, and an officer's for a member.
mod act;
mod door;
mod home;
mod listing;
mod one;
mod photo;

use crate::{App, web::LARGEST_UPLOAD};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

/// The routes of these pages, the same behind either door.
pub fn routes() -> Router<App> {
    behind("/saya/produk").merge(behind("/warga/{id}/produk"))
}

fn behind(door: &str) -> Router<App> {
    let photo = post(photo::send).layer(DefaultBodyLimit::max(LARGEST_UPLOAD + 16 * 1024));
    Router::new()
        .route(door, get(home::show).post(home::add))
        .route(&format!("{door}/{{product}}"), get(one::show).post(act::change))
        .route(&format!("{door}/{{product}}/foto"), photo)
        .route(&format!("{door}/{{product}}/foto/{{file}}"), get(photo::give))
        .route(&format!("{door}/{{product}}/tampilkan"), post(act::publish))
        .route(&format!("{door}/{{product}}/turunkan"), post(act::take_off))
        .route(&format!("{door}/{{product}}/lapak"), post(listing::tell))
        .route(&format!("{door}/{{product}}/lapak/{{listing}}/periksa"), post(listing::check))
        .route(&format!("{door}/{{product}}/lapak/{{listing}}/batal"), post(listing::void))
}
