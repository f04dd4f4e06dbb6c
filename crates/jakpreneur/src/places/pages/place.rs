//! One person's place in a class: cancelled, or transferred to another class.
use super::place_page::{PlacePage, Seen};
use crate::{
    App, Code, FieldError, Problem,
    classes::{self, Wanted, pages::class},
    places::{self, Roster},
    staff::Officer,
    web::{Fields, Page, Posted, Visit},
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ClassId, MemberId, training::ClassState};
use std::sync::Arc;

/// So many classes are offered to go over to.
const OFFERED: usize = 200;

/// A class and one of its participants, as an address names them.
fn named(class_id: &str, member: &str) -> Result<(ClassId, MemberId), Problem> {
    Ok((class(class_id)?, member.parse().map_err(|_| Problem::NotFound)?))
}

/// Shows the place.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((id, member)): Path<(String, String)>,
) -> Result<Page<PlacePage>, Problem> {
    let officer = visit.officer()?;
    let seen = see(&app, &officer, named(&id, &member)?).await?;
    Ok(Page::of(PlacePage::of(&app, &visit, &seen, Fields::default())))
}

/// The place, and the classes that its holder may go over to: of the same trade first.
async fn see(
    app: &App,
    officer: &Arc<Officer>,
    (id, member): (ClassId, MemberId),
) -> Result<Seen, Problem> {
    officer.may(Act::ManagePlaces)?;
    let officer = officer.clone();
    app.look(move |tx, house| {
        let class = classes::open(tx, &officer, id)?;
        let wanted = Roster { member: Some(member), limit: 1, ..Roster::default() };
        let one = places::roster(tx, house, &officer, id, &wanted)?.items.pop();
        let one = one.filter(|one| one.openable).ok_or(Problem::NotFound)?;
        let today = house.today();
        let open = Wanted {
            from: Some(today),
            state: Some(ClassState::Announced),
            limit: OFFERED,
            ..Wanted::default()
        };
        let mut others = classes::list(tx, &officer, &open)?.items;
        others.retain(|other| other.id != id && other.closes_on >= today);
        others.sort_by_key(|other| other.trade != class.announced.trade);
        Ok(Seen { class, one, others })
    })
    .await
}

/// Cancels the place.
pub(super) async fn cancel(
    State(app): State<App>,
    Path((id, member)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let ((id, member), asking) = (named(&id, &member)?, posted.asking(&app)?);
    let reason = posted.fields.get("reason").to_owned();
    let done =
        app.change(move |tx, house| places::cancel(tx, house, &asking, id, member, &reason)).await;
    match done {
        Ok(done) => {
            let moved = done.event.moved_up.len();
            let next = format!("/kelas-kerja/{id}?tempat-batal=1&naik={moved}");
            Ok(Redirect::to(&next).into_response())
        }
        Err(problem) => again(&app, &posted, (id, member), problem, "reason").await,
    }
}

/// Transfers to another class.
pub(super) async fn transfer(
    State(app): State<App>,
    Path((id, member)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Problem> {
    let ((id, member), asking) = (named(&id, &member)?, posted.asking(&app)?);
    let Ok(to) = posted.fields.get("to").parse::<ClassId>() else {
        let unknown = Problem::Invalid(vec![FieldError::new("to", Code::Word)]);
        return again(&app, &posted, (id, member), unknown, "to").await;
    };
    let reason = posted.fields.get("transfer_reason").to_owned();
    let done = app
        .change(move |tx, house| places::transfer(tx, house, &asking, (id, to), member, &reason))
        .await;
    match done {
        Ok(done) => {
            let moved = done.event.moved_up.len();
            let next = format!("/kelas-kerja/{id}?dipindah=1&naik={moved}");
            Ok(Redirect::to(&next).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let at =
                |error: &FieldError| if error.field == "reason" { "transfer_reason" } else { "to" };
            let wrong = wrong.iter().map(|error| FieldError::new(at(error), error.code)).collect();
            again(&app, &posted, (id, member), Problem::Invalid(wrong), "to").await
        }
        Err(problem) => again(&app, &posted, (id, member), problem, "to").await,
    }
}

/// The page again with what is wrong; a refusal stands at the field that may mend it.
async fn again(
    app: &App,
    posted: &Posted,
    which: (ClassId, MemberId),
    problem: Problem,
    at: &'static str,
) -> Result<Response, Problem> {
    let wrong = mended_at(problem, at)?;
    let seen = see(app, &posted.visit.officer()?, which).await?;
    let page = PlacePage::of(app, &posted.visit, &seen, posted.fields.clone());
    Ok(Page::wrong(page.with(&wrong, posted.visit.lang)).into_response())
}

/// What is wrong at which field; what no field mends goes on.
fn mended_at(problem: Problem, at: &'static str) -> Result<Vec<FieldError>, Problem> {
    if let Problem::Invalid(wrong) = problem {
        return Ok(wrong);
    }
    let Problem::Refused(code) = problem else { return Err(problem) };
    let only_reasoned = code == Code::EstablishedInBasicClass;
    Ok(vec![FieldError::new(if only_reasoned { "transfer_reason" } else { at }, code)])
}
