//! The officers' list of classes: those within scope, with how many stand how to each.
use super::{Saying, cursor, listing::trade_choices, months::Months, read_cursor, say::Tag};
use crate::{
    App, House, Problem,
    classes::{self, Line, Page as Found, Trade, Wanted},
    staff::Officer,
    web::{Choice, Choices, Fields, Mistakes, Page, Shell, Visit, areas},
    words::{self, ClassWork, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{
    Act, RegionCode,
    number::thousands,
    training::{ClassKind, ClassState},
};

/// So many classes are on a page.
const PAGE: usize = 50;
/// What the address may hold.
const FIELDS: [&str; 5] = ["waktu", "area", "trade", "kind", "state"];

/// The page.
#[derive(Template)]
#[template(path = "classes/pages/work_list.html")]
pub(super) struct WorkList {
    shell: Shell,
    w: &'static ClassWork,
    wrong: Mistakes,
    filters: Filters,
    may_announce: bool,
    may_count: bool,
    how_many: String,
    here: String,
    lines: Vec<Row>,
    further: bool,
    beginning: String,
    next: Option<String>,
}

/// What the list may be narrowed by.
struct Filters {
    times: Vec<Choice>,
    areas: Vec<Choices>,
    trades: Vec<Choice>,
    kinds: Vec<Choice>,
    states: Vec<Choice>,
}

/// A class as a line.
struct Row {
    open: String,
    title: String,
    days: String,
    about: String,
    area: String,
    confirmed: String,
    waiting: String,
    present: String,
    finished: String,
    state: Tag,
}

/// Shows a page of the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<WorkList>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadClasses)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (wanted, who) = (wanted(&app.house, &asked), officer.clone());
    let looked =
        app.look(move |tx, _| Ok((classes::trades(tx)?, classes::list(tx, &who, &wanted)?)));
    let (trades, found) = looked.await?;
    Ok(Page::of(WorkList::of(&app, &visit, &officer, &asked, &trades, &found)))
}

/// Understands the address; a filter that is none filters nothing.
fn wanted(house: &House, asked: &Fields) -> Wanted {
    let area: Option<RegionCode> = asked.get("area").parse().ok();
    let (from, to) = Months::new(house.today()).bounds(asked.get("waktu"));
    Wanted {
        area: area.filter(|area| house.regions.get(*area).is_some()),
        trade: asked.some("trade"),
        kind: ClassKind::of_word(asked.get("kind")),
        state: ClassState::of_word(asked.get("state")),
        from,
        to,
        after: read_cursor(asked.get("setelah")),
        limit: PAGE,
        ..Wanted::default()
    }
}

impl WorkList {
    fn of(
        app: &App,
        visit: &Visit,
        officer: &Officer,
        asked: &Fields,
        trades: &[Trade],
        found: &Found,
    ) -> Self {
        let w = ClassWork::of(visit.lang);
        let saying = Saying { house: &app.house, lang: visit.lang, trades };
        let total = thousands(found.total);
        let here = found.items.len().to_string();
        Self {
            shell: visit.shell(app, w.title),
            w,
            wrong: Mistakes::none(),
            filters: Filters::of(&saying, officer, asked),
            may_announce: officer.role.may(Act::ManageClasses),
            may_count: officer.role.may(Act::ReadFigures),
            how_many: fill(w.how_many, &[("n", &total)]),
            here: fill(w.lines_here, &[("n", &here), ("of", &fill(w.how_many, &[("n", &total)]))]),
            lines: found.items.iter().map(|line| row(&saying, line)).collect(),
            further: !asked.get("setelah").is_empty(),
            beginning: address(asked, None),
            next: found.next.map(|after| address(asked, Some(cursor(after)))),
        }
    }
}

fn address(asked: &Fields, after: Option<String>) -> String {
    let kept = FIELDS.map(|field| (field, asked.get(field).to_owned()));
    let after = after.map(|after| ("setelah", after));
    let said = kept.into_iter().chain(after).filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
    if query.is_empty() { "/kelas-kerja".to_owned() } else { format!("/kelas-kerja?{query}") }
}

impl Filters {
    fn of(saying: &Saying<'_>, officer: &Officer, asked: &Fields) -> Self {
        let (w, lang) = (ClassWork::of(saying.lang), saying.lang);
        let now = |field: &str| asked.get(field).to_owned();
        let all = |all: &str, rest: Vec<Choice>| {
            let first = Choice { value: String::new(), label: all.to_owned(), chosen: false };
            [first].into_iter().chain(rest).collect()
        };
        let kind = |it: ClassKind| {
            Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &now("kind"))
        };
        let state = |it: ClassState| {
            Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), &now("state"))
        };
        let times = [Choice::of("", w.from_today, &now("waktu"))];
        let times = times.into_iter().chain([Choice::of("semua", w.any_time, &now("waktu"))]);
        let months = Months::new(saying.house.today()).choices(lang, asked.get("waktu"));
        Self {
            times: times.chain(months).collect(),
            areas: areas(saying.house, officer.scope.area(), Some(w.all_areas), asked.get("area")),
            trades: trade_choices(saying.trades, lang, w.all_trades, asked.get("trade")),
            kinds: all(w.all_kinds, ClassKind::ALL.map(kind).into()),
            states: all(w.all_states, ClassState::ALL.map(state).into()),
        }
    }
}

fn row(saying: &Saying<'_>, line: &Line) -> Row {
    let (w, lang) = (ClassWork::of(saying.lang), saying.lang);
    let counts = line.counts;
    let taken = [counts.confirmed, line.capacity].map(|n| thousands(u64::from(n)));
    let kind = lang.pick(line.kind.label_id(), line.kind.label_en());
    Row {
        open: format!("/kelas-kerja/{}", line.id),
        title: line.title.clone(),
        days: words::days(line.first_on, line.last_on, lang),
        about: format!("{} · {kind}", saying.trade(&line.trade)),
        area: saying.house.region_name(line.area),
        confirmed: fill(w.of_capacity, &[("n", &taken[0]), ("of", &taken[1])]),
        waiting: thousands(u64::from(counts.waiting)),
        present: thousands(u64::from(counts.present)),
        finished: thousands(u64::from(counts.finished)),
        state: saying.state(line.state),
    }
}
