//! `POST /classes/{id}/places/import`: asking for many at once, from a list of NIK.
use super::ask::PlaceAnswer;
use crate::{
    App, Code, FieldError, Problem,
    api::{
        asking::{Caller, Key, RecordId, Sent},
        problem::{Declined, Found, Known, Read, Written},
    },
    places::{self, Answered, Wish},
    words::{Lang, message},
};
use axum::{Json, extract::State};
use rules::{Act, ClassId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who asks for places, in this order.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacesBody {
    /// NIK, 1 to 2000.
    #[schema(required, value_type = Vec<String>)]
    niks: Option<Vec<String>>,
    /// Why the class is for them all the same, where it is not offered to them; at most 1000 characters.
    reason: Option<String>,
}

/// What became of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacesAnswer {
    /// An answer a line, in the order of the list.
    items: Vec<PlaceLine>,
    /// How many have a place.
    confirmed: usize,
    /// How many wait.
    waiting: usize,
    /// How many were refused.
    refused: usize,
}

/// What became of a line.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceLine {
    /// The line, from one.
    line: usize,
    /// The place or the waiting; null where the line was refused.
    place: Option<PlaceAnswer>,
    /// Why it was refused: a stable slug.
    code: Option<&'static str>,
    /// The same in Indonesian, with the way out.
    message: Option<String>,
}

/// Ask for many
///
/// Each line is an act of its own: a refused one keeps nobody else out, and the list sent again changes nothing.
#[utoipa::path(post, path = "/classes/{id}/places/import", tag = "classes", request_body = PlacesBody,
    params(("id" = Uuid, Path, description = "The class."), Key),
    responses(Read, Found, Known, Written,
        (status = 200, description = "An answer a line, now or by the same request before.", body = PlacesAnswer)))]
pub async fn all(
    State(app): State<App>,
    caller: Caller,
    key: Key,
    RecordId(class): RecordId<ClassId>,
    sent: Sent<PlacesBody>,
) -> Result<Json<PlacesAnswer>, Declined> {
    caller.0.may(Act::ManagePlaces)?;
    let asking = key.asking(&app, &caller, &sent.bytes);
    let niks = sent.value.niks.unwrap_or_default();
    if !(1..=2000).contains(&niks.len()) {
        let code = if niks.is_empty() { Code::Empty } else { Code::Number };
        return Err(Problem::Invalid(vec![FieldError::new("niks", code)]).into());
    }
    let wish = Wish { reason: sent.value.reason.unwrap_or_default(), walk_in: false };
    let answered =
        app.change(move |tx, house| places::ask_for_all(tx, house, &asking, class, &niks, &wish));
    let items: Vec<PlaceLine> = (1..).zip(answered.await?).map(line).collect();
    let states = |state| {
        let has = |it: &&PlaceLine| it.place.as_ref().is_some_and(|place| place.is(state));
        items.iter().filter(has).count()
    };
    let (confirmed, waiting) = (states("confirmed"), states("waiting"));
    let refused = items.len() - confirmed - waiting;
    Ok(Json(PlacesAnswer { items, confirmed, waiting, refused }))
}

fn line((line, answered): (usize, Answered)) -> PlaceLine {
    match answered {
        Ok(done) => PlaceLine { line, place: Some((&done).into()), code: None, message: None },
        Err(code) => {
            let message = Some(message(code, Lang::Id));
            PlaceLine { line, place: None, code: Some(code.slug()), message }
        }
    }
}
