//! Another value or basis for a target: a new version, with the reason.
use super::id;
use crate::{
    App, Problem,
    targets::{self, Revision, Target, say},
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words,
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, TargetId};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "targets/pages/change.html")]
pub(super) struct ChangePage {
    shell: Shell,
    w: &'static words::Targets,
    wrong: Mistakes,
    id: TargetId,
    about: String,
    target: String,
    basis: String,
    version: String,
    reason: String,
    act_id: Uuid,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
) -> Result<Page<ChangePage>, Problem> {
    Ok(Page::of(draw(&app, &visit, id(&raw)?, None, Mistakes::none()).await?))
}

/// Makes the version, or shows the form again with what is wrong in it.
pub(super) async fn send(
    State(app): State<App>,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let target = id(&raw)?;
    posted.visit.officer()?.may(Act::SetTargets)?;
    match revise(&app, target, &posted).await {
        Ok(()) => Ok(Redirect::to(&format!("/target/{target}")).into_response()),
        Err(Problem::Invalid(wrong)) => {
            let wrong = Mistakes::of(&wrong, posted.visit.lang);
            let page = draw(&app, &posted.visit, target, Some(&posted.fields), wrong).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn revise(app: &App, target: TargetId, posted: &Posted) -> Result<(), Problem> {
    let (asking, fields) = (posted.asking(app)?, &posted.fields);
    let revision = Revision {
        version: fields.get("version").parse().unwrap_or_default(),
        target: fields.get("target").to_owned(),
        basis: fields.get("basis").to_owned(),
        reason: fields.get("reason").to_owned(),
    };
    app.change(move |tx, _| targets::revise(tx, &asking, target, &revision)).await.map(drop)
}

async fn draw(
    app: &App,
    visit: &Visit,
    id: TargetId,
    typed: Option<&Fields>,
    wrong: Mistakes,
) -> Result<ChangePage, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::SetTargets)?;
    let scope = officer.scope.clone();
    let found = app.look(move |tx, _| Ok(targets::target(tx, &scope, id, None)?));
    let now: Target = found.await?.ok_or(Problem::NotFound)?;
    let w = words::Targets::of(visit.lang);
    let typed = |name: &str, kept: String| typed.map_or(kept, |typed| typed.get(name).to_owned());
    let about = [
        say::indicator(&now, visit.lang).to_owned(),
        say::agency(&now, visit.lang),
        say::area(&app.house, &now),
        say::period(&now, visit.lang),
    ];
    Ok(ChangePage {
        shell: visit.shell(app, w.revise),
        w,
        wrong: wrong.in_order(&["target", "basis", "reason"]),
        id,
        about: about.join(", "),
        target: typed("target", now.target.to_string()),
        basis: typed("basis", now.basis.clone()),
        version: typed("version", now.version.to_string()),
        reason: typed("reason", String::new()),
        act_id: app.house.new_id(),
    })
}
