//! The catalogue: what is sought, a page of it.
use crate::{
    App, Problem,
    catalogue::{Item, Sought},
    web::{Choice, Fields, Page, PublicAddress, Shell, Visit},
    words::{Catalogue, Curation, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use form_urlencoded::Serializer;
use rules::{RegionCode, marketing::Category, number::thousands};

#[derive(Template)]
#[template(path = "catalogue/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Catalogue,
    public: String,
    words: String,
    categories: Vec<Choice>,
    places: Vec<Choice>,
    found: String,
    cards: Vec<Card>,
    next: Option<String>,
    paged: bool,
}

/// A product on the page.
pub(super) struct Card {
    pub id: String,
    pub name: String,
    pub price: String,
    pub category: &'static str,
    pub place: String,
    pub badges: Vec<String>,
    /// Address, width and height.
    pub photo: Option<(String, i64, i64)>,
}

impl Card {
    pub(super) fn of(item: &Item, lang: Lang) -> Self {
        let row = &item.shown.row;
        let badge = Curation::of(lang).graded_badge;
        let graded = item.grade.as_ref().map(|grade| fill(badge, &[("grade", grade)]));
        Self {
            id: row.id.to_string(),
            name: item.shown.told.name.clone(),
            price: row.price.to_string(),
            category: lang.pick(row.category.label_id(), row.category.label_en()),
            place: item.place.clone(),
            badges: graded
                .into_iter()
                .chain(item.badges.iter().map(|it| it.label().to_owned()))
                .collect(),
            photo: item.photo().map(|(file, width, height)| {
                (format!("/katalog/{}/foto/{file}", row.id), width, height)
            }),
        }
    }
}

/// Shows a page of what is sought.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    PublicAddress(public): PublicAddress,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let sought = sought(&asked);
    let shelf = super::shelf(&app).await?;
    let (page, next, total) = shelf.page(&sought);
    let (w, lang) = (Catalogue::of(visit.lang), visit.lang);
    let now = sought.category.map_or("", Category::word);
    let category =
        |it: Category| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now);
    let here = sought.kecamatan.map(|it| it.to_string()).unwrap_or_default();
    let place = |(name, code): &(String, RegionCode)| Choice::of(code.to_string(), name, &here);
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        public,
        categories: first(w.all_categories, now).chain(Category::ALL.map(category)).collect(),
        places: first(w.all_places, &here).chain(shelf.places.iter().map(place)).collect(),
        found: fill(w.found, &[("n", &thousands(total as u64))]),
        cards: page.into_iter().map(|it| Card::of(it, lang)).collect(),
        next: next.map(|after| address(&sought, after)),
        paged: sought.after.is_some(),
        words: sought.words,
    }))
}

/// The choice that narrows nothing.
fn first(label: &str, now: &str) -> std::iter::Once<Choice> {
    std::iter::once(Choice::of("", label, now))
}

/// What cannot be meant narrows nothing: an old link still leads somewhere.
fn sought(asked: &Fields) -> Sought {
    Sought {
        words: asked.get("q").chars().take(100).collect(),
        category: Category::of_word(asked.get("kategori")),
        kecamatan: RegionCode::parse(asked.get("kecamatan")).ok(),
        after: asked.get("setelah").parse().ok(),
    }
}

fn address(sought: &Sought, after: i64) -> String {
    let mut query = Serializer::new(String::new());
    if !sought.words.is_empty() {
        query.append_pair("q", &sought.words);
    }
    if let Some(category) = sought.category {
        query.append_pair("kategori", category.word());
    }
    if let Some(place) = sought.kecamatan {
        query.append_pair("kecamatan", &place.to_string());
    }
    query.append_pair("setelah", &after.to_string());
    format!("/katalog?{}", query.finish())
}
