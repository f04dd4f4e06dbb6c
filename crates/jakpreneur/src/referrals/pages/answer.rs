//! What is done upon a referral from its page.
use super::{one::OnePage, whose::id};
use crate::{
    App, Problem,
    referrals::{self, AnswerForm},
    residents::Resident,
    staff::Officer,
    web::{Mistakes, Page, Posted},
    words::message,
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::ReferralId;
use std::sync::Arc;

/// Back to the referral, or the same page with why not.
async fn answered<T>(
    app: &App,
    posted: Posted,
    (officer, id): (Arc<Officer>, ReferralId),
    done: Result<T, Problem>,
) -> Result<Response, Problem> {
    let own = officer.resident.is_some();
    let base = if own { "/saya/modal" } else { "/rujukan" };
    let lang = posted.visit.lang;
    let wrong = match done {
        Ok(_) => return Ok(Redirect::to(&format!("{base}/{id}?tersimpan=1")).into_response()),
        Err(Problem::Invalid(wrong)) => Mistakes::of(&wrong, lang),
        Err(Problem::Refused(code)) => Mistakes::saying("step", message(code, lang)),
        Err(other) => return Err(other),
    };
    let mut page = OnePage::of(app, &posted.visit, officer, id).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// The bank's answer, or its letter.
pub(super) async fn answer(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking): (ReferralId, _) = (id(&text)?, posted.asking(&app)?);
    let officer = asking.officer.clone();
    let field = |name: &str| posted.fields.get(name).to_owned();
    let form = AnswerForm {
        step: field("step"),
        taken_on: field("taken_on"),
        amount: field("amount"),
        reason: field("reason"),
        said: field("said"),
    };
    let act = app.change(move |tx, house| referrals::answer(tx, house, &asking, id, &form));
    let done = act.await;
    answered(&app, posted, (officer, id), done).await
}

async fn replied(
    app: &App,
    posted: Posted,
    officer: Arc<Officer>,
    text: &str,
) -> Result<Response, Problem> {
    let id: ReferralId = id(text)?;
    let asking = posted.asked_by(app, officer.clone());
    let said = posted.fields.get("said").to_owned();
    let act = app.change(move |tx, house| referrals::reply(tx, house, &asking, id, &said));
    let done = act.await;
    answered(app, posted, (officer, id), done).await
}

async fn withdrew(
    app: &App,
    posted: Posted,
    officer: Arc<Officer>,
    text: &str,
) -> Result<Response, Problem> {
    let id: ReferralId = id(text)?;
    let asking = posted.asked_by(app, officer.clone());
    let done = app.change(move |tx, _| referrals::withdraw(tx, &asking, id)).await;
    answered(app, posted, (officer, id), done).await
}

/// The member answers the bank's question.
pub(super) async fn own_reply(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    replied(&app, posted, resident.officer(), &text).await
}

/// An officer answers it with the member.
pub(super) async fn reply(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let officer = posted.visit.officer()?;
    replied(&app, posted, officer, &text).await
}

/// The member withdraws consent.
pub(super) async fn own_withdraw(
    State(app): State<App>,
    resident: Resident,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    withdrew(&app, posted, resident.officer(), &text).await
}

/// An officer withdraws it because the member asked.
pub(super) async fn withdraw(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let officer = posted.visit.officer()?;
    withdrew(&app, posted, officer, &text).await
}

/// Takes the last answer back.
pub(super) async fn take_back(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking): (ReferralId, _) = (id(&text)?, posted.asking(&app)?);
    let officer = asking.officer.clone();
    let why = posted.fields.get("why").to_owned();
    let act = app.change(move |tx, house| referrals::take_back(tx, house, &asking, id, &why));
    let done = act.await;
    answered(&app, posted, (officer, id), done).await
}

/// That the credit record was looked at.
pub(super) async fn slik(
    State(app): State<App>,
    Path(text): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking): (ReferralId, _) = (id(&text)?, posted.asking(&app)?);
    let officer = asking.officer.clone();
    let good = match posted.fields.get("good") {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    };
    let on = posted.fields.get("checked_on").to_owned();
    let act = app.change(move |tx, _| referrals::check_slik(tx, &asking, id, good, &on));
    let done = act.await;
    answered(&app, posted, (officer, id), done).await
}
