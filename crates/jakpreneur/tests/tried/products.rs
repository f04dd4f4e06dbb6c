//! Looking after products, tried by every role.
use crate::{Place, Try, staff_world::World, tried};
use jakpreneur::{
    Problem,
    products::{self, ListingForm, ProductForm},
    staff::Officer,
};
use std::sync::Arc;

pub fn managing() -> Vec<(&'static str, Try)> {
    vec![("keep a product", add), ("list it", list_at), ("see products", see)]
}

fn crisps() -> ProductForm {
    ProductForm {
        name: "Keripik contoh".to_owned(),
        text: "Keripik singkong".to_owned(),
        category: "food".to_owned(),
        price: "15000".to_owned(),
    }
}

fn add(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| products::add(tx, house, &asking, member, &crisps()))
}

fn list_at(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then, member) = (world.asking(by), world.asking(by), at.member);
    let form = ListingForm {
        marketplace: "shopee".to_owned(),
        address: "https://shopee.co.id/contoh".to_owned(),
        ..ListingForm::default()
    };
    tried(world, move |tx, house| {
        let product = products::add(tx, house, &first, member, &crisps())?.event.product;
        products::list_at(tx, house, &then, product, &form)
    })
}

fn see(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| products::of_member(tx, house, &asking, member))
}
