//! A member's first page: what to do next, and the seven stages as a list.
use crate::{
    App, Problem,
    people::{Reached, reached},
    places::{self, Attended},
    residents::{Own, Resident, own},
    web::{Page, Shell, Visit},
    words::{self, Lang, Residents, fill},
};
use askama::Template;
use axum::extract::State;
use rules::{
    Date, StageKind,
    training::{ClassState, PlaceState},
};

#[derive(Template)]
#[template(path = "residents/pages/home.html")]
pub(super) struct HomePage {
    shell: Shell,
    w: &'static Residents,
    hello: String,
    number: String,
    todo: String,
    /// Where to read more of it.
    more: Option<String>,
    stages: Vec<Reached>,
    any_order: &'static str,
    classes: places::pages::Mine,
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<HomePage>, Problem> {
    let own = app.look(move |tx, house| own(tx, house, resident)).await?;
    let (w, lang) = (Residents::of(visit.lang), visit.lang);
    let (row, known) = (&own.file()?.row, own.file()?.identity.as_ref());
    let name = known.map_or(row.number.as_str(), |known| known.name.as_str());
    let next_class = next_class(&own, app.house.today());
    Ok(Page::of(HomePage {
        shell: visit.shell(&app, w.title),
        w,
        hello: fill(w.hello, &[("name", name)]),
        number: row.number.clone(),
        todo: next_class.map_or_else(|| todo(w, &own).to_owned(), |class| come(w, lang, class)),
        more: next_class.map(|class| format!("/saya/kelas/{}", class.class)),
        stages: reached(lang, &own.all()),
        any_order: words::People::of(lang).any_order,
        classes: places::pages::Mine::of(lang, &own.classes),
    }))
}

/// The next class that the member has a place in or is invited to.
fn next_class(own: &Own, today: Date) -> Option<&Attended> {
    let coming = own.classes.iter().filter(|class| {
        let awaited = matches!(class.state, PlaceState::Confirmed | PlaceState::Invited);
        awaited && class.class_state == ClassState::Announced && class.first_on >= today
    });
    coming.min_by_key(|class| class.first_on)
}

fn come(w: &Residents, lang: Lang, class: &Attended) -> String {
    let text = if class.state == PlaceState::Invited { w.answer_class } else { w.come_to_class };
    fill(text, &[("title", &class.title), ("date", &words::day(class.first_on, lang))])
}

fn todo(w: &Residents, own: &Own) -> &'static str {
    match own.next() {
        Some(StageKind::Registration) => w.todo_registration,
        Some(StageKind::Training) => w.todo_training,
        Some(StageKind::Mentoring) => w.todo_mentoring,
        Some(StageKind::Licensing) => w.todo_licensing,
        Some(StageKind::Marketing) => w.todo_marketing,
        Some(StageKind::FinancialReporting) => w.todo_financial_reporting,
        Some(StageKind::Capital) => w.todo_capital,
        None => w.todo_nothing,
    }
}
