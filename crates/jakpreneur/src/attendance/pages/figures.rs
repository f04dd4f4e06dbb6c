//! The page of training figures: the five numbers always apart, in persons and in seats, each with its list.
use super::{
    asked::{Asked, BY},
    figures_file::download,
};
use crate::{
    App, Problem,
    attendance::{self, By, Measure, Numbers, Sums},
    classes::{self, Trade, pages::Saying},
    reports::pages::Number,
    staff::Officer,
    web::{Choice, Choices, Mistakes, Page, Shell, Visit, areas},
    words::{self, Lang, TrainingFigures, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use rules::{Act, number::thousands};

/// So many years are offered, the next one first.
const YEARS: i16 = 8;

#[derive(Template)]
#[template(path = "attendance/pages/figures.html")]
struct FiguresPage {
    shell: Shell,
    w: &'static TrainingFigures,
    mistakes: Mistakes,
    asked: Asked,
    by: Vec<Choice>,
    years: Vec<Choice>,
    areas: Vec<Choices>,
    agencies: Choices,
    trades: Vec<Choice>,
    answered: Option<Answered>,
}

/// The part of the page that needs an answer.
struct Answered {
    about: String,
    caption: String,
    titles: Vec<&'static str>,
    total: Row,
    rows: Vec<Row>,
    csv: Option<String>,
}

/// A group, or all together.
struct Row {
    head: String,
    classes: String,
    seats: String,
    cells: Vec<Cell>,
}

/// One of the five numbers.
struct Cell {
    label: &'static str,
    persons: Number,
    seats: String,
}

/// Shows the page, or hands out its table.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    officer.may(Act::ReadClasses)?;
    let asked = Asked::of(query.as_deref());
    let trades = app.look(|tx, _| Ok(classes::trades(tx)?)).await?;
    let (by, wanted) = match asked.understand(&app.house, &trades) {
        Ok(understood) => understood,
        Err(wrong) => {
            let mut page = FiguresPage::bare(&app, &visit, &officer, asked, &trades);
            page.mistakes = Mistakes::of(&wrong, visit.lang);
            return Ok(Page::wrong(page).into_response());
        }
    };
    let who = officer.clone();
    let sums = app.look(move |tx, house| attendance::sums(tx, house, &who, by, &wanted)).await?;
    if !asked.get("format").is_empty() {
        return download(&app, &visit, &officer, asked.get("format"), (by, sums), trades).await;
    }
    let mut page = FiguresPage::bare(&app, &visit, &officer, asked, &trades);
    let saying = Saying { house: &app.house, lang: visit.lang, trades: &trades };
    page.answered = Some(Answered::of(&saying, &officer, &page.asked, by, &sums));
    Ok(Page::of(page).into_response())
}

impl FiguresPage {
    fn bare(app: &App, visit: &Visit, officer: &Officer, asked: Asked, trades: &[Trade]) -> Self {
        let (w, lang, house) = (TrainingFigures::of(visit.lang), visit.lang, &app.house);
        let this = house.today().year();
        let mut years: Vec<String> = (0..YEARS).map(|n| (this + 1 - n).to_string()).collect();
        if !asked.get("year").is_empty() && years.iter().all(|year| year != asked.get("year")) {
            years.push(asked.get("year").to_owned());
        }
        let all = |all: &str, now: &str| Choice::of("", all, now);
        let years = years.into_iter().map(|year| Choice::of(&year, &year, asked.get("year")));
        let named = trades.iter();
        let named = named
            .map(|it| Choice::of(&it.code, lang.pick(&it.name, &it.name_en), asked.get("trade")));
        let now = Some(asked.get("by")).filter(|by| !by.is_empty());
        let now = now.unwrap_or(By::Kecamatan.word());
        Self {
            shell: visit.shell(app, w.title),
            w,
            mistakes: Mistakes::none(),
            by: BY.map(|by| Choice::of(by.word(), dimension(by, lang), now)).into(),
            years: [all(w.all_years, asked.get("year"))].into_iter().chain(years).collect(),
            areas: areas(house, officer.scope.area(), Some(w.all_areas), asked.get("area")),
            agencies: Choices::agencies(
                house,
                &officer.scope,
                Some(w.all_agencies),
                asked.get("agency"),
            ),
            trades: [all(w.all_trades, asked.get("trade"))].into_iter().chain(named).collect(),
            answered: None,
            asked,
        }
    }
}

impl Answered {
    fn of(saying: &Saying<'_>, officer: &Officer, asked: &Asked, by: By, sums: &Sums) -> Self {
        let (lang, lists) = (saying.lang, attendance::may_see_who(officer));
        let w = TrainingFigures::of(lang);
        let row = |head: String, group: Option<&str>, it: &Numbers| Row {
            head,
            classes: thousands(it.classes),
            seats: thousands(it.seats),
            cells: Measure::ALL.map(|measure| cell(asked, lists, lang, measure, group, it)).into(),
        };
        let counted =
            [("classes", thousands(sums.all.classes)), ("seats", thousands(sums.all.seats))];
        let counted = counted.each_ref().map(|(place, n)| (*place, n.as_str()));
        let groups = sums.groups.iter();
        let may = officer.role.may(Act::ExportFigures);
        Self {
            about: fill(w.about, &counted),
            caption: fill(w.told_by, &[("what", &dimension(by, lang).to_lowercase())]),
            titles: Measure::ALL.map(|measure| label(measure, lang)).into(),
            total: row(w.total.to_owned(), None, &sums.all),
            rows: groups.map(|(key, it)| row(named(saying, by, key), Some(key), it)).collect(),
            csv: may.then(|| asked.at("/angka/pelatihan", &[("format", "csv")])),
        }
    }
}

fn cell(
    asked: &Asked,
    lists: bool,
    lang: Lang,
    measure: Measure,
    group: Option<&str>,
    it: &Numbers,
) -> Cell {
    let (persons, seats) = it.of(measure);
    let mut more = vec![("measure", measure.word())];
    more.extend(group.map(|group| ("group", group)));
    let href = lists.then(|| asked.at("/angka/pelatihan/orang", &more));
    let seats = fill(TrainingFigures::of(lang).in_seats, &[("n", &thousands(seats))]);
    Cell { label: label(measure, lang), persons: Number { said: thousands(persons), href }, seats }
}

/// What numbers are told apart by, in words.
pub(super) fn dimension(by: By, lang: Lang) -> &'static str {
    let w = TrainingFigures::of(lang);
    match by {
        By::Kecamatan => w.kecamatan,
        By::Month => w.month,
        By::Trade => w.trade,
        By::Kind => w.kind,
        By::Plan => w.plan,
        By::Class => w.class,
    }
}

/// One of the five numbers, in words.
pub(crate) fn label(measure: Measure, lang: Lang) -> &'static str {
    let w = TrainingFigures::of(lang);
    match measure {
        Measure::Invited => w.invited,
        Measure::Registered => w.registered,
        Measure::Present => w.present,
        Measure::Finished => w.finished,
        Measure::WalkIns => w.walk_ins,
    }
}

/// A group's name.
pub(crate) fn named(saying: &Saying<'_>, by: By, key: &str) -> String {
    match by {
        By::Kecamatan => {
            key.parse().map_or_else(|_| key.to_owned(), |code| saying.house.region_name(code))
        }
        By::Month => month(key, saying.lang).unwrap_or_else(|| key.to_owned()),
        By::Trade => saying.trade(key),
        By::Kind | By::Plan | By::Class => key.to_owned(),
    }
}

/// `Maret 2026` of `2026-03`.
fn month(key: &str, lang: Lang) -> Option<String> {
    let (year, month) = key.split_once('-')?;
    let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(format!("{} {year}", words::month(month, lang)))
}
