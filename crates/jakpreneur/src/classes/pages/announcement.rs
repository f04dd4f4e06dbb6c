//! One class as announced: all that a resident needs to come.
use super::{Saying, calendar, class, say::Tag};
use crate::{
    App, House, Problem,
    classes::{self, Announcement, Class, Counts, Line, Trade},
    staff::Officer,
    web::{Page, Shell, Visit},
    words::{self, Classes, fill},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use rules::{number::thousands, training::ClassState};

/// The page.
#[derive(Template)]
#[template(path = "classes/pages/announcement.html")]
struct AnnouncementPage {
    shell: Shell,
    w: &'static Classes,
    title: String,
    days: String,
    place: String,
    seats: Tag,
    /// Why nobody can register any more.
    over: Option<String>,
    details: Vec<(&'static str, String)>,
    sessions: Vec<Meeting>,
    notes: Vec<String>,
    how: Vec<String>,
    ask: String,
    calendar: String,
    work: Option<String>,
}

/// One meeting.
struct Meeting {
    day: String,
    hours: String,
    content: String,
    place: String,
}

/// Shows the announcement; with `.ics` behind the address, as a calendar.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    if let Some(id) = id.strip_suffix(".ics") {
        return calendar::one(&app, class(id)?).await;
    }
    let (id, officer) = (class(&id)?, visit.signed.as_ref().map(|signed| signed.officer.clone()));
    let looked = app.look(move |tx, _| {
        let class = classes::open(tx, &Officer::public(), id)?;
        let works = officer.is_some_and(|officer| classes::open(tx, &officer, id).is_ok());
        Ok((class, classes::counts(tx, id)?, classes::trades(tx)?, works))
    });
    let (class, counts, trades, works) = looked.await?;
    let mut page = AnnouncementPage::of(&app, &visit, &class, counts, &trades);
    page.work = works.then(|| format!("/kelas-kerja/{id}"));
    Ok(Page::of(page).into_response())
}

impl AnnouncementPage {
    fn of(app: &App, visit: &Visit, class: &Class, counts: Counts, trades: &[Trade]) -> Self {
        let (lang, it) = (visit.lang, &class.announced);
        let w = Classes::of(lang);
        let saying = Saying { house: &app.house, lang, trades };
        let closes = words::day(it.closes_on, lang);
        let over = over(w, &app.house, class, &closes);
        let how = [fill(w.how_1, &[("date", &closes)]), w.how_2.to_owned(), w.how_3.to_owned()];
        Self {
            shell: visit.shell(app, it.title.clone()),
            w,
            title: it.title.clone(),
            days: words::days(it.first_on(), it.last_on(), lang),
            place: saying.place(&it.place, it.area),
            seats: saying.seats(&line(class, counts), app.house.today()),
            details: details(&saying, it),
            sessions: it
                .sessions
                .iter()
                .map(|session| Meeting {
                    day: saying.day(session.held_on),
                    hours: saying.hours(session),
                    content: saying.content(session),
                    place: it.place_of(session).to_owned(),
                })
                .collect(),
            notes: it.notes.lines().map(str::to_owned).collect(),
            how: if over.is_none() { how.into() } else { Vec::new() },
            over,
            ask: format!("/saya/kelas/{}", class.id),
            calendar: format!("/kelas/{}.ics", class.id),
            work: None,
        }
    }
}

fn over(w: &Classes, house: &House, class: &Class, closes: &str) -> Option<String> {
    match class.state {
        ClassState::CalledOff => {
            let reason = class.call_off_reason.as_deref().unwrap_or_default();
            Some(fill(w.called_off_why, &[("reason", reason)]))
        }
        ClassState::Finished => Some(w.is_finished.to_owned()),
        ClassState::Announced if house.today() > class.announced.last_on() => {
            Some(w.is_finished.to_owned())
        }
        ClassState::Announced if house.today() > class.announced.closes_on => {
            Some(fill(w.is_closed, &[("date", closes)]))
        }
        ClassState::Announced => None,
    }
}

/// What a list would say of the class.
pub(crate) fn line(class: &Class, counts: Counts) -> Line {
    let it = &class.announced;
    Line {
        id: class.id,
        kind: it.kind,
        title: it.title.clone(),
        trade: it.trade.clone(),
        agency: it.agency,
        area: it.area,
        place: it.place.clone(),
        capacity: it.capacity,
        closes_on: it.closes_on,
        state: class.state,
        first_on: it.first_on(),
        last_on: it.last_on(),
        sessions: u32::try_from(it.sessions.len()).unwrap_or(u32::MAX),
        counts,
    }
}

fn details(saying: &Saying<'_>, it: &Announcement) -> Vec<(&'static str, String)> {
    let w = Classes::of(saying.lang);
    let share = it.share.percent().to_string();
    let capacity = thousands(u64::from(it.capacity));
    let trainers: Vec<&str> = it.trainers.iter().map(|trainer| trainer.name.as_str()).collect();
    let mut said = vec![
        (w.trade, saying.trade(&it.trade)),
        (w.who_for, saying.audience(it.kind).to_owned()),
        (w.held_by, hosts(saying, it)),
        (w.trainers, trainers.join(", ")),
        (w.seats, capacity),
        (w.last_day, saying.day(it.closes_on)),
        (w.certificate, fill(w.certificate_text, &[("n", &share)])),
    ];
    said.retain(|(_, text)| !text.is_empty());
    said
}

/// Who holds a class: its agency and everybody beside it.
pub(super) fn hosts(saying: &Saying<'_>, it: &Announcement) -> String {
    let own = saying.house.agency_name(&it.agency);
    let beside = it.organisers.iter().map(|organiser| organiser.name.clone());
    let mut named: Vec<String> = [own].into_iter().chain(beside).collect();
    named.dedup();
    named.join("; ")
}
