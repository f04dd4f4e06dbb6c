//! Asking for a place at the desk, one person after the other: by NIK, or by name.
use super::enrol_page::{EnrolPage, Seen};
use crate::{
    App, Code, FieldError, Problem,
    classes::{self, pages::class},
    people,
    places::{self, Roster, Wish},
    staff::Officer,
    web::{Fields, Page, Posted, Visit},
};
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, ClassId, MemberId};
use std::sync::Arc;

/// So many of those found by name are shown.
const SHOWN: usize = 20;

/// Shows the form, whom a name finds, and what the request before did.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<EnrolPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ManagePlaces)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let seen = see(&app, &officer, class(&id)?, &asked).await?;
    Ok(Page::of(EnrolPage::of(&app, &visit, seen, asked)))
}

/// The class, those found by the name that is asked for, and who was registered just now.
async fn see(
    app: &App,
    officer: &Arc<Officer>,
    id: ClassId,
    asked: &Fields,
) -> Result<Seen, Problem> {
    let (looking, officer) = (app.clone(), officer.clone());
    let (q, just_now) = (asked.some("q"), asked.get("tercatat").parse::<MemberId>().ok());
    app.blocking(move || {
        let (db, house) = (&looking.db, &looking.house);
        let mut seen = db.look(|tx| {
            let wanted = Roster { member: just_now, limit: 1, ..Roster::default() };
            let just_now = match just_now {
                Some(_) => places::roster(tx, house, &officer, id, &wanted)?.items.pop(),
                None => None,
            };
            Ok::<_, Problem>(Seen {
                class: classes::open(tx, &officer, id)?,
                counts: classes::counts(tx, id)?,
                meets_today: classes::meets_on(tx, id, house.today())?,
                just_now,
                found: None,
            })
        })?;
        if q.is_some() {
            let asked = people::Asked { q, limit: SHOWN, ..people::Asked::default() };
            seen.found = Some(people::list(db, house, &officer, &asked)?);
        }
        Ok(seen)
    })
    .await
}

/// Asks for a place, and shows the form for the next.
pub(super) async fn ask(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, officer, asking) = (class(&id)?, posted.visit.officer()?, posted.asking(&app)?);
    let fields = posted.fields.clone();
    let wish = Wish { reason: fields.get("reason").to_owned(), walk_in: fields.yes("walk_in") };
    let (chosen, nik) = (fields.some("member"), fields.get("nik").to_owned());
    let done = app.change(move |tx, house| {
        let member = match chosen {
            Some(chosen) => chosen.parse().map_err(|_| Problem::NotFound)?,
            None => places::of_nik(tx, house, &asking.officer, id, &nik)?,
        };
        places::ask(tx, house, &asking, id, member, &wish)
    });
    let wrong = match done.await {
        Ok(done) => {
            let next = format!("/kelas-kerja/{id}/daftarkan?tercatat={}", done.event.member);
            return Ok(Redirect::to(&next).into_response());
        }
        Err(Problem::Invalid(wrong)) => wrong,
        Err(Problem::Refused(code)) => vec![FieldError::new(field_of(code), code)],
        Err(other) => return Err(other),
    };
    let seen = see(&app, &officer, id, &fields).await?;
    let page = EnrolPage::of(&app, &posted.visit, seen, fields).with(&wrong, posted.visit.lang);
    Ok(Page::wrong(page).into_response())
}

/// The field that mends a refusal.
fn field_of(code: Code) -> &'static str {
    if code == Code::EstablishedInBasicClass { "reason" } else { "nik" }
}
