//! `GET /e-order`: which products may be on the e-order list, and what the others lack.
use super::read::{after, limit};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query},
        problem::{Declined, Read},
    },
    curations::{self, Line, Sought},
};
use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Which products are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EOrderWanted {
    /// `true`: those alone that may be on the list; `false`: the others.
    #[param(value_type = Option<bool>)]
    eligible: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A product, and whether it may be on the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct EOrderLine {
    /// The product.
    product: Uuid,
    /// The member record it is of.
    member: Uuid,
    /// What it is called; null once the person is erased.
    name: Option<String>,
    /// Its category.
    category: &'static str,
    /// Whole rupiah.
    price: i64,
    /// The grade of its latest curation.
    grade: Option<String>,
    /// The last day of the halal certificate that holds longest; null where there is none, or it has no end.
    #[schema(format = Date)]
    halal_until: Option<String>,
    /// Whether it may be on the list.
    eligible: bool,
    /// What is missing: `not-curated`, `no-halal`.
    missing: Vec<String>,
}

/// A page of products, the newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct EOrderPage {
    /// The products.
    items: Vec<EOrderLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
    /// How many there are over all pages.
    total: u64,
}

impl From<Line> for EOrderLine {
    fn from(it: Line) -> Self {
        Self {
            product: it.product.0,
            member: it.member.id.0,
            name: Some(it.name).filter(|name| !name.is_empty()),
            category: it.category.word(),
            price: it.price.0,
            grade: it.grade,
            halal_until: it.halal_until.map(|day| day.to_string()),
            eligible: it.missing.is_empty(),
            missing: it.missing.iter().map(ToString::to_string).collect(),
        }
    }
}

/// List who may be on the e-order list
///
/// A passed curation, and for food and drink a halal certificate that holds today.
#[utoipa::path(get, path = "/e-order", tag = "curations", params(EOrderWanted),
    responses(Read, (status = 200, description = "A page.", body = EOrderPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<EOrderWanted>,
) -> Result<Json<EOrderPage>, Declined> {
    let eligible = match asked.eligible.as_deref() {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(_) => {
            let wrong = vec![FieldError::new("eligible", Code::Word)];
            return Err(Problem::Invalid(wrong).into());
        }
    };
    let sought = Sought { eligible, after: after(asked.after)?, limit: limit(asked.limit)? };
    let look = app.look(move |tx, house| curations::e_order(tx, house, &officer, &sought));
    let (total, items, next) = look.await?;
    Ok(Json(EOrderPage { items: items.into_iter().map(Into::into).collect(), next, total }))
}
