//! The sessions of whoever is signed in: today's first.
use crate::{
    App, Problem,
    classes::{self, Held},
    web::{Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::State;
use jiff::ToSpan;
use rules::{Act, training::ClassState};

#[derive(Template)]
#[template(path = "attendance/pages/mine.html")]
pub(super) struct MinePage {
    shell: Shell,
    w: &'static words::Attendance,
    today: Vec<Line>,
    others: Vec<(&'static str, Vec<Line>)>,
}

struct Line {
    at: String,
    result: String,
    title: String,
    when: String,
    place: String,
    counted: String,
    closed: bool,
}

/// Shows the sessions of today, of the days to come and of the days before.
pub(super) async fn show(State(app): State<App>, visit: Visit) -> Result<Page<MinePage>, Problem> {
    let (officer, today) = (visit.officer()?, app.house.today());
    let days = |n: i64| today.checked_add(n.days()).unwrap_or(today);
    let (begin, before, after, end) = (days(-30), days(-1), days(1), days(14));
    let (now, next, past) = app
        .look(move |tx, _| {
            officer.may(Act::MarkAttendance)?;
            let mut past = classes::held(tx, &officer, begin, before)?;
            past.reverse();
            let now = classes::held(tx, &officer, today, today)?;
            Ok((now, classes::held(tx, &officer, after, end)?, past))
        })
        .await?;
    let w = words::Attendance::of(visit.lang);
    let lines = |all: Vec<Held>| all.into_iter().map(|it| line(&app, visit.lang, it)).collect();
    Ok(Page::of(MinePage {
        shell: visit.shell(&app, w.mine),
        w,
        today: lines(now),
        others: vec![(w.coming, lines(next)), (w.past, lines(past))],
    }))
}

fn line(app: &App, lang: Lang, it: Held) -> Line {
    let w = words::Attendance::of(lang);
    let (class, n) = (it.class, it.number.to_string());
    let day = words::day(it.held_on, lang);
    let (present, all) = (it.present.to_string(), it.confirmed.to_string());
    Line {
        at: format!("/kelas-saya/{class}/hadir?sesi={n}"),
        result: format!("/kelas-saya/{class}/hasil"),
        title: fill(w.of_session, &[("title", &it.title), ("n", &n)]),
        when: format!("{day}, {}", it.starts.to_string().replace(':', ".")),
        place: format!("{}, {}", it.place, app.house.region_name(it.area)),
        counted: fill(w.counted, &[("n", &present), ("all", &all)]),
        closed: it.state == ClassState::Finished,
    }
}
