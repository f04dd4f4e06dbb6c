//! The forms of the page, each sent to its act.
use super::show::ActivityPage;
use crate::{
    App, FieldError, Problem,
    activity::{self, DomicileForm, EndForm, OverruleForm},
    web::{Page, Posted},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::MemberId;

fn id(text: &str) -> Result<MemberId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// Records a check of the domicile.
pub(super) async fn check(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let (result, checked_on, note) = (text("result"), text("checked_on"), text("note"));
    let form = DomicileForm { result, checked_on, note };
    let act = app.change(move |tx, house| activity::check(tx, house, &asking, member, &form));
    let done = act.await.map(drop);
    answered(&app, posted, member, done).await
}

/// Takes an officer's word.
pub(super) async fn overrule(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let (activity, holds_from, reason) = (text("activity"), text("holds_from"), text("reason"));
    let form = OverruleForm { activity, holds_from, reason };
    let act = app.change(move |tx, house| activity::overrule(tx, house, &asking, member, &form));
    let done = act.await.map(drop);
    answered(&app, posted, member, done).await
}

/// Ends the membership.
pub(super) async fn end(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let text = |field: &str| posted.fields.get(field).to_owned();
    let form = EndForm { end_reason: text("end_reason"), ended_on: text("ended_on") };
    let act = app.change(move |tx, _| activity::end(tx, &asking, member, &form));
    let done = act.await.map(drop);
    answered(&app, posted, member, done).await
}

/// Takes an end back.
pub(super) async fn resume(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let reason = posted.fields.get("resume_reason").to_owned();
    let act = app.change(move |tx, house| activity::resume(tx, house, &asking, member, &reason));
    let done = act.await.map(drop);
    answered(&app, posted, member, done).await
}

/// Back to the page, or the page again with what is wrong.
async fn answered(
    app: &App,
    posted: Posted,
    member: MemberId,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(()) => {
            let to = format!("/warga/{member}/keaktifan?tersimpan=1");
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong)) => again(app, posted, member, &wrong).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    posted: Posted,
    member: MemberId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let page = ActivityPage::of(app, &posted.visit, member, posted.fields.clone()).await?;
    Ok(Page::wrong(page.with(wrong, posted.visit.lang)).into_response())
}
