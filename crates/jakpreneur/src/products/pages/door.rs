//! Through which door somebody comes to a member's products.
use crate::{App, Problem, journal::Asking, residents::Resident, staff::Officer, web::Visit};
use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use rules::{ActId, ListingId, MemberId, ProductId};
use std::{collections::HashMap, str::FromStr, sync::Arc};

/// The door: who asks, of whose products, and under which address.
pub(super) struct Door {
    pub officer: Arc<Officer>,
    pub member: MemberId,
    /// The address of the first page.
    pub base: String,
    params: HashMap<String, String>,
}

impl FromRequestParts<App> for Door {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let params = Path::<HashMap<String, String>>::from_request_parts(parts, app).await;
        let Path(params) = params.map_err(|_| Problem::NotFound)?;
        let Some(id) = params.get("id") else {
            let resident = Resident::from_request_parts(parts, app).await?;
            let (officer, member) = (resident.officer(), resident.member());
            return Ok(Self { officer, member, base: "/saya/produk".to_owned(), params });
        };
        let member = id.parse().map_err(|_| Problem::NotFound)?;
        let visit = Visit::from_request_parts(parts, app).await;
        let officer = visit.map_err(|_| Problem::SignedOut)?.officer()?;
        Ok(Self { officer, member, base: format!("/warga/{member}/produk"), params })
    }
}

impl Door {
    /// Whether the member is there themselves.
    pub fn is_own(&self) -> bool {
        self.officer.resident.is_some()
    }

    /// Who asks for a look, or for an act without a form.
    pub fn asking(&self, app: &App) -> Asking {
        let act_id = ActId(app.house.new_id());
        let (officer, at) = (self.officer.clone(), app.house.now());
        Asking { officer, at, act_id, asked: None, made_at: None }
    }

    /// The product in the address.
    pub fn product(&self) -> Result<ProductId, Problem> {
        self.named("product")
    }

    /// The listing in the address.
    pub fn listing(&self) -> Result<ListingId, Problem> {
        self.named("listing")
    }

    /// Something in the address.
    pub fn named<T: FromStr>(&self, name: &str) -> Result<T, Problem> {
        let text = self.params.get(name).ok_or(Problem::NotFound)?;
        text.parse().map_err(|_| Problem::NotFound)
    }
}
