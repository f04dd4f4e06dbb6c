//! `GET /products` and `GET /products/{id}`: what members make.
use super::body::{ProductAnswer, ProductLine};
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Query, RecordId},
        problem::{Declined, Found, Read},
    },
    journal::Asking,
    products::{self, Wanted},
};
use axum::{Json, extract::State};
use rules::{Act, ActId, ProductId, marketing::Category};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which products are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProductsWanted {
    /// Of this category alone.
    category: Option<String>,
    /// `true`: those in the catalogue alone; `false`: those that are not.
    #[param(value_type = Option<bool>)]
    published: Option<String>,
    /// How many at once, 1 to 200; 50 when not given.
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200)]
    limit: Option<String>,
    /// The `next` of the page before.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
}

/// A page of products.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProductsPage {
    /// The products, the newest first.
    items: Vec<ProductLine>,
    /// What to ask the next page `after`; null on the last page.
    next: Option<i64>,
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}

impl ProductsWanted {
    fn wanted(&self) -> Result<Wanted, Problem> {
        let limit = self.limit.as_ref().map_or(Ok(50), |raw| raw.parse());
        let limit = limit.ok().filter(|limit| (1..=200).contains(limit));
        let position = |raw: &String| raw.parse().ok().filter(|at: &i64| *at >= 0);
        let after =
            self.after.as_ref().map(|raw| position(raw).ok_or(wrong("after", Code::Number)));
        let category = self.category.as_ref();
        let category =
            category.map(|raw| Category::of_word(raw).ok_or(wrong("category", Code::Word)));
        let published = self.published.as_ref();
        let published =
            published.map(|raw| raw.parse().map_err(|_| wrong("published", Code::Word)));
        Ok(Wanted {
            category: category.transpose()?,
            published: published.transpose()?,
            after: after.transpose()?,
            limit: limit.ok_or_else(|| wrong("limit", Code::Number))?,
        })
    }
}

/// List products
#[utoipa::path(get, path = "/products", tag = "products", params(ProductsWanted),
    responses(Read, (status = 200, description = "A page.", body = ProductsPage)))]
pub async fn list(
    State(app): State<App>,
    Caller(officer): Caller,
    Query(asked): Query<ProductsWanted>,
) -> Result<Json<ProductsPage>, Declined> {
    officer.may(Act::ManageProducts)?;
    let wanted = asked.wanted()?;
    let look = app.look(move |tx, house| products::list(tx, house, &officer, &wanted));
    let (items, next) = look.await?;
    let items = items.iter().map(|it| ProductLine::of(&it.row, &it.told)).collect();
    Ok(Json(ProductsPage { items, next }))
}

/// Open a product
///
/// With its photos and where it is sold. That it was opened is logged.
#[utoipa::path(get, path = "/products/{id}", tag = "products",
    params(("id" = Uuid, Path, description = "The product.")),
    responses(Read, Found, (status = 200, description = "The product.", body = ProductAnswer)))]
pub async fn one(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<ProductId>,
) -> Result<Json<ProductAnswer>, Declined> {
    officer.may(Act::ManageProducts)?;
    let (at, act_id) = (app.house.now(), ActId(app.house.new_id()));
    let asking = Asking { officer, at, act_id, asked: None, made_at: None };
    let read = app.change(move |tx, house| products::see(tx, house, &asking, id));
    Ok(Json(read.await?.into()))
}
