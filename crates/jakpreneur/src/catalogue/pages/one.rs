//! One product of the catalogue.
use super::list::Card;
use crate::{
    App, Problem,
    catalogue::schema,
    products::Contact,
    web::{Page, PublicAddress, Shell, Visit},
    words::{Catalogue, fill},
};
use askama::Template;
use axum::extract::{Path, State};
use rules::ProductId;

#[derive(Template)]
#[template(path = "catalogue/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static Catalogue,
    public: String,
    card: Card,
    text: String,
    brief: String,
    /// Address, width, height and what it says.
    photos: Vec<(String, i64, i64, String)>,
    /// Where buyers write to the seller.
    link: Option<String>,
    contact: Option<String>,
    sold_at: Vec<(&'static str, String)>,
    schema: String,
}

/// Shows a product.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    PublicAddress(public): PublicAddress,
    Path(product): Path<String>,
) -> Result<Page<OnePage>, Problem> {
    let id: ProductId = product.parse().map_err(|_| Problem::NotFound)?;
    let shelf = super::shelf(&app).await?;
    let item = shelf.item(id).ok_or(Problem::NotFound)?;
    let (w, lang, shown) = (Catalogue::of(visit.lang), visit.lang, &item.shown);
    let photos = shown.photos.iter().enumerate().map(|(n, it)| {
        let n = (n + 1).to_string();
        let said = fill(w.photo, &[("n", &n), ("name", &shown.told.name)]);
        (format!("/katalog/{id}/foto/{}", it.file), it.width, it.height, said)
    });
    let sold = shown.sold_at.iter();
    Ok(Page::of(OnePage {
        shell: visit.shell(&app, shown.told.name.clone()),
        w,
        card: Card::of(item, lang),
        text: shown.told.text.clone(),
        brief: shown.told.text.chars().take(160).collect(),
        photos: photos.collect(),
        link: shown.contact.link(),
        contact: match &shown.contact {
            Contact::Words(words) => Some(words.clone()),
            Contact::None | Contact::Whatsapp(_) => None,
        },
        sold_at: sold
            .map(|(at, address)| (lang.pick(at.label_id(), at.label_en()), address.clone()))
            .collect(),
        schema: schema::product(item, &public),
        public,
    }))
}
