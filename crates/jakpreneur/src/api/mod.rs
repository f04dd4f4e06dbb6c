//! The JSON API with its OpenAPI document, and what whoever runs the server asks it.
mod actions;
mod activity;
mod asking;
mod assessments;
mod attendance;
mod bazaars;
mod books;
mod certificates;
pub(crate) mod changes;
mod classes;
mod curations;
mod document;
mod duplicates;
mod figures;
mod groups;
mod growth;
mod health;
mod imports;
mod licences;
mod me;
mod members;
mod mentoring;
mod meter;
mod open_data;
mod partners;
mod places;
mod plans;
pub mod problem;
mod products;
mod reference;
mod referrals;
mod releases;
mod services;
mod strict;
mod support;
mod targets;
mod tools;
mod waves;
mod webhooks;

pub use document::document;

use crate::{App, Problem};
use axum::{
    Extension, Router,
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::{Next, from_fn, map_response},
    response::{IntoResponse, Response},
};
use meter::Meter;
use problem::Declined;
use std::any::Any;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

/// Everything under `/api/v1`, and `/healthz`, `/readyz`, `/metrics`.
pub fn routes(app: App) -> Router {
    beside(app, Router::new())
}

/// The same beside the pages, whose requests are measured too.
pub fn beside(app: App, pages: Router) -> Router {
    let meter = Meter::new();
    let measuring = meter.clone();
    let (routes, _) = all().split_for_parts();
    routes
        .method_not_allowed_fallback(async || Declined::NoMethod)
        .with_state(app)
        .merge(document::page())
        .merge(pages)
        .layer(from_fn(move |request: Request, next: Next| {
            measuring.clone().measured(request, next)
        }))
        .layer(Extension(meter))
}

/// Every documented route.
fn all() -> OpenApiRouter<App> {
    let v1 = OpenApiRouter::new()
        .merge(members::routes())
        .merge(services::routes())
        .merge(groups::routes())
        .merge(actions::routes())
        .merge(classes::routes())
        .merge(places::routes())
        .merge(attendance::routes())
        .merge(figures::routes())
        .merge(certificates::routes())
        .merge(tools::routes())
        .merge(licences::routes())
        .merge(waves::routes())
        .merge(support::routes())
        .merge(referrals::routes())
        .merge(growth::routes())
        .merge(bazaars::routes())
        .merge(books::routes())
        .merge(products::routes())
        .merge(curations::routes())
        .merge(partners::routes())
        .merge(assessments::routes())
        .merge(mentoring::routes())
        .merge(activity::routes())
        .merge(duplicates::routes())
        .merge(changes::routes())
        .merge(webhooks::routes())
        .merge(plans::routes())
        .merge(targets::routes())
        .merge(releases::routes())
        .merge(open_data::routes())
        .merge(imports::routes())
        .merge(reference::routes())
        .merge(me::routes())
        .merge(document::routes())
        .fallback(async || Declined::NoRoute)
        .layer(CatchPanicLayer::custom(panicked))
        .layer(map_response(private));
    OpenApiRouter::with_openapi(document::base()).nest("/api/v1", v1).merge(health::routes())
}

/// What a panic looks like from outside: a fault like any other.
fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    Declined::from(Problem::Broken("a request panicked".to_owned())).into_response()
}

/// Answers about people are kept by nobody, and are nothing but what they say they are.
async fn private(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    let mut set = |name: HeaderName, value| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CACHE_CONTROL, "no-store");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    answer
}
