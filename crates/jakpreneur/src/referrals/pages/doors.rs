//! The same pages from two doors: the member's own, and an officer's with the member beside them.
use super::{
    compose::{MinePage, NewPage, checked, form, mine, sent},
    whose::Door,
};
use crate::{
    App, Problem,
    residents::Resident,
    web::{Fields, Page, Posted, Visit},
};
use axum::{
    extract::{Path, State},
    response::Response,
};

/// The member's own referrals.
pub(super) async fn own_list(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<MinePage>, Problem> {
    mine(&app, &visit, Door::own(resident)).await
}

/// The member's own form.
pub(super) async fn own_new(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
) -> Result<Page<NewPage>, Problem> {
    Ok(Page::of(form(&app, &visit, &Door::own(resident), Fields::default()).await?))
}

/// What the member is about to send.
pub(super) async fn own_check(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    checked(&app, posted, Door::own(resident)).await
}

/// The member sends it.
pub(super) async fn own_send(
    State(app): State<App>,
    resident: Resident,
    posted: Posted,
) -> Result<Response, Problem> {
    sent(&app, posted, Door::own(resident)).await
}

/// A member's referrals, for an officer.
pub(super) async fn list(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
) -> Result<Page<MinePage>, Problem> {
    let door = Door::office(&visit, &member)?;
    mine(&app, &visit, door).await
}

/// The officer's form, with the member beside them.
pub(super) async fn new(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
) -> Result<Page<NewPage>, Problem> {
    let door = Door::office(&visit, &member)?;
    Ok(Page::of(form(&app, &visit, &door, Fields::default()).await?))
}

/// What the officer is about to send.
pub(super) async fn check(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let door = Door::office(&posted.visit, &member)?;
    checked(&app, posted, door).await
}

/// The officer sends it.
pub(super) async fn send(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let door = Door::office(&posted.visit, &member)?;
    sent(&app, posted, door).await
}
