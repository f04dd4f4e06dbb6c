//! The OpenAPI document of the API, made from its routes, and the page to read it on.
use crate::App;
use axum::{
    Router,
    http::{HeaderValue, header},
    middleware::map_response,
    response::{IntoResponse, Response},
};
use std::sync::LazyLock;
use utoipa::{
    Modify, OpenApi as _,
    openapi::{
        OpenApi,
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};
use utoipa_axum::{router::OpenApiRouter, routes};
use utoipa_swagger_ui::{Config, SwaggerUi};

/// Where the document is.
const ADDRESS: &str = "/api/v1/openapi.json";
/// What the page may load: its own scripts and styles, and the document.
const PAGE_MAY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                        connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Jakpreneur",
        description = "Registrations, services and figures of an integrated entrepreneurship programme. Dates are \
                       `YYYY-MM-DD` in Asia/Jakarta, instants RFC 3339 with offset, ids UUIDv7. Writes take an \
                       `Idempotency-Key`: the same key and body again answers 200 with the first answer's body."
    ),
    tags(
        (name = "members", description = "Who is registered, by which agency."),
        (name = "services", description = "Services of the seven stages; recorded, taken back, never overwritten."),
        (name = "groups", description = "Members who work together (kelompok usaha)."),
        (name = "actions", description = "What a device kept while it had no connection."),
        (name = "classes", description = "Classes, their sessions, and who has a place in them."),
        (name = "certificates", description = "Certificates of finished classes, open to whoever checks one."),
        (name = "tools", description = "Production tools handed over, once a person and agency."),
        (name = "licences", description = "Permits of members, and the waves that facilitate them."),
        (name = "support", description = "What agencies give beside the seven stages, with its value."),
        (name = "referrals", description = "Members referred to banks with their consent, and what the banks answered."),
        (name = "products", description = "Products of members, in the catalogue by consent, and where they are sold."),
        (name = "curations", description = "Products curated in rounds, and who may be on the e-order list."),
        (name = "partners", description = "Partners of the programme, their agreements, and whom they reached."),
        (name = "books", description = "A member's books, while they consent."),
        (name = "growth", description = "What is told of a member's business, month by month."),
        (name = "mentoring", description = "Caseloads of mentors, and their visits."),
        (name = "figures", description = "How many persons reached which stage."),
        (name = "open-data", description = "Figures for anybody, small numbers hidden."),
        (name = "targets", description = "What was to be reached, by which document; revised, never edited."),
        (name = "releases", description = "Reports frozen under a number, with their digest; never changed."),
        (name = "duplicates", description = "Records that look like one person."),
        (name = "training-plans", description = "A year's plan of trainings, beside what became of it."),
        (name = "imports", description = "Files of members, services and targets, as officers send them."),
        (name = "changes", description = "The journal in commit order, for other systems."),
        (name = "webhooks", description = "Partner systems that are told of changes: signed, in commit order, replayable."),
        (name = "reference", description = "Codes of regions and agencies."),
        (name = "me", description = "The caller's own account."),
        (name = "operation", description = "For whoever runs the server.")
    ),
    components(schemas(
        crate::api::problem::ProblemBody,
        crate::api::problem::FieldProblem,
        crate::api::actions::ActionBody
    )),
    modifiers(&Bearer),
    security(("bearer" = []))
)]
struct Base;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut OpenApi) {
        let about = "A token made with `jakpreneur token create --user NAME`.";
        let scheme =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(about)).build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// The document before any route is in it.
pub fn base() -> OpenApi {
    Base::openapi()
}

static DOCUMENT: LazyLock<String> =
    LazyLock::new(|| super::all().into_openapi().to_json().unwrap_or_default());

/// The OpenAPI document, as JSON.
pub fn document() -> &'static str {
    &DOCUMENT
}

/// The route of the document.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(openapi))
}

/// Read this document
#[utoipa::path(get, path = "/openapi.json", tag = "operation", security(()),
    responses((status = 200, description = "The OpenAPI document.", body = Object)))]
pub async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], document()).into_response()
}

/// The page to read it on, at `/api/v1/docs`; it loads nothing from elsewhere.
pub fn page() -> Router {
    let page = Router::from(SwaggerUi::new("/api/v1/docs").config(Config::from(ADDRESS)));
    page.layer(map_response(async |mut answer: Response| {
        let policy = HeaderValue::from_static(PAGE_MAY);
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        answer
    }))
}
