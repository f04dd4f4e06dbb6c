//! Whom a mentor visits today; whoever leads mentors chooses one first.
use crate::{
    App, Problem,
    mentoring::{self, Mentored},
    people::{self, Brief},
    staff::Account,
    web::{Fields, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{Act, Date, Role, UserId};

/// So many members are on the page.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "mentoring/pages/today.html")]
pub(super) struct TodayPage {
    shell: Shell,
    w: &'static words::Mentoring,
    notice: Option<&'static str>,
    mentors: Vec<(UserId, String)>,
    counted: Option<String>,
    lines: Vec<Line>,
    offered: Option<String>,
    leads: bool,
    report: Option<String>,
}

struct Line {
    visit: String,
    name: String,
    place: String,
    last: String,
    next: String,
    is_due: bool,
}

struct Read {
    mentors: Vec<Account>,
    caseload: Option<Vec<Mentored>>,
    briefs: Vec<Brief>,
    offers: usize,
}

/// Shows the day's list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<TodayPage>, Problem> {
    let (officer, w) = (visit.officer()?, words::Mentoring::of(visit.lang));
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let chosen = asked.some("pendamping").map(|id| id.parse().map_err(|_| Problem::NotFound));
    let leads = officer.role.may(Act::AssignMentors);
    let own = officer.user.filter(|_| officer.role == Role::Mentor);
    let of = chosen.transpose()?.or(own);
    let today = app.house.today();
    let read = app.look(move |tx, house| {
        let mentors = mentoring::mentors(tx, &officer)?;
        let caseload = of.map(|of| mentoring::caseload(tx, &officer, of, today)).transpose()?;
        let mut rows = Vec::new();
        for one in caseload.iter().flatten().take(SHOWN) {
            rows.extend(people::record(tx, &officer.scope, one.member)?);
        }
        let offers = mentoring::offers(tx, &officer)?.len();
        Ok(Read { mentors, caseload, briefs: people::briefs(house, rows), offers })
    });
    let read = read.await?;
    let shown = read.caseload.iter().flatten().filter_map(|one| {
        let brief = read.briefs.iter().find(|brief| brief.row.id == one.member)?;
        Some(line(&app, visit.lang, one, brief, today))
    });
    let lines = shown.collect();
    let counted = read.caseload.as_ref().map(|all| counted(w, all, today));
    let named = |account: Account| (account.id, account.name);
    Ok(Page::of(TodayPage {
        shell: visit.shell(&app, w.title),
        w,
        notice: [("dicatat", w.recorded_now), ("dijawab", w.answered_now)]
            .into_iter()
            .find_map(|(word, said)| asked.some(word).map(|_| said)),
        offered: (read.offers > 0).then(|| fill(w.offered, &[("n", &read.offers.to_string())])),
        leads,
        report: of.map(|of| format!("/dampingi/lapbul?pendamping={of}")),
        mentors: if own.is_some() { vec![] } else { read.mentors.into_iter().map(named).collect() },
        counted,
        lines,
    }))
}

fn counted(w: &words::Mentoring, all: &[Mentored], today: Date) -> String {
    let due = all.iter().filter(|one| one.is_due(today)).count().to_string();
    fill(w.counted, &[("due", &due), ("n", &all.len().to_string())])
}

fn line(app: &App, lang: Lang, one: &Mentored, brief: &Brief, today: Date) -> Line {
    let w = words::Mentoring::of(lang);
    let day = |on: Option<Date>, none: &str| {
        on.map_or_else(|| none.to_owned(), |on| words::day(on, lang))
    };
    Line {
        visit: format!("/dampingi/{}/kunjungan", one.member),
        name: if brief.name.is_empty() { brief.row.number.clone() } else { brief.name.clone() },
        place: app.house.region_name(one.area),
        last: day(one.visited_on, w.never),
        next: day(one.next_on, w.no_day),
        is_due: one.is_due(today),
    }
}
