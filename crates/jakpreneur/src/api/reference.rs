//! `GET /regions` and `GET /agencies`: the codes that other requests use.
use crate::{
    App, Code, FieldError, House, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Aloud, Declined, Read},
    },
};
use axum::{Json, extract::State};
use rules::{Level, RegionCode};
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The routes of reference data.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(regions)).routes(routes!(agencies))
}

/// Which regions.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Regions of this level alone.
    #[param(pattern = "^(province|city|kecamatan|kelurahan)$")]
    level: Option<String>,
    /// Regions in this one, by its code.
    #[param(example = "31.73")]
    within: Option<String>,
}

/// Regions, a region before what is in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegionList {
    /// The regions.
    items: Vec<RegionLine>,
    /// How many there are.
    total: usize,
}

/// A region of Kemendagri's list.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegionLine {
    /// Its code.
    #[schema(example = "31.73.05")]
    code: String,
    /// Its official name.
    name: String,
    /// How far down it is.
    #[schema(pattern = "^(province|city|kecamatan|kelurahan)$")]
    level: &'static str,
    /// The first day it counts.
    #[schema(format = Date)]
    valid_from: String,
    /// The first day it no longer counts; null while it does.
    #[schema(format = Date)]
    valid_to: Option<String>,
}

/// List regions
#[utoipa::path(get, path = "/regions", tag = "reference", params(Which),
    responses(Aloud, Read, (status = 200, description = "The regions.", body = RegionList)))]
pub async fn regions(
    State(app): State<App>,
    _: Caller,
    Query(which): Query<Which>,
) -> Result<Json<RegionList>, Declined> {
    let (level, within) = which.understand(&app.house)?;
    let all = app.house.regions.all().iter();
    let wanted = all
        .filter(|region| level.is_none_or(|level| region.code.level() == level))
        .filter(|region| within.is_none_or(|around| region.code.within(&around)));
    let items: Vec<RegionLine> = wanted.map(RegionLine::from).collect();
    Ok(Json(RegionList { total: items.len(), items }))
}

impl Which {
    fn understand(&self, house: &House) -> Result<(Option<Level>, Option<RegionCode>), Problem> {
        let invalid = |field, code| Problem::Invalid(vec![FieldError::new(field, code)]);
        let level = self.level.as_deref();
        let level =
            level.map(|word| Level::of_word(word).ok_or_else(|| invalid("level", Code::Word)));
        let known = |code: &str| {
            let code =
                RegionCode::parse(code).ok().filter(|code| house.regions.get(*code).is_some());
            code.ok_or_else(|| invalid("within", Code::Region))
        };
        Ok((level.transpose()?, self.within.as_deref().map(known).transpose()?))
    }
}

impl From<&rules::Region> for RegionLine {
    fn from(region: &rules::Region) -> Self {
        Self {
            code: region.code.to_string(),
            name: region.name.clone(),
            level: region.code.level().word(),
            valid_from: region.valid_from.to_string(),
            valid_to: region.valid_to.map(|end| end.to_string()),
        }
    }
}

/// Agencies, by code.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgencyList {
    /// The agencies.
    items: Vec<AgencyLine>,
    /// How many there are.
    total: usize,
}

/// An agency of the programme.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgencyLine {
    /// Its code.
    #[schema(example = "ppkukm")]
    code: String,
    /// Its full name.
    name: String,
}

/// List agencies
#[utoipa::path(get, path = "/agencies", tag = "reference",
    responses(Aloud, Read, (status = 200, description = "The agencies.", body = AgencyList)))]
pub async fn agencies(State(app): State<App>, _: Caller) -> Json<AgencyList> {
    let known = app.house.agencies.read().unwrap_or_else(PoisonError::into_inner);
    let line = |(code, name): &(rules::Agency, String)| AgencyLine {
        code: code.to_string(),
        name: name.clone(),
    };
    let items: Vec<AgencyLine> = known.iter().map(line).collect();
    Json(AgencyList { total: items.len(), items })
}
