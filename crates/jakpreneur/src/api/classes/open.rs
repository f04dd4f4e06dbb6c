//! `GET /classes/{id}`: a class as it stands.
use super::answer::ClassAnswer;
use crate::{
    App,
    api::{
        asking::{Caller, RecordId},
        problem::{Aloud, Declined, Found, Read},
    },
    classes,
};
use axum::{Json, extract::State};
use rules::{ClassId, training::ClassState};

/// Open a class
///
/// With how many persons stand how to it, and what other classes share its rooms and trainers.
#[utoipa::path(get, path = "/classes/{id}", tag = "classes",
    params(("id" = Uuid, Path, description = "The class.")),
    responses(Aloud, Read, Found, (status = 200, description = "The class.", body = ClassAnswer)))]
pub async fn open(
    State(app): State<App>,
    Caller(officer): Caller,
    RecordId(class): RecordId<ClassId>,
) -> Result<Json<ClassAnswer>, Declined> {
    let answer = app.look(move |tx, _| {
        let it = classes::open(tx, &officer, class)?;
        let takes_place = it.state != ClassState::CalledOff;
        let clashes =
            if takes_place { classes::clashes(tx, class, &it.announced)? } else { Vec::new() };
        let counts = classes::counts(tx, class)?;
        let at = it.changed_at_position;
        let answer = ClassAnswer::of(tx, &officer, class, it.announced, clashes, at)?;
        Ok(answer.standing(it.state, it.call_off_reason, counts))
    });
    Ok(Json(answer.await?))
}
