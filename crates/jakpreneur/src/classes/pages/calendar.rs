//! Classes as a calendar (RFC 5545): an event a session. Times are of Asia/Jakarta, written in UTC, so that
//! every calendar shows the right hour.
use super::{Saying, announcement::hosts, listing::wanted};
use crate::{
    App, House, Problem,
    classes::{self, Class, Session, Trade},
    staff::Officer,
    web::Fields,
    words::Lang,
};
use axum::{
    extract::{RawQuery, State},
    http::header,
    response::{IntoResponse, Response},
};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use jiff::{civil::Date, tz::TimeZone};
use rules::{
    ClassId, Instant,
    training::{ClassState, TimeOfDay},
};

const PRODUCT: &str = "-//Jakpreneur//Kelas//ID";
const ZONE: &str = "Asia/Jakarta";
/// West Indonesian time, all year round.
const HOURS_AHEAD: i8 = 7;
/// So many classes one calendar holds.
const MOST: usize = 200;

/// The sessions of one class.
pub(super) async fn one(app: &App, id: ClassId) -> Result<Response, Problem> {
    let looked = app.look(move |tx, _| {
        Ok((classes::trades(tx)?, vec![classes::open(tx, &Officer::public(), id)?]))
    });
    let (trades, class) = looked.await?;
    Ok(answer(&app.house, &trades, &class, &format!("kelas-{id}.ics")))
}

/// The sessions of all classes that the address asks for.
pub(super) async fn all(
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    // Those called off stay, so that calendars strike them out.
    let wanted = classes::Wanted { limit: MOST, state: None, ..wanted(&app.house, &asked) };
    let looked = app.look(move |tx, _| {
        let officer = Officer::public();
        let found = classes::list(tx, &officer, &wanted)?.items;
        let open = found.iter().map(|line| classes::open(tx, &officer, line.id));
        let open = open.collect::<Result<Vec<_>, _>>()?;
        Ok((classes::trades(tx)?, open))
    });
    let (trades, found) = looked.await?;
    Ok(answer(&app.house, &trades, &found, "kelas.ics"))
}

fn answer(house: &House, trades: &[Trade], found: &[Class], name: &str) -> Response {
    let saying = Saying { house, lang: Lang::Id, trades };
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0")).append_property(("PRODID", PRODUCT));
    calendar.name("Kelas Jakpreneur").timezone(ZONE);
    for class in found {
        for session in &class.announced.sessions {
            calendar.push(event(&saying, class, session));
        }
    }
    let kind = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")),
    ];
    (kind, calendar.to_string()).into_response()
}

fn event(saying: &Saying<'_>, class: &Class, session: &Session) -> Event {
    let it = &class.announced;
    let about = [saying.content(session), saying.trade(&it.trade), hosts(saying, it)].join("\n");
    let status = match class.state {
        ClassState::Announced | ClassState::Finished => EventStatus::Confirmed,
        ClassState::CalledOff => EventStatus::Cancelled,
    };
    let mut event = Event::with_uid(&format!("{}-{}@jakpreneur", class.id, session.number));
    event
        .summary(&it.title)
        .description(&about)
        .location(&saying.place(it.place_of(session), it.area))
        .status(status)
        .add_property("DTSTAMP", stamp(saying.house.now()))
        .add_property("DTSTART", utc(session.held_on, session.starts))
        .add_property("DTEND", utc(session.held_on, session.ends))
        .add_property("SEQUENCE", (class.changed_at_position - class.position).to_string());
    event.done()
}

/// Now, as calendars write it.
fn stamp(now: Instant) -> String {
    let at = jiff::Timestamp::from_microsecond(now.0).unwrap_or_default();
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A time of Jakarta, as calendars write it.
fn utc(day: Date, time: TimeOfDay) -> String {
    let zone = TimeZone::fixed(jiff::tz::offset(HOURS_AHEAD));
    let local = format!("{day}T{time}").parse::<jiff::civil::DateTime>();
    let at = local.and_then(|local| local.to_zoned(zone)).map(|zoned| zoned.timestamp());
    at.map(|at| at.strftime("%Y%m%dT%H%M%SZ").to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_morning_in_jakarta_is_the_small_hours_in_greenwich() {
        let nine = "09:00".parse().unwrap();
        assert_eq!(utc(date(2026, 12, 3), nine), "20261203T020000Z");
        let early = "06:30".parse().unwrap();
        assert_eq!(utc(date(2026, 12, 1), early), "20261130T233000Z");
    }
}
