//! Files that prove support: sent, and given out as a download.
use super::member::{MemberPage, id, to};
use crate::{
    App, Problem,
    journal::Asking,
    support,
    web::{Fields, Page, Visit, given_out, made_ready, take_file},
};
use axum::{
    extract::{Multipart, Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use rules::{Act, ActId, FileId, MemberId, SupportId};

/// Keeps a file.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path((member, support)): Path<(String, String)>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Problem> {
    let (member, support): (MemberId, SupportId) = (id(&member)?, id(&support)?);
    visit.officer()?.may(Act::RecordService)?;
    let sent = take_file(&mut form, |token| visit.check_form(token, &headers)).await;
    let kept = match sent {
        Ok(bytes) => keep(&app, &visit, support, bytes).await,
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(to(member, "berkas")),
        Err(Problem::Invalid(wrong)) => {
            let page = MemberPage::of(&app, &visit, member, Fields::default()).await?;
            let field = format!("file-{}", support.0.simple());
            Ok(Page::wrong(page.at(field, &wrong, visit.lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

async fn keep(app: &App, visit: &Visit, of: SupportId, bytes: Vec<u8>) -> Result<(), Problem> {
    let ready = made_ready(app, bytes).await?;
    let (officer, act_id) = (visit.officer()?, ActId(app.house.new_id()));
    let asking = Asking { officer, at: app.house.now(), act_id, asked: None, made_at: None };
    let act = app.change(move |tx, house| support::add_evidence(tx, house, &asking, of, &ready));
    act.await.map(drop)
}

/// Gives a file out.
pub(super) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path((support, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (support, file): (SupportId, FileId) = (id(&support)?, id(&file)?);
    let (officer, at) = (visit.officer()?, app.house.now());
    let act = app.change(move |tx, house| {
        let log = (at, house.new_id());
        support::take_evidence(tx, house, &officer, log, (support, file))
    });
    let (media, bytes) = act.await?;
    Ok(given_out(file, media, bytes))
}
