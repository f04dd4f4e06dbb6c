//! `GET /licence-kinds`: the kinds of permits with their terms today.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Declined, Read},
    },
};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// The kinds of permits.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenceKinds {
    /// Each with its terms today.
    items: Vec<LicenceKindAnswer>,
}

/// A kind of permit.
#[derive(Debug, Serialize, ToSchema)]
pub struct LicenceKindAnswer {
    /// The code.
    code: String,
    /// Its name in Indonesian.
    name: String,
    /// Its name in English.
    name_en: String,
    /// What it is about.
    #[schema(pattern = "^(business|food|halal|intellectual|standard)$")]
    family: &'static str,
    /// Whether such permits are issued today.
    issued_today: bool,
    /// How its numbers are built: `digits:13`, `home_food`, `bpom_md`, `halal`, `free:40`.
    format: Option<String>,
    /// For how many years it is good; null where it does not end.
    years: Option<u8>,
    /// Who usually issues it.
    issuer: Option<String>,
    /// Products that it does not admit.
    excludes: Vec<String>,
}

/// List the kinds of permits
#[utoipa::path(get, path = "/licence-kinds", tag = "licences",
    responses(Read, (status = 200, description = "The kinds.", body = LicenceKinds)))]
pub async fn kinds(
    State(app): State<App>,
    Caller(_): Caller,
) -> Result<Json<LicenceKinds>, Declined> {
    let (permits, today) = (app.house.permits(), app.house.today());
    let of = |told: &rules::licensing::LicenceKindTold| {
        let terms = permits.terms(told.kind, today);
        let excludes = permits.exclusions.iter();
        let excludes = excludes.filter(|it| it.kind == told.kind && it.holds_on(today));
        LicenceKindAnswer {
            code: told.kind.to_string(),
            name: told.name.to_string(),
            name_en: told.name_en.to_string(),
            family: told.family.word(),
            issued_today: told.is_issued_on(today),
            format: terms.map(|terms| terms.format.to_string()),
            years: terms.and_then(|terms| terms.years),
            issuer: terms.map(|terms| terms.issuer.to_string()),
            excludes: excludes.map(|it| it.product.to_string()).collect(),
        }
    };
    Ok(Json(LicenceKinds { items: permits.kinds.iter().map(of).collect() }))
}
