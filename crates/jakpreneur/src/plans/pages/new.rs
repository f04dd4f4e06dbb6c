//! A new plan: by hand, or with the lines of another year.
use super::{area_name, found};
use crate::{
    App, Problem,
    plans::{self, Heading, Plan},
    staff::Officer,
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words,
};
use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, Agency, PlanId};
use serde::Deserialize;
use uuid::Uuid;

/// How many plans a new one can be copied from.
const SOURCES: i64 = 50;

#[derive(Template)]
#[template(path = "plans/pages/new.html")]
pub(super) struct NewPage {
    shell: Shell,
    w: &'static words::Plans,
    wrong: Mistakes,
    typed: Fields,
    head: HeadChoices,
    sources: Choices,
    act_id: Uuid,
}

/// What the head of a plan is chosen from.
pub(super) struct HeadChoices {
    pub agencies: Choices,
    pub areas: Vec<Choices>,
}

/// The plan to begin with.
#[derive(Default, Deserialize)]
pub(super) struct From {
    #[serde(default)]
    dari: String,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(from): Query<From>,
) -> Result<Page<NewPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::PlanTraining)?;
    let source = match from.dari.parse::<PlanId>() {
        Ok(id) => Some(app.look(move |tx, _| found(tx, &officer, id)).await?),
        Err(_) => None,
    };
    let typed = source.map_or_else(|| to_begin(&app), |source| next_year(&source));
    Ok(Page::of(draw(&app, &visit, typed, Mistakes::none()).await?))
}

/// A form with the leading agency and the year that is planned for: from July on, the next.
pub(super) fn to_begin(app: &App) -> Fields {
    let (today, (leading, _)) = (app.house.today(), Agency::SEED[0]);
    let year = today.year() + i16::from(today.month() > 6);
    filled([("agency", leading.to_owned()), ("year", year.to_string())])
}

fn filled(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Fields {
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    Fields::parse(body.as_bytes())
}

/// The form for the year after another plan.
fn next_year(source: &Plan) -> Fields {
    let year = (source.year + 1).to_string();
    let title = source.title.replace(&source.year.to_string(), &year);
    filled([
        ("agency", source.agency.to_string()),
        ("area", source.area.to_string()),
        ("year", year),
        ("title", title),
        ("persons_target", source.persons_target.to_string()),
        ("source", source.id.to_string()),
    ])
}

/// Lays the plan out, or shows the form again with what is wrong in it.
pub(super) async fn send(State(app): State<App>, posted: Posted) -> Result<Response, Problem> {
    posted.visit.officer()?.may(Act::PlanTraining)?;
    match lay_out(&app, &posted).await {
        Ok(plan) => Ok(Redirect::to(&format!("/rencana/{plan}")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang);
            let page = draw(&app, &posted.visit, posted.fields.clone(), wrong).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn lay_out(app: &App, posted: &Posted) -> Result<PlanId, Problem> {
    let draft = heading(&posted.fields).understand()?;
    let asking = posted.asking(app)?;
    let source = posted.fields.some("source");
    let source = source.map(|raw| super::id(&raw)).transpose()?;
    let done = app.change(move |tx, house| match source {
        Some(source) => plans::copy(tx, house, &asking, source, &draft),
        None => plans::lay_out(tx, house, &asking, &draft),
    });
    Ok(done.await?.event.plan)
}

/// The head of a plan as it was typed.
pub(super) fn heading(fields: &Fields) -> Heading {
    let text = |name: &str| fields.get(name).to_owned();
    Heading {
        agency: text("agency"),
        area: text("area"),
        year: text("year"),
        title: text("title"),
        persons_target: text("persons_target"),
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    typed: Fields,
    wrong: Mistakes,
) -> Result<NewPage, Problem> {
    let officer = visit.officer()?;
    let w = words::Plans::of(visit.lang);
    let order = ["agency", "area", "year", "title", "persons_target", "source"];
    Ok(NewPage {
        shell: visit.shell(app, w.new),
        w,
        wrong: wrong.in_order(&order),
        head: head_choices(app, &officer, w, &typed),
        sources: sources(app, officer, w, typed.get("source").to_owned()).await?,
        act_id: app.house.new_id(),
        typed,
    })
}

/// The agencies and areas the officer may plan for.
pub(super) fn head_choices(
    app: &App,
    officer: &Officer,
    w: &'static words::Plans,
    typed: &Fields,
) -> HeadChoices {
    let scope = &officer.scope;
    let mut areas = areas(&app.house, scope.area(), None, typed.get("area"));
    if scope.area().is_none() {
        areas.insert(0, Choices::of([("31", w.all_jakarta)], typed.get("area")));
    }
    HeadChoices { agencies: Choices::agencies(&app.house, scope, None, typed.get("agency")), areas }
}

async fn sources(
    app: &App,
    officer: std::sync::Arc<Officer>,
    w: &'static words::Plans,
    chosen: String,
) -> Result<Choices, Problem> {
    let all =
        app.look(move |tx, _| Ok(plans::plans(tx, &officer.scope, None, None, SOURCES)?)).await?;
    let named = |plan: &Plan| {
        let area = area_name(&app.house, plan.area, w.all_jakarta);
        let agency = plan.agency.to_string().to_uppercase();
        (plan.id.to_string(), format!("{} · {agency} · {area}", plan.title))
    };
    let named: Vec<_> = all.iter().map(|listed| named(&listed.plan)).collect();
    let pairs = named.iter().map(|(id, name)| (id.as_str(), name.as_str()));
    Ok(Choices::of(std::iter::once(("", w.empty)).chain(pairs), &chosen))
}
