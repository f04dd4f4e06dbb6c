//! `GET /targets/{id}`: a target with its versions.
use super::answer::{TargetAnswer, TargetVersion};
use crate::{
    App, Problem,
    api::{
        asking::{Caller, RecordId},
        problem::{Declined, Found, Read},
    },
    targets,
};
use axum::{Json, extract::State};
use rules::{Act, TargetId};
use serde::Serialize;
use utoipa::ToSchema;

/// A target, and every version of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct TargetOpened {
    /// The target in the version that holds.
    target: TargetAnswer,
    /// Every version, the newest first.
    versions: Vec<TargetVersion>,
}

/// Open a target
#[utoipa::path(get, path = "/targets/{id}", tag = "targets",
    params(("id" = Uuid, Path, description = "The target.")),
    responses(Read, Found, (status = 200, description = "The target.", body = TargetOpened)))]
pub async fn open(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(id): RecordId<TargetId>,
) -> Result<Json<TargetOpened>, Declined> {
    officer.may(Act::ReadFigures)?;
    let (target, versions) = app
        .look(move |tx, _| {
            let found = targets::target(tx, &officer.scope, id, None)?.ok_or(Problem::NotFound)?;
            Ok((found, targets::versions(tx, id)?))
        })
        .await?;
    let versions = versions.into_iter().map(Into::into).collect();
    Ok(Json(TargetOpened { target: target.into(), versions }))
}
