//! Letting in who stands at the door, by NIK or card.
use super::{
    scan::back,
    session::{place, refused},
    typed::person,
};
use crate::{App, FieldError, Problem, attendance, web::Posted};
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use rules::Act;

/// Lets somebody in and marks them present.
pub(super) async fn admit(
    State(app): State<App>,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    posted: Posted,
) -> Result<Response, Problem> {
    let at = place(&class, query.as_deref())?;
    let (asking, fields) = (posted.asking(&app)?, posted.fields.clone());
    let done = app.change(move |tx, house| {
        asking.officer.may(Act::MarkAttendance)?;
        let one = person(tx, house, &asking.officer, at.0, fields.get("nik"))?;
        attendance::admit(tx, house, &asking, at, one, fields.get("reason"))
    });
    match done.await {
        Ok(admitted) => Ok(back(at, admitted.told.answers.first())),
        Err(Problem::Invalid(wrong)) => {
            let there = |it: FieldError| match it.field {
                "code" => FieldError::new("nik", it.code),
                _ => it,
            };
            let wrong = Problem::Invalid(wrong.into_iter().map(there).collect());
            refused(&app, &posted.visit, at, posted.fields, wrong).await
        }
        Err(Problem::Refused(code)) => {
            let wrong = Problem::Invalid(vec![FieldError::new("nik", code)]);
            refused(&app, &posted.visit, at, posted.fields, wrong).await
        }
        Err(other) => Err(other),
    }
}
