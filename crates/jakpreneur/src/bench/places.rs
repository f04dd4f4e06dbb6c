//! Places in classes through the API: again and again two thousand people ask for a hundred seats at once.
use super::{
    Line, Size, Unit,
    client::{self, Load, Pace, Request},
    scratch::{self, Ground},
    served::{all_answered, broken, while_served},
    timed::{millis, now, per_second, percentile},
};
use crate::{
    App, Problem,
    classes::{self, ClassForm, SessionForm},
    journal::Asking,
    people::{self, RegistrationForm},
};
use rules::{ActId, ClassId, MemberId};
use std::{sync::Arc, time::Duration};

/// So many ask at once.
const CONNECTIONS: usize = 64;
/// So many people ask for each class.
const PEOPLE: u32 = 2_000;
/// So many classes are enough for the time measured.
const CLASSES: usize = 100;
/// What pretix publishes for carts a minute: 300 to 400.
const PUBLISHED: f64 = 400.0;
/// Places or waiting a minute that ours must give.
const TARGET: f64 = 10_000.0;

/// Measures how many are answered in a minute, each durably.
pub(super) fn measure(size: Size, ground: Ground<'_>) -> Result<Vec<Line>, Problem> {
    let app = ground.open("places")?;
    let app: &App = &app;
    let (members, classes) = (registered(app)?, announced(app)?);
    let request = requests(scratch::token(app)?, members, classes);
    let mut load = asked(app, request, Duration::from_secs(size.seconds))?;
    let many = u64::try_from(load.times.len()).unwrap_or_default();
    let a_minute = per_second(many, Duration::from_secs(size.seconds)) * 60.0;
    let slow = millis(percentile(&mut load.times, 95));
    Ok(vec![
        Line::beside("places: pretix, as published, at most", PUBLISHED, Unit::PerMinute),
        Line::new(named(ground, "HTTP, 64 connections"), a_minute, Unit::PerMinute, TARGET),
        Line::new(named(ground, "HTTP, p95"), slow, Unit::Milliseconds, 100.0),
    ])
}

fn named(ground: Ground<'_>, what: &str) -> String {
    let place = ground.server.map_or("places", |_| "places, PostgreSQL");
    format!("{place}: {what}")
}

fn registered(app: &App) -> Result<Vec<MemberId>, Problem> {
    let asked = scratch::asking(app);
    app.change_now(move |tx, house| {
        let register = |number: u32| {
            let form = resident(number);
            let new = form.understand(house, &asked.officer)?;
            let asking = Asking { act_id: ActId(house.new_id()), ..asked.clone() };
            Ok(people::register(tx, house, &asking, &new)?.event.member)
        };
        (0..PEOPLE).map(register).collect()
    })
}

/// Somebody who registers.
pub(super) fn resident(number: u32) -> RegistrationForm {
    let (day, month, serial) = (1 + number % 28, 1 + number / 28 % 12, 1 + number / 336);
    RegistrationForm {
        nik: format!("317305{day:02}{month:02}80{serial:04}"),
        name: "Warga Contoh".to_owned(),
        kelurahan: "31.73.05.1001".to_owned(),
        business_type: "kuliner".to_owned(),
        agency: "ppkukm".to_owned(),
        registered_on: "2022-01-03".to_owned(),
        consent: true,
        ..RegistrationForm::default()
    }
}

fn announced(app: &App) -> Result<Arc<[ClassId]>, Problem> {
    let tomorrow = app.house.today().tomorrow();
    let tomorrow = tomorrow.map_err(broken)?.to_string();
    let asked = scratch::asking(app);
    app.change_now(move |tx, house| {
        let announce = |number: usize| {
            let form = class(number, &tomorrow);
            let asking = Asking { act_id: ActId(house.new_id()), ..asked.clone() };
            Ok(classes::announce(tx, house, &asking, &form)?.event.class)
        };
        (0..CLASSES).map(announce).collect()
    })
}

/// A class of a hundred seats and one session.
pub(super) fn class(number: usize, held_on: &str) -> ClassForm {
    let text = |text: &str| Some(text.to_owned());
    let session = SessionForm {
        held_on: held_on.to_owned(),
        starts: "09.00".to_owned(),
        ends: "12.00".to_owned(),
        mode: "theory".to_owned(),
        ..SessionForm::default()
    };
    ClassForm {
        kind: text("basic"),
        title: text("Kelas dasar"),
        trade: text("kuliner"),
        agency: text("ppkukm"),
        area: text("31.73.05"),
        place: Some(format!("Ruang {number}")),
        capacity: text("100"),
        sessions: Some(vec![session]),
        ..ClassForm::default()
    }
}

fn requests(token: String, members: Vec<MemberId>, classes: Arc<[ClassId]>) -> Request {
    Arc::new(move |number| {
        let turn = usize::try_from(number).unwrap_or(usize::MAX);
        let member = members.get(turn % members.len()).copied();
        let class = classes.get(turn / members.len() % classes.len()).copied();
        let (member, class) = member.zip(class).map_or_else(Default::default, |(member, class)| {
            (member.to_string(), class.to_string())
        });
        let body = format!("{{\"member\":\"{member}\"}}");
        let key = uuid::Uuid::from_u128(u128::from(number) | 0x0190_0000_0001_7000_8000 << 48);
        format!(
            "POST /api/v1/classes/{class}/places HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    })
}

/// As fast as the connections can.
fn asked(app: &App, request: Request, during: Duration) -> Result<Load, Problem> {
    all_answered(while_served(app, async move |server| {
        let pace = Pace::as_fast_as_can(CONNECTIONS);
        client::load(server, pace, now() + during, request, *b"201").await
    })?)
}
