//! The bazaars within an officer's scope, and the form that announces another.
use super::saying::{Line, line};
use crate::{
    App, Problem,
    bazaars::{self, BazaarForm, BazaarRow, Wanted},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{Bazaars, Lang},
};
use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, bazaar::Kind};

/// So many are shown.
const MOST: usize = 200;
/// Days that a bazaar stays in the list after its last.
const KEPT: i32 = 60;
/// The fields in the order of the page.
const FIELDS: [&str; 9] =
    ["title", "kind", "agency", "area", "place", "first_on", "last_on", "closes_on", "tents"];

#[derive(Template)]
#[template(path = "bazaars/pages/work.html")]
pub(super) struct WorkPage {
    shell: Shell,
    w: &'static Bazaars,
    wrong: Mistakes,
    lines: Vec<Line>,
    /// What one may be announced as; none for those who announce none.
    form: Option<Form>,
    typed: Fields,
    act_id: String,
}

struct Form {
    kinds: Vec<Choice>,
    agencies: Choices,
    areas: Vec<Choices>,
}

async fn page(app: &App, visit: &Visit, typed: Fields) -> Result<WorkPage, Problem> {
    let (officer, lang, today) = (visit.officer()?, visit.lang, app.house.today());
    officer.may(Act::ManageSellers)?;
    let from = today.saturating_sub(jiff::Span::new().days(KEPT));
    let wanted = Wanted { from: Some(from), limit: MOST, ..Wanted::default() };
    let asker = officer.clone();
    let listed = app.look(move |tx, _| bazaars::list(tx, &asker, &wanted)).await?;
    let w = Bazaars::of(lang);
    let line = |row: &BazaarRow| line(&app.house, row, "/bazar-kerja", today, lang);
    let form = officer.role.may(Act::ManageBazaars).then(|| Form {
        kinds: Kind::ALL.map(|it| kind(it, typed.get("kind"), lang)).to_vec(),
        agencies: Choices::agencies(&app.house, &officer.scope, None, typed.get("agency")),
        areas: areas(&app.house, officer.scope.area(), None, typed.get("area")),
    });
    Ok(WorkPage {
        shell: visit.shell(app, w.work),
        w,
        wrong: Mistakes::none(),
        lines: listed.items.iter().map(line).collect(),
        form,
        typed,
        act_id: app.house.new_id().to_string(),
    })
}

fn kind(it: Kind, chosen: &str, lang: Lang) -> Choice {
    Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen)
}

/// Shows the page.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<WorkPage>, Problem> {
    Ok(Page::of(page(&app, &visit, Fields::default()).await?))
}

/// Announces a bazaar.
pub(super) async fn announce(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let field = |name: &str| posted.fields.get(name).to_owned();
    let form = BazaarForm {
        title: field("title"),
        kind: field("kind"),
        agency: field("agency"),
        area: field("area"),
        place: field("place"),
        first_on: field("first_on"),
        last_on: field("last_on"),
        closes_on: field("closes_on"),
        tents: field("tents"),
        ..BazaarForm::default()
    };
    let act = app.change(move |tx, house| bazaars::announce(tx, house, &asking, &form));
    match act.await {
        Ok(done) => {
            let to = format!("/bazar-kerja/{}?tersimpan=1", done.event.bazaar);
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let mut page = page(&app, &posted.visit, posted.fields.clone()).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, posted.visit.lang).in_order(&FIELDS);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}
