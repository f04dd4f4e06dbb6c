//! One line of a plan: added, changed, deleted; each makes a new version with a reason.
use super::{found, id};
use crate::{
    App, Problem,
    plans::{self, LineForm, Plan, Revision, Trades, Wanted},
    staff::Officer,
    web::{Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, fill, month},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, Level,
    training::{ClassKind, plan::Numbered},
};
use std::sync::Arc;
use uuid::Uuid;

/// The fields in the order of the page.
const ORDER: [&str; 14] = [
    "kind",
    "trade",
    "area",
    "month",
    "classes",
    "seats",
    "sessions",
    "persons",
    "first_on",
    "place",
    "trainer",
    "budget_line",
    "budget",
    "reason",
];

#[derive(Template)]
#[template(path = "plans/pages/line.html")]
pub(super) struct LinePage {
    shell: Shell,
    w: &'static words::Plans,
    wrong: Mistakes,
    plan: Plan,
    version: String,
    number: Option<u32>,
    heading: String,
    typed: LineForm,
    reason: String,
    kinds: Choices,
    trades: Choices,
    areas: Vec<Choices>,
    months: Choices,
    act_id: Uuid,
    drop_id: Uuid,
}

/// What is known of the plan and the line.
struct Known {
    plan: Plan,
    trades: Trades,
    line: Option<Numbered>,
}

async fn know(
    app: &App,
    officer: &Arc<Officer>,
    raw: &str,
    number: Option<u32>,
) -> Result<Known, Problem> {
    officer.may(Act::PlanTraining)?;
    let (id, asker) = (id(raw)?, officer.clone());
    app.look(move |tx, _| {
        let plan = found(tx, &asker, id)?;
        let lines = plans::lines(tx, &asker.scope, id, plan.version)?;
        let line = lines.into_iter().find(|(it, _)| Some(*it) == number);
        Ok(Known { plan, trades: plans::trades(tx)?, line })
    })
    .await
}

/// An empty form.
pub(super) async fn add(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Page<LinePage>, Problem> {
    let known = know(&app, &visit.officer()?, &raw, None).await?;
    let kind = ClassKind::Basic.word().to_owned();
    let typed = LineForm { kind, classes: "1".to_owned(), ..LineForm::default() };
    Ok(Page::of(draw(&app, &visit, known, typed, &Fields::default(), Mistakes::none())?))
}

/// A line as it holds now.
pub(super) async fn change(
    State(app): State<App>,
    visit: Visit,
    Path((raw, number)): Path<(String, String)>,
) -> Result<Page<LinePage>, Problem> {
    let known = know(&app, &visit.officer()?, &raw, Some(numbered(&number)?)).await?;
    let (_, line) = known.line.as_ref().ok_or(Problem::NotFound)?;
    let typed = LineForm::of(line);
    Ok(Page::of(draw(&app, &visit, known, typed, &Fields::default(), Mistakes::none())?))
}

fn numbered(raw: &str) -> Result<u32, Problem> {
    raw.parse().map_err(|_| Problem::NotFound)
}

/// Adds a line.
pub(super) async fn send_new(
    State(app): State<App>,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    send(&app, &raw, None, &posted).await
}

/// Changes a line.
pub(super) async fn send_changed(
    State(app): State<App>,
    Path((raw, number)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    send(&app, &raw, Some(numbered(&number)?), &posted).await
}

/// Deletes a line.
pub(super) async fn drop_line(
    State(app): State<App>,
    Path((raw, number)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let number = numbered(&number)?;
    let known = know(&app, &posted.visit.officer()?, &raw, Some(number)).await?;
    let done = revise(&app, &posted, &known.plan, Wanted::Drop(number)).await;
    let typed = known.line.as_ref().map(|(_, line)| LineForm::of(line));
    answer(&app, &posted, known, typed.unwrap_or_default(), done)
}

async fn send(
    app: &App,
    raw: &str,
    number: Option<u32>,
    posted: &Posted,
) -> Result<Response, Problem> {
    let officer = posted.visit.officer()?;
    let known = know(app, &officer, raw, number).await?;
    let typed = form(&posted.fields);
    let understood = typed.understand(&app.house, &known.trades, known.plan.area, known.plan.year);
    let done = match understood {
        Ok(line) => {
            let wanted = number.map_or(Wanted::Add(line.clone()), |at| Wanted::Change(at, line));
            revise(app, posted, &known.plan, wanted).await
        }
        Err(wrong) => Err(Problem::Invalid(wrong)),
    };
    answer(app, posted, known, typed, done)
}

async fn revise(app: &App, posted: &Posted, plan: &Plan, lines: Wanted) -> Result<i64, Problem> {
    let (asking, fields) = (posted.asking(app)?, &posted.fields);
    let revision = Revision {
        plan: plan.id,
        version: fields.get("version").parse().unwrap_or_default(),
        title: None,
        persons_target: None,
        reason: fields.get("reason").to_owned(),
        lines,
    };
    let done = app.change(move |tx, house| plans::revise(tx, house, &asking, &revision)).await?;
    Ok(done.event.version)
}

/// Goes to the lines of the kecamatan, or shows the form again with what is wrong in it.
fn answer(
    app: &App,
    posted: &Posted,
    known: Known,
    typed: LineForm,
    done: Result<i64, Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(version) => {
            let (id, area) = (known.plan.id, &typed.area);
            let to = format!("/rencana/{id}/baris?kecamatan={area}&tersimpan={version}");
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang).in_order(&ORDER);
            let page = draw(app, &posted.visit, known, typed, &posted.fields, wrong)?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

fn form(fields: &Fields) -> LineForm {
    let text = |name: &str| fields.get(name).to_owned();
    LineForm {
        kind: text("kind"),
        trade: text("trade"),
        area: text("area"),
        month: text("month"),
        classes: text("classes"),
        seats: text("seats"),
        sessions: text("sessions"),
        persons: text("persons"),
        budget_line: text("budget_line"),
        budget: text("budget"),
        first_on: text("first_on"),
        place: text("place"),
        trainer: text("trainer"),
    }
}

fn draw(
    app: &App,
    visit: &Visit,
    known: Known,
    typed: LineForm,
    sent: &Fields,
    wrong: Mistakes,
) -> Result<LinePage, Problem> {
    let (officer, lang, w) = (visit.officer()?, visit.lang, words::Plans::of(visit.lang));
    let number = known.line.as_ref().map(|(number, _)| *number);
    let changing = number.map(|n| fill(w.change_line, &[("n", &n.to_string())]));
    let heading = changing.unwrap_or_else(|| w.add_line.to_owned());
    let kinds = ClassKind::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    let trades =
        known.trades.all().iter().map(|it| (it.code.as_str(), lang.pick(&*it.name, &*it.name_en)));
    let months: Vec<_> = (1..=12).map(|at| (at.to_string(), month(at, lang))).collect();
    let months = months.iter().map(|(at, name)| (at.as_str(), name.as_str()));
    let choose = || std::iter::once(("", w.choose));
    Ok(LinePage {
        shell: visit.shell(app, heading.clone()),
        w,
        wrong,
        version: sent.some("version").unwrap_or_else(|| known.plan.version.to_string()),
        number,
        heading,
        reason: sent.get("reason").to_owned(),
        kinds: Choices::of(kinds, &typed.kind),
        trades: Choices::of(choose().chain(trades), &typed.trade),
        areas: areas(app, &officer, &known.plan, w, &typed.area),
        months: Choices::of(choose().chain(months), &typed.month),
        act_id: app.house.new_id(),
        drop_id: app.house.new_id(),
        plan: known.plan,
        typed,
    })
}

/// The kecamatan of the plan that the officer reaches, a group a city.
fn areas(
    app: &App,
    officer: &Officer,
    plan: &Plan,
    w: &'static words::Plans,
    chosen: &str,
) -> Vec<Choices> {
    let regions = &app.house.regions;
    let cities = regions.all().iter().filter(|region| region.code.level() == Level::City);
    let groups = cities.map(|city| {
        let within = regions.children(city.code).filter(|region| {
            region.code.within(&plan.area) && officer.scope.covers(&plan.agency, region.code)
        });
        let pairs: Vec<_> =
            within.map(|region| (region.code.to_string(), region.name.as_str())).collect();
        let pairs = pairs.iter().map(|(code, name)| (code.as_str(), *name));
        Choices { label: city.name.clone(), ..Choices::of(pairs, chosen) }
    });
    let groups = groups.filter(|group| !group.choices.is_empty());
    std::iter::once(Choices::of([("", w.choose)], chosen)).chain(groups).collect()
}
