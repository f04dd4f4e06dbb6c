//! The products of a member, and the form that keeps another.
use super::door::Door;
use crate::{
    App, Problem,
    products::{self, ProductForm, Seen},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Lang, Products},
};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::marketing::Category;

/// The fields in the order of the page.
pub(super) const FIELDS: [&str; 4] = ["name", "category", "price", "text"];

#[derive(Template)]
#[template(path = "products/pages/home.html")]
pub(super) struct HomePage {
    shell: Shell,
    w: &'static Products,
    wrong: Mistakes,
    base: String,
    own: bool,
    back: (String, &'static str),
    lines: Vec<Line>,
    categories: Vec<Choice>,
    typed: Fields,
    act_id: String,
}

struct Line {
    id: String,
    name: String,
    price: String,
    state: &'static str,
    shown: bool,
}

/// The categories, after one for none.
pub(super) fn categories(w: &Products, lang: Lang, now: &str) -> Vec<Choice> {
    let of = |it: Category| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), now);
    [Choice::of("", w.choose, now)].into_iter().chain(Category::ALL.map(of)).collect()
}

/// The form of a product as it was sent.
pub(super) fn form(typed: &Fields) -> ProductForm {
    let text = |field: &str| typed.get(field).to_owned();
    ProductForm {
        name: text("name"),
        text: text("text"),
        category: text("category"),
        price: text("price"),
    }
}

/// What leads back to where this door is.
fn back(door: &Door, w: &'static Products) -> (String, &'static str) {
    if door.is_own() {
        ("/saya".to_owned(), w.back_home)
    } else {
        (format!("/warga/{}", door.member), w.to_file)
    }
}

async fn page(app: &App, visit: &Visit, door: &Door, typed: Fields) -> Result<HomePage, Problem> {
    let (asking, member) = (door.asking(app), door.member);
    let read = app.change(move |tx, house| products::of_member(tx, house, &asking, member));
    let (w, lang) = (Products::of(visit.lang), visit.lang);
    let line = |it: Seen| {
        let shown = it.row.published_at_position.is_some();
        let state = if shown { w.is_shown } else { w.not_shown };
        let (id, price) = (it.row.id.to_string(), it.row.price.to_string());
        Line { id, name: it.told.name, price, state, shown }
    };
    Ok(HomePage {
        shell: visit.shell(app, if door.is_own() { w.own } else { w.title }),
        w,
        wrong: Mistakes::none(),
        base: door.base.clone(),
        own: door.is_own(),
        back: back(door, w),
        lines: read.await?.into_iter().rev().map(line).collect(),
        categories: categories(w, lang, typed.get("category")),
        typed,
        act_id: app.house.new_id().to_string(),
    })
}

/// Shows them.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    door: Door,
) -> Result<Page<HomePage>, Problem> {
    Ok(Page::of(page(&app, &visit, &door, Fields::default()).await?))
}

/// Keeps another.
pub(super) async fn add(
    State(app): State<App>,
    door: Door,
    posted: Posted,
) -> Result<Response, Problem> {
    let (asking, member) = (posted.asked_by(&app, door.officer.clone()), door.member);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| products::add(tx, house, &asking, member, &form));
    match act.await {
        Ok(done) => {
            Ok(Redirect::to(&format!("{}/{}", door.base, done.event.product)).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let mut page = page(&app, &posted.visit, &door, posted.fields).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, lang).in_order(&FIELDS);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
