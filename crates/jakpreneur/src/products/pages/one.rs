//! One product of a member: described, photographed, shown or not, sold where.
use super::{door::Door, home::categories};
use crate::{
    App, Code, Problem, curations,
    products::{self, Contact, Seen, SeenListing},
    web::{Choice, Fields, Mistakes, Page, Shell, Visit},
    words::{self, Curation, Lang, Products, fill, message},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use rules::{
    Act,
    marketing::{Marketplace, product::MOST_PHOTOS},
};

#[derive(Template)]
#[template(path = "products/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static Products,
    wrong: Mistakes,
    notice: Option<&'static str>,
    base: String,
    own: bool,
    id: String,
    shown: bool,
    state: &'static str,
    /// What its latest curation gave.
    grade: Option<String>,
    contact: String,
    /// Address and what it says.
    photos: Vec<(String, String)>,
    may_add_photo: bool,
    listings: Vec<Line>,
    categories: Vec<Choice>,
    contacts: Vec<Choice>,
    marketplaces: Vec<Choice>,
    typed: Fields,
    today: String,
    act_ids: [String; 5],
}

struct Line {
    id: String,
    name: &'static str,
    address: String,
    said: String,
    /// Whether somebody may still say how it stands.
    open: bool,
    may_void: Option<String>,
    act_ids: [String; 3],
}

/// Shows a product.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    door: Door,
    RawQuery(query): RawQuery,
) -> Result<Page<OnePage>, Problem> {
    let mut page = page(&app, &visit, &door, None).await?;
    page.notice = (query.as_deref() == Some("tersimpan=1")).then_some(page.w.saved);
    Ok(Page::of(page))
}

/// The page again, with what is wrong.
pub(super) async fn again(
    app: &App,
    visit: &Visit,
    door: &Door,
    typed: Fields,
    wrong: Problem,
) -> Result<Response, Problem> {
    let mistakes = if let Problem::Invalid(wrong) = wrong {
        let said = wrong.iter().map(|it| (at(door, it.field), message(it.code, visit.lang)));
        Mistakes::said_at(said.collect())
    } else if let Problem::Refused(code @ Code::Products(_)) = wrong {
        Mistakes::saying("name", message(code, visit.lang))
    } else {
        return Err(wrong);
    };
    let mut page = page(app, visit, door, Some(typed)).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = mistakes;
    Ok(Page::wrong(page).into_response())
}

/// The field of the page: a listing's reason stands beside those of others.
fn at(door: &Door, field: &str) -> String {
    match door.listing() {
        Ok(listing) if field == "reason" => format!("reason-{}", listing.0.simple()),
        Ok(_) | Err(_) => field.to_owned(),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    door: &Door,
    typed: Option<Fields>,
) -> Result<OnePage, Problem> {
    let (asking, id) = (door.asking(app), door.product()?);
    let read = app.change(move |tx, house| {
        Ok((products::see(tx, house, &asking, id)?, curations::grade_of(tx, id)?))
    });
    let (seen, graded) = read.await?;
    if seen.row.member != door.member {
        return Err(Problem::NotFound);
    }
    let (w, lang) = (Products::of(visit.lang), visit.lang);
    let typed = filled(typed, &seen);
    let shown = seen.row.published_at_position.is_some();
    let photo = |(n, file): (usize, rules::FileId)| {
        (format!("{}/{id}/foto/{file}", door.base), fill(w.photo_n, &[("n", &(n + 1).to_string())]))
    };
    let files = seen.photos.iter().map(|it| it.file).enumerate();
    let may_void = !door.is_own() && door.officer.role.may(Act::VoidService);
    let listing = |it: &SeenListing| line(app, w, lang, it, may_void);
    Ok(OnePage {
        shell: visit.shell(app, seen.told.name.clone()),
        w,
        wrong: Mistakes::none(),
        notice: None,
        base: door.base.clone(),
        own: door.is_own(),
        id: id.to_string(),
        shown,
        state: if shown { w.is_shown } else { w.not_shown },
        grade: graded.map(|(grade, _)| fill(Curation::of(lang).graded_badge, &[("grade", &grade)])),
        contact: said(w, &seen.contact),
        photos: files.map(photo).collect(),
        may_add_photo: seen.photos.len() < MOST_PHOTOS,
        listings: seen.listings.iter().map(listing).collect(),
        categories: categories(w, lang, typed.get("category")),
        contacts: contacts(w, typed.get("by")),
        marketplaces: marketplaces(w, lang, typed.get("marketplace")),
        typed,
        today: app.house.today().to_string(),
        act_ids: [(); 5].map(|()| app.house.new_id().to_string()),
    })
}

/// What was typed, and what is kept in the fields that were not sent.
fn filled(typed: Option<Fields>, seen: &Seen) -> Fields {
    let mut typed = typed.unwrap_or_default();
    let row = &seen.row;
    let kept = [
        ("name", seen.told.name.clone()),
        ("text", seen.told.text.clone()),
        ("category", row.category.word().to_owned()),
        ("price", row.price.0.to_string()),
    ];
    for (field, value) in kept {
        if typed.some(field).is_none() {
            typed.fill(field, &value);
        }
    }
    typed
}

fn contacts(w: &Products, now: &str) -> Vec<Choice> {
    let now = if now.is_empty() { "none" } else { now };
    let all =
        [("none", w.contact_none), ("whatsapp", w.contact_whatsapp), ("words", w.contact_words)];
    all.map(|(word, label)| Choice::of(word, label, now)).into()
}

fn marketplaces(w: &Products, lang: Lang, now: &str) -> Vec<Choice> {
    let of = |it: Marketplace| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now);
    [Choice::of("", w.choose_marketplace, now)]
        .into_iter()
        .chain(Marketplace::ALL.map(of))
        .collect()
}

fn said(w: &Products, contact: &Contact) -> String {
    match contact {
        Contact::None => w.contact_none.to_owned(),
        Contact::Whatsapp(digits) => format!("WhatsApp {digits}"),
        Contact::Words(words) => words.clone(),
    }
}

fn line(app: &App, w: &Products, lang: Lang, it: &SeenListing, may_void: bool) -> Line {
    let row = &it.row;
    let day = |day| words::day(day, lang);
    let said = match (row.stands(), row.gone_on, row.checked_on) {
        (false, _, _) => w.voided.to_owned(),
        (true, Some(gone), _) => fill(w.gone_since, &[("date", &day(gone))]),
        (true, None, Some(seen)) => fill(w.seen_on, &[("date", &day(seen))]),
        (true, None, None) => w.unseen.to_owned(),
    };
    let since = fill(w.since, &[("date", &day(row.listed_on))]);
    Line {
        id: row.id.to_string(),
        name: lang.pick(row.marketplace.label_id(), row.marketplace.label_en()),
        address: it.address.clone(),
        said: format!("{since}. {said}"),
        open: row.stands() && row.gone_on.is_none(),
        may_void: (may_void && row.stands()).then(|| format!("reason-{}", row.id.0.simple())),
        act_ids: [(); 3].map(|()| app.house.new_id().to_string()),
    }
}
