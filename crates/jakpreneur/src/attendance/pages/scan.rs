//! A code or NIK that was scanned or typed, or a button of the list.
use super::{
    session::{place, refused},
    typed::{person, tapped},
};
use crate::{
    App, Problem,
    attendance::{self, Answer, Marking, Outcome},
    web::Posted,
};
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    ClassId,
    training::{Mark, Way},
};

/// Marks one person.
pub(super) async fn mark(
    State(app): State<App>,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    posted: Posted,
) -> Result<Response, Problem> {
    let at = place(&class, query.as_deref())?;
    let asking = posted.asking(&app)?;
    let fields = posted.fields.clone();
    let done = app.change(move |tx, house| {
        let (one, way) = match tapped(fields.get("mark")) {
            Some(one) => (one, Way::List),
            None => {
                let text = fields.get("code");
                let (member, way) = person(tx, house, &asking.officer, at.0, text)?;
                ((member, Mark::Present), way)
            }
        };
        let reason = fields.get("reason").to_owned();
        let marking = Marking { session: at.1, way, marks: vec![one], reason };
        attendance::mark(tx, house, &asking, at.0, &marking)
    });
    match done.await {
        Ok(told) => Ok(back(at, told.answers.first())),
        Err(problem) => refused(&app, &posted.visit, at, posted.fields, problem).await,
    }
}

/// The page again, saying what came of it.
pub(super) fn back((class, number): (ClassId, i16), answer: Option<&Answer>) -> Response {
    let said = answer.map_or_else(String::new, |answer| {
        let already = matches!(answer.outcome, Outcome::Already(..));
        format!("&untuk={}{}", answer.member, if already { "&sudah=1" } else { "" })
    });
    Redirect::to(&format!("/kelas-saya/{class}/hadir?sesi={number}{said}")).into_response()
}
