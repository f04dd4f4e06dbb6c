//! `GET /trades`: what classes are about.
use crate::{
    App,
    api::{
        asking::Caller,
        problem::{Aloud, Declined, Read},
    },
    classes::{self, Trade},
};
use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

/// Trades, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct TradeList {
    /// The trades.
    items: Vec<TradeLine>,
    /// How many there are.
    total: usize,
}

/// A trade that classes are about.
#[derive(Debug, Serialize, ToSchema)]
pub struct TradeLine {
    /// Its code.
    #[schema(example = "kuliner")]
    code: String,
    /// Its name in Indonesian.
    name: String,
    /// Its name in English.
    name_en: String,
    /// The kind of business it serves.
    #[schema(pattern = "^(kuliner|fesyen|kerajinan|jasa|lainnya)$")]
    business_type: &'static str,
}

/// List trades
#[utoipa::path(get, path = "/trades", tag = "reference",
    responses(Aloud, Read, (status = 200, description = "The trades.", body = TradeList)))]
pub async fn trades(State(app): State<App>, _: Caller) -> Result<Json<TradeList>, Declined> {
    let found = app.look(|tx, _| Ok(classes::trades(tx)?)).await?;
    let items: Vec<TradeLine> = found.into_iter().map(TradeLine::from).collect();
    Ok(Json(TradeList { total: items.len(), items }))
}

impl From<Trade> for TradeLine {
    fn from(it: Trade) -> Self {
        let business_type = it.business_type.word();
        Self { code: it.code, name: it.name, name_en: it.name_en, business_type }
    }
}
