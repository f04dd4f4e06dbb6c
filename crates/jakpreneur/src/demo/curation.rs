//! A round of curation in West Jakarta with a product on its way: each role finds its next step.
use super::{asking, unknown};
use crate::{
    App, Problem,
    curations::{self, RoundForm},
    people::{self, Asked},
    products::{self, ProductForm},
    reports::Narrowing,
    staff::Officer,
};
use jiff::ToSpan;
use rules::{MemberId, RegionCode};
use std::sync::Arc;

/// Announces a round, and enters a product of the member who was registered first in Kebon Jeruk.
pub(super) fn curate(app: &App) -> Result<(), Problem> {
    let area = RegionCode::parse("31.73.05").map_err(|_| unknown("31.73.05"))?;
    let narrowing = Narrowing { area: Some(area), ..Narrowing::default() };
    let asked = Asked { narrowing, limit: 1, ..Asked::default() };
    let found = people::list(&app.db, &app.house, &app.operator(), &asked)?;
    let first = found.items.first().map(|first| (first.row.id, first.row.agency.to_string()));
    first.map_or(Ok(()), |(member, agency)| entered(app, member, agency))
}

fn entered(app: &App, member: MemberId, agency: String) -> Result<(), Problem> {
    let (own, office) = (Arc::new(Officer::resident(member)), app.operator());
    app.change_now(move |tx, house| {
        let closes_on = house.today().saturating_add(1.month());
        let round = RoundForm {
            title: "Kurasi produk Jakarta Barat".to_owned(),
            agency,
            area: "31.73".to_owned(),
            closes_on: closes_on.to_string(),
            ..RoundForm::default()
        };
        let announced = asking(house, &office, house.now());
        let round = curations::announce(tx, house, &announced, &round)?.event.round;
        let crisps = ProductForm {
            name: "Keripik singkong balado".to_owned(),
            text: "Keripik renyah, 200 gram, tahan dua bulan".to_owned(),
            category: "food".to_owned(),
            price: "18000".to_owned(),
        };
        let kept = asking(house, &own, house.now());
        let product = products::add(tx, house, &kept, member, &crisps)?.event.product;
        let entering = asking(house, &own, house.now());
        curations::register(tx, house, &entering, round, product).map(drop)
    })
}
