//! A photo of a card's code, for phones that read no codes themselves.
use super::{
    scan::back,
    session::{place, refused},
};
use crate::{
    App, Code, FieldError, Problem,
    attendance::{self, Marking},
    journal::Asking,
    web::{Fields, Visit},
};
use axum::{
    extract::{Multipart, Path, RawQuery, State},
    http::HeaderMap,
    response::Response,
};
use documents::picture::LARGEST;
use rules::{
    Act, ActId,
    training::{Mark, Way},
};

/// Reads the code and marks whose card it is.
pub(super) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path(class): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Problem> {
    let at = place(&class, query.as_deref())?;
    visit.officer()?.may(Act::MarkAttendance)?;
    let picture = picture(&visit, &headers, form).await?;
    let asking = Asking {
        officer: visit.officer()?,
        at: app.house.now(),
        made_at: None,
        act_id: ActId(app.house.new_id()),
        asked: None,
    };
    let read = app.blocking(move || attendance::code_in(&picture)).await;
    let done = match read {
        Ok(code) => {
            let marked = app.change(move |tx, house| {
                let marks = vec![(attendance::of_card(house, &code)?, Mark::Present)];
                let (way, reason) = (Way::Photo, String::new());
                let marking = Marking { session: at.1, way, marks, reason };
                attendance::mark(tx, house, &asking, at.0, &marking)
            });
            marked.await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(told) => Ok(back(at, told.answers.first())),
        Err(problem) => refused(&app, &visit, at, Fields::default(), problem).await,
    }
}

/// The bytes of the picture; the token stands before it.
async fn picture(
    visit: &Visit,
    headers: &HeaderMap,
    mut form: Multipart,
) -> Result<Vec<u8>, Problem> {
    let broken = |_| Problem::Invalid(vec![FieldError::new("photo", Code::Picture)]);
    let mut token = String::new();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("csrf") => token = field.text().await.map_err(broken)?,
            Some("photo") => {
                visit.check_form(&token, headers)?;
                let bytes = field.bytes().await.map_err(|_| Problem::TooLarge)?;
                return if bytes.len() > LARGEST {
                    Err(Problem::TooLarge)
                } else {
                    Ok(bytes.to_vec())
                };
            }
            Some(_) | None => {}
        }
    }
    Err(Problem::Invalid(vec![FieldError::new("photo", Code::Empty)]))
}
