//! Another title or target for a plan: a new version.
use super::{found, id};
use crate::{
    App, Problem,
    plans::{self, Plan, Revision, Wanted},
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, PlanId};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "plans/pages/heading.html")]
pub(super) struct HeadingPage {
    shell: Shell,
    w: &'static words::Plans,
    wrong: Mistakes,
    plan: Plan,
    title: String,
    target: String,
    version: String,
    reason: String,
    act_id: Uuid,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Page<HeadingPage>, Problem> {
    Ok(Page::of(draw(&app, &visit, id(&raw)?, None, Mistakes::none()).await?))
}

/// Makes the version, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let plan = id(&raw)?;
    posted.visit.officer()?.may(Act::PlanTraining)?;
    match revise(&app, plan, &posted).await {
        Ok(version) => {
            Ok(Redirect::to(&format!("/rencana/{plan}?tersimpan={version}")).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang);
            let page = draw(&app, &posted.visit, plan, Some(&posted.fields), wrong).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn revise(app: &App, plan: PlanId, posted: &Posted) -> Result<i64, Problem> {
    let (asking, fields) = (posted.asking(app)?, &posted.fields);
    let revision = Revision {
        plan,
        version: fields.get("version").parse().unwrap_or_default(),
        title: Some(fields.get("title").to_owned()),
        persons_target: Some(plans::persons_target(fields.get("persons_target"))?),
        reason: fields.get("reason").to_owned(),
        lines: Wanted::AsTheyAre,
    };
    let done = app.change(move |tx, house| plans::revise(tx, house, &asking, &revision)).await?;
    Ok(done.event.version)
}

async fn draw(
    app: &App,
    visit: &Visit,
    id: PlanId,
    typed: Option<&Fields>,
    wrong: Mistakes,
) -> Result<HeadingPage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::PlanTraining)?;
    let plan = app.look(move |tx, _| found(tx, &officer, id)).await?;
    let w = words::Plans::of(visit.lang);
    let typed = |name: &str, kept: String| typed.map_or(kept, |typed| typed.get(name).to_owned());
    Ok(HeadingPage {
        shell: visit.shell(app, w.change_head),
        w,
        wrong: wrong.in_order(&["title", "persons_target", "reason"]),
        title: typed("title", plan.title.clone()),
        target: typed("persons_target", plan.persons_target.to_string()),
        version: typed("version", plan.version.to_string()),
        reason: typed("reason", String::new()),
        act_id: app.house.new_id(),
        plan,
    })
}
