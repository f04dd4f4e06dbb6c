//! One class for the member: how they stand to it, asking for a place in it, and giving it up.
use crate::{
    App, Code, Problem,
    classes::{
        self,
        pages::{Saying, Tag, class, line},
    },
    places::{self, Chance},
    residents::Resident,
    web::{Page, Posted, Shell, Visit},
    words::{self, Residents, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{ClassId, training::PlaceState};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "residents/pages/class.html")]
struct ClassPage {
    shell: Shell,
    w: &'static Residents,
    class: ClassId,
    days: String,
    place: String,
    seats: Tag,
    /// How the member stands to it.
    stands: Option<String>,
    has_place: bool,
    /// Why they cannot ask, and what they can do.
    refused: Option<String>,
    /// The key of asking; none where they cannot.
    act_id: Option<Uuid>,
    /// The key of giving up what they have there, and how the button says it; none where there is nothing.
    leave: Option<(Uuid, &'static str)>,
}

/// Shows the class.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    resident: Resident,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    Ok(Page::of(page(&app, &visit, resident, class(&id)?, None).await?).into_response())
}

/// Asks for a place. What is refused comes back with its words.
pub(super) async fn ask(
    State(app): State<App>,
    resident: Resident,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let id = class(&id)?;
    let asking = posted.asked_by(&app, resident.officer());
    let done = app.change(move |tx, house| places::ask_own(tx, house, &asking, id)).await;
    answered(&app, &posted.visit, resident, id, done.map(drop)).await
}

/// Gives the place up, leaves the queue or declines the invitation.
pub(super) async fn leave(
    State(app): State<App>,
    resident: Resident,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let id = class(&id)?;
    let asking = posted.asked_by(&app, resident.officer());
    let done = app.change(move |tx, house| places::cancel_own(tx, house, &asking, id, "")).await;
    answered(&app, &posted.visit, resident, id, done.map(drop)).await
}

async fn answered(
    app: &App,
    visit: &Visit,
    resident: Resident,
    id: ClassId,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/saya/kelas/{id}")).into_response()),
        Err(Problem::Refused(code)) => {
            let page = page(app, visit, resident, id, Some(code)).await?;
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    resident: Resident,
    id: ClassId,
    refused: Option<Code>,
) -> Result<ClassPage, Problem> {
    let (officer, today) = (resident.officer(), app.house.today());
    let looked = app.look(move |tx, _| {
        let class = classes::open(tx, &officer, id)?;
        let chance = places::chance(tx, &officer, id, today)?;
        Ok((class, classes::counts(tx, id)?, classes::trades(tx)?, chance))
    });
    let (class, counts, trades, chance) = looked.await?;
    let (w, it) = (Residents::of(visit.lang), &class.announced);
    let saying = Saying { house: &app.house, lang: visit.lang, trades: &trades };
    let refused = refused.or(chance.refused);
    Ok(ClassPage {
        shell: visit.shell(app, it.title.clone()),
        w,
        class: id,
        days: words::days(it.first_on(), it.last_on(), visit.lang),
        place: saying.place(&it.place, it.area),
        seats: saying.seats(&line(&class, counts), today),
        stands: stands(w, &chance),
        has_place: chance.state == Some(PlaceState::Confirmed),
        refused: refused.and_then(|code| why(w, visit, code)),
        act_id: refused.is_none().then(|| app.house.new_id()),
        leave: chance.may_leave.then(|| (app.house.new_id(), leaving(w, chance.state))),
    })
}

fn stands(w: &Residents, chance: &Chance) -> Option<String> {
    let place = chance.queue.unwrap_or_default().to_string();
    match chance.state? {
        PlaceState::Confirmed => Some(w.asked_place.to_owned()),
        PlaceState::Waiting => Some(fill(w.asked_waiting, &[("n", &place)])),
        PlaceState::Invited => Some(w.invited_here.to_owned()),
        PlaceState::Cancelled | PlaceState::Transferred => Some(w.left_here.to_owned()),
    }
}

/// What giving up is called.
fn leaving(w: &'static Residents, state: Option<PlaceState>) -> &'static str {
    match state {
        Some(PlaceState::Waiting) => w.leave_queue,
        Some(PlaceState::Invited) => w.decline,
        Some(PlaceState::Confirmed | PlaceState::Cancelled | PlaceState::Transferred) | None => {
            w.leave_place
        }
    }
}

/// Why a member cannot ask, said to themselves; that they are in the class is said already.
fn why(w: &Residents, visit: &Visit, code: Code) -> Option<String> {
    if code == Code::AlreadyInClass {
        return None;
    }
    let own = [
        (Code::EstablishedInBasicClass, w.not_for_established),
        (Code::RegistrationClosed, w.class_closed),
        (Code::ClassOver, w.class_over),
    ];
    let found = own.into_iter().find(|(known, _)| *known == code);
    Some(found.map_or_else(|| words::message(code, visit.lang), |(_, said)| said.to_owned()))
}
