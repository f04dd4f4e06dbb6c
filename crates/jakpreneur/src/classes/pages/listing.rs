//! The classes to come, for everybody: by kecamatan and trade.
use super::{Saying, cursor, read_cursor, say::Tag};
use crate::{
    App, House, Problem,
    classes::{self, Line, Trade, Wanted},
    staff::Officer,
    web::{Choice, Choices, Fields, Mistakes, Page, Shell, Visit, areas},
    words::{self, Classes, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{RegionCode, number::thousands, training::ClassState};

/// So many classes are on a page.
const PAGE: usize = 20;

/// The page.
#[derive(Template)]
#[template(path = "classes/pages/listing.html")]
pub(super) struct Listing {
    shell: Shell,
    w: &'static Classes,
    wrong: Mistakes,
    areas: Vec<Choices>,
    trades: Vec<Choice>,
    narrowed: bool,
    how_many: String,
    cards: Vec<Card>,
    calendar: String,
    further: bool,
    beginning: String,
    next: Option<String>,
}

/// A class, in short.
#[derive(Template)]
#[template(path = "classes/pages/card.html")]
pub(super) struct Card {
    open: String,
    title: String,
    weekday: &'static str,
    day: i8,
    month: String,
    place: String,
    about: String,
    seats: Tag,
}

/// Shows the classes that are still going on or to come.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<Listing>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut wanted = wanted(&app.house, &asked);
    wanted.after = read_cursor(asked.get("setelah"));
    let looked = app.look(move |tx, _| {
        Ok((classes::trades(tx)?, classes::list(tx, &Officer::public(), &wanted)?))
    });
    let (trades, found) = looked.await?;
    let (lang, house) = (visit.lang, &app.house);
    let saying = Saying { house, lang, trades: &trades };
    let w = Classes::of(lang);
    Ok(Page::of(Listing {
        shell: visit.shell(&app, w.title),
        w,
        wrong: Mistakes::none(),
        areas: areas(house, None, Some(w.everywhere), asked.get("kecamatan")),
        trades: trade_choices(&trades, lang, w.all_trades, asked.get("bidang")),
        narrowed: !(asked.get("kecamatan").is_empty() && asked.get("bidang").is_empty()),
        how_many: fill(w.how_many, &[("n", &thousands(found.total))]),
        cards: found.items.iter().map(|line| Card::of(&saying, line)).collect(),
        calendar: address("/kelas.ics", &asked, None),
        further: !asked.get("setelah").is_empty(),
        beginning: address("/kelas", &asked, None),
        next: found.next.map(|after| address("/kelas", &asked, Some(cursor(after)))),
    }))
}

/// The classes an address asks for: still going on or to come, of an area and a trade.
pub(super) fn wanted(house: &House, asked: &Fields) -> Wanted {
    let area: Option<RegionCode> = asked.get("kecamatan").parse().ok();
    Wanted {
        area: area.filter(|area| house.regions.get(*area).is_some()),
        trade: asked.some("bidang"),
        from: Some(house.today()),
        state: Some(ClassState::Announced),
        limit: PAGE,
        ..Wanted::default()
    }
}

/// The same question at another place.
fn address(path: &str, asked: &Fields, after: Option<String>) -> String {
    let kept = ["kecamatan", "bidang"].map(|field| (field, asked.get(field).to_owned()));
    let after = after.map(|after| ("setelah", after));
    let said = kept.into_iter().chain(after).filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Every trade by its name, and one for all.
pub(super) fn trade_choices(trades: &[Trade], lang: Lang, all: &str, now: &str) -> Vec<Choice> {
    let mut named: Vec<Choice> = trades
        .iter()
        .map(|trade| Choice::of(&trade.code, lang.pick(&trade.name, &trade.name_en), now))
        .collect();
    named.sort_by(|one, other| one.label.cmp(&other.label));
    [Choice::of("", all, now)].into_iter().chain(named).collect()
}

impl Card {
    /// A class in short.
    pub(super) fn of(saying: &Saying<'_>, line: &Line) -> Self {
        let w = Classes::of(saying.lang);
        let until = words::day(line.closes_on, saying.lang);
        let mut about = vec![saying.trade(&line.trade)];
        if line.sessions > 1 {
            about.push(fill(w.sessions, &[("n", &line.sessions.to_string())]));
            about.push(words::days(line.first_on, line.last_on, saying.lang));
        }
        about.push(fill(w.until, &[("date", &until)]));
        let written = words::day(line.first_on, saying.lang);
        let month = written.split(' ').nth(1).unwrap_or_default();
        Self {
            open: format!("/kelas/{}", line.id),
            title: line.title.clone(),
            weekday: words::weekday(line.first_on, saying.lang),
            day: line.first_on.day(),
            month: month.chars().take(3).collect(),
            place: saying.place(&line.place, line.area),
            about: about.join(" · "),
            seats: saying.seats(line, saying.house.today()),
        }
    }
}
