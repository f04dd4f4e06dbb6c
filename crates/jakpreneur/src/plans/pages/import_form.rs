//! Sending a file: for a new plan, or in place of the lines of one.
use super::{
    found, id,
    new::{HeadChoices, head_choices, to_begin},
};
use crate::{
    App, Problem,
    plans::{
        Plan,
        import::{self, NotTried},
        trades,
    },
    web::{Fields, Mistakes, Page, Shell, Upload, Visit, take_upload},
    words::{self, fill},
};
use askama::Template;
use axum::{
    extract::{Multipart, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, training::ClassKind};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "plans/pages/import_form.html")]
pub(super) struct FormPage {
    shell: Shell,
    w: &'static words::Plans,
    wrong: Mistakes,
    typed: Fields,
    head: HeadChoices,
    plan: Option<Plan>,
    version: String,
    kinds: String,
    trades: String,
}

/// The plan whose lines are to be replaced.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    rencana: String,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(which): Query<Which>,
) -> Result<Page<FormPage>, Problem> {
    let page = draw(&app, &visit, &which.rencana, to_begin(&app), Mistakes::none()).await?;
    Ok(Page::of(page))
}

/// Tries the file out, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    visit.officer()?.may(Act::PlanTraining)?;
    let sent = take_upload(&mut form, |sent| visit.check_form(sent.get("csrf"), &headers)).await?;
    let (plan, typed) = (sent.get("plan").to_owned(), typed(&sent));
    let w = words::Plans::of(visit.lang);
    let wrong = match keep(&app, &visit, sent).await? {
        Ok(file) => return Ok(Redirect::to(&format!("/rencana/impor/{file}")).into_response()),
        Err(NotTried::Problem(Problem::Invalid(wrong))) => Mistakes::of(&wrong, visit.lang),
        Err(NotTried::ColumnMissing(column)) => {
            Mistakes::saying("file", fill(w.column_missing, &[("column", column)]))
        }
        Err(NotTried::Problem(problem)) => return Err(problem),
    };
    Ok(Page::wrong(draw(&app, &visit, &plan, typed, wrong).await?).into_response())
}

async fn keep(app: &App, visit: &Visit, sent: Upload) -> Result<Result<Uuid, NotTried>, Problem> {
    let (asker, officer) = (visit.officer()?, visit.officer()?);
    let tried = app.look(move |tx, house| Ok(import::try_out(tx, house, &asker, sent))).await?;
    let tried = match tried {
        Ok(tried) => tried,
        Err(not) => return Ok(Err(not)),
    };
    let kept = app.change(move |tx, house| import::keep(tx, house, &officer, &tried)).await?;
    Ok(Ok(kept))
}

fn typed(sent: &Upload) -> Fields {
    let pairs = sent.fields.iter().filter(|(name, _)| name != "csrf");
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    Fields::parse(body.as_bytes())
}

async fn draw(
    app: &App,
    visit: &Visit,
    plan: &str,
    typed: Fields,
    wrong: Mistakes,
) -> Result<FormPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::PlanTraining)?;
    let w = words::Plans::of(visit.lang);
    let wanted = if plan.is_empty() { None } else { Some(id(plan)?) };
    let asker = officer.clone();
    let (plan, trades) = app
        .look(move |tx, _| Ok((wanted.map(|id| found(tx, &asker, id)).transpose()?, trades(tx)?)))
        .await?;
    let kinds = ClassKind::ALL.map(ClassKind::label_id).join(", ");
    let trades: Vec<&str> = trades.all().iter().map(|trade| trade.name.as_str()).collect();
    let order = ["agency", "area", "year", "title", "persons_target", "reason", "file"];
    let newest = plan.as_ref().map(|plan| plan.version.to_string()).unwrap_or_default();
    Ok(FormPage {
        shell: visit.shell(app, w.import),
        w,
        wrong: wrong.in_order(&order),
        head: head_choices(app, &officer, w, &typed),
        version: typed.some("version").unwrap_or(newest),
        plan,
        kinds: fill(w.known_kinds, &[("all", &kinds)]),
        trades: fill(w.known_trades, &[("all", &trades.join(", "))]),
        typed,
    })
}
