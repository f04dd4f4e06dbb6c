//! What waits for whoever opens the page, the rounds within scope, and the form that announces another.
use super::saying::{self, Line, RoundLine};
use crate::{
    App, House, Problem,
    curations::{self, RoundForm, Terms, Wanted},
    staff::Officer,
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{Curation, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Level, Role, number::thousands};

/// So many are on a page.
const PAGE: usize = 50;
/// The fields in the order of the page.
const FIELDS: [&str; 7] =
    ["title", "area", "agency", "opens_on", "closes_on", "criteria", "grades"];

#[derive(Template)]
#[template(path = "curations/pages/home.html")]
pub(super) struct HomePage {
    shell: Shell,
    w: &'static Curation,
    wrong: Mistakes,
    waiting: Vec<Line>,
    waiting_count: String,
    waiting_next: Option<String>,
    rounds: Vec<RoundLine>,
    rounds_count: String,
    next: Option<String>,
    further: bool,
    may_see_e_order: bool,
    /// What a round may be; none for those who announce none.
    form: Option<Form>,
    typed: Fields,
    act_id: String,
}

struct Form {
    /// A criterion's field, name and weight.
    criteria: Vec<(String, String, String)>,
    grades: Vec<String>,
    areas: Vec<Choices>,
    agencies: Vec<Choices>,
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<HomePage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Ok(Page::of(page(&app, &visit, asked).await?))
}

/// Announces a round.
pub(super) async fn announce(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    let asking = posted.asking(&app)?;
    let fields = posted.fields.clone();
    let act = app.change(move |tx, house| {
        let form = form(&fields, &curations::terms_on(tx, asking.at.date())?);
        curations::announce(tx, house, &asking, &form)
    });
    match act.await {
        Ok(done) => {
            let next = format!("/kurasi/{}?diumumkan=1", done.event.round);
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let lang = posted.visit.lang;
            let mut page = page(&app, &posted.visit, posted.fields).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, lang).in_order(&FIELDS);
            Ok(Page::wrong(page).into_response())
        }
        Err(other) => Err(other),
    }
}

fn form(typed: &Fields, terms: &Terms) -> RoundForm {
    let text = |field: &str| typed.get(field).to_owned();
    let codes = terms.criteria.iter().map(|it| it.criterion.code.clone());
    let weight = |code: String| {
        let weight = typed.get(&format!("weight-{code}")).to_owned();
        (code, weight)
    };
    RoundForm {
        title: text("title"),
        agency: text("agency"),
        area: text("area"),
        opens_on: text("opens_on"),
        closes_on: text("closes_on"),
        criteria: codes.map(weight).collect(),
        grades: Vec::new(),
    }
}

async fn page(app: &App, visit: &Visit, typed: Fields) -> Result<HomePage, Problem> {
    let (officer, lang) = (visit.officer()?, visit.lang);
    let (asker, today) = (officer.clone(), app.house.today());
    let before = typed.get("setelah").parse().ok();
    let wanted = Wanted {
        waiting: true,
        after: typed.get("menunggu").parse().ok(),
        limit: PAGE,
        ..Wanted::default()
    };
    let look = app.look(move |tx, house| {
        let waiting = curations::list(tx, house, &asker, &wanted)?;
        let rounds = curations::rounds(tx, &asker, before, PAGE)?;
        Ok((waiting, rounds, curations::terms_on(tx, today)?))
    });
    let ((many, waiting, further), (total, rounds, next), terms) = look.await?;
    let (w, house) = (Curation::of(lang), &app.house);
    let may_announce = officer.role.may(Act::ManageCurations);
    let open = |it: &curations::Listed| format!("/kurasi/produk/{}", it.row.id);
    Ok(HomePage {
        shell: visit.shell(app, w.title),
        w,
        wrong: Mistakes::none(),
        waiting: waiting.iter().map(|it| saying::line(it, open(it), lang)).collect(),
        waiting_count: fill(w.waiting_count, &[("n", &thousands(many))]),
        waiting_next: further.map(|at| format!("/kurasi?menunggu={at}")),
        rounds: rounds.iter().map(|it| saying::round(&it.row, house, lang)).collect(),
        rounds_count: fill(w.rounds_count, &[("n", &thousands(total.unsigned_abs()))]),
        next: next.map(|at| format!("/kurasi?setelah={at}")),
        further: before.is_some(),
        may_see_e_order: officer.role != Role::Curator,
        form: may_announce.then(|| Form::of(house, &terms, &officer, &typed, lang)),
        act_id: app.house.new_id().to_string(),
        typed,
    })
}

impl Form {
    fn of(house: &House, terms: &Terms, officer: &Officer, typed: &Fields, lang: Lang) -> Self {
        let criterion = |it: &curations::Named| {
            let field = format!("weight-{}", it.criterion.code);
            let usual = it.criterion.weight.to_string();
            // What was left empty stays empty; a form that was never sent shows what is usual.
            let sent = typed.some("act_id").is_some();
            let value = if sent { typed.get(&field).to_owned() } else { usual };
            (field, lang.pick(&it.name, &it.name_en).clone(), value)
        };
        let around = officer.scope.area();
        let area = typed.some("area").or_else(|| around.map(|area| area.to_string()));
        let area = area.unwrap_or_default();
        let whole = house.regions.all().iter().find(|it| it.code.level() == Level::Province);
        let whole = whole.filter(|_| around.is_none()).map(|it| it.code.to_string());
        let province = Curation::of(lang).province;
        let first = whole.map(|code| Choices::of([(code.as_str(), province)], &area));
        let own = officer.scope.agency().map(ToString::to_string).unwrap_or_default();
        let agency = typed.some("agency").unwrap_or(own);
        Self {
            criteria: terms.criteria.iter().map(criterion).collect(),
            grades: terms.grades.iter().map(|it| saying::grade(it, lang)).collect(),
            areas: first.into_iter().chain(areas(house, around, None, &area)).collect(),
            agencies: vec![Choices::agencies(house, &officer.scope, None, &agency)],
        }
    }
}
