//! What a few sellers of Kebon Jeruk make: shown by consent, some of it sold online as they tell.
use super::{asking, unknown};
use crate::{
    App, Problem,
    people::{self, Asked},
    products::{self, Consent, ListingForm, ProductForm},
    reports::Narrowing,
    staff::Officer,
};
use rules::{MemberId, RegionCode};
use std::sync::Arc;

/// Name, description, category, price.
const MADE: [(&str, &str, &str, &str); 8] = [
    ("Keripik singkong balado 200 g", "Renyah, pedas manis, tanpa pengawet", "food", "15000"),
    ("Sambal bawang 150 ml", "Dari cabai segar, tahan tiga bulan", "food", "22000"),
    ("Bir pletok 330 ml", "Jahe, serai, dan kayu secang; tanpa alkohol", "drink", "12000"),
    ("Kembang goyang 250 g", "Kue kering Betawi untuk suguhan", "food", "25000"),
    ("Tas rajut", "Benang katun, muat buku dan botol", "fashion", "120000"),
    ("Batik ikat kepala", "Motif ondel-ondel, katun", "fashion", "45000"),
    ("Gantungan kunci ondel-ondel", "Kayu, dicat tangan", "craft", "10000"),
    ("Jahit permak", "Potong, kecilkan, ganti ritsleting", "services", "20000"),
];

/// Keeps and shows them, each of another seller, through the sellers' own door: no figure changes, since what
/// a seller alone tells of a marketplace counts for nothing yet.
pub(super) fn show(app: &App) -> Result<(), Problem> {
    let area = RegionCode::parse("31.73.05").map_err(|_| unknown("31.73.05"))?;
    let narrowing = Narrowing { area: Some(area), ..Narrowing::default() };
    let asked = Asked { narrowing, limit: MADE.len(), ..Asked::default() };
    let found = people::list(&app.db, &app.house, &app.operator(), &asked)?;
    for (n, (line, made)) in found.items.iter().zip(MADE).enumerate() {
        one(app, line.row.id, made, n)?;
    }
    Ok(())
}

fn one(
    app: &App,
    member: MemberId,
    (name, text, category, price): (&'static str, &'static str, &'static str, &'static str),
    n: usize,
) -> Result<(), Problem> {
    let owner = Arc::new(Officer::resident(member));
    app.change_now(move |tx, house| {
        let asking = || asking(house, &owner, house.now());
        let form = ProductForm {
            name: name.to_owned(),
            text: text.to_owned(),
            category: category.to_owned(),
            price: price.to_owned(),
        };
        let product = products::add(tx, house, &asking(), member, &form)?.event.product;
        let at = "Bazar kelurahan setiap Sabtu pagi".to_owned();
        let consent = Consent { given: true, by: "words".to_owned(), at };
        products::publish(tx, house, &asking(), product, &consent)?;
        if n.is_multiple_of(2) {
            let listing = ListingForm {
                marketplace: "other".to_owned(),
                address: format!("https://toko.example/produk-{n}"),
                ..ListingForm::default()
            };
            products::list_at(tx, house, &asking(), product, &listing)?;
        }
        Ok(())
    })
}
