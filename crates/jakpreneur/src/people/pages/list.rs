//! The list of people: found by name or number, narrowed by filters, equal to the number that links to it.
use super::{
    address::Address,
    chips::{Chip, chips},
    filters::Filters,
};
use crate::{
    App, House, Problem,
    people::{self, Asked, Brief, Found},
    web::{Mistakes, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
};
use rules::{Act, Level};

/// The page.
#[derive(Template)]
#[template(path = "people/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::People,
    wrong: Mistakes,
    address: Address,
    filters: Filters,
    chips: Vec<Chip>,
    /// `3.300 orang`.
    total: String,
    /// What the number counts, and as at which day.
    about: String,
    here: String,
    /// Who counted here then and moved away.
    elsewhere: Option<String>,
    /// That the record changed just now leads out of the officer's sight.
    moved_away: Option<&'static str>,
    lines: Vec<Line>,
    next: Option<String>,
    /// Names are still being opened, so that a search by name finds too few.
    names_missing: bool,
    printed: String,
    may_look_up: bool,
    may_register: bool,
}

/// A line of the list.
struct Line {
    open: String,
    name: String,
    number: String,
    nik: String,
    kelurahan: String,
    kecamatan: String,
    trade: &'static str,
    latest: &'static str,
    registered_on: String,
}

/// Shows a page of the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::SearchMembers)?;
    let address = Address::parse(query.as_deref());
    let (looking, who) = (app.clone(), officer.clone());
    let found = match address.understand(&app.house) {
        Err(wrong) => Err(wrong),
        Ok(asked) => {
            let looked = app.blocking(move || {
                let found = people::list(&looking.db, &looking.house, &who, &asked)?;
                Ok((asked, found))
            });
            match looked.await {
                Err(Problem::Invalid(wrong)) => Err(wrong),
                looked => Ok(looked?),
            }
        }
    };
    let moved_away = !address.get("pindah").is_empty();
    let mut page = ListPage::new(&app, &visit, address)?;
    page.moved_away = moved_away.then_some(words::Corrections::of(visit.lang).moved_away);
    match found {
        Ok((asked, found)) => {
            page.fill(&app.house, visit.lang, &asked, found);
            Ok(Page::of(page))
        }
        Err(wrong) => {
            page.wrong = Address::mistakes(&wrong, visit.lang);
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            Ok(Page::with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

impl ListPage {
    fn new(app: &App, visit: &Visit, address: Address) -> Result<Self, Problem> {
        let (officer, w) = (visit.officer()?, words::People::of(visit.lang));
        let role = officer.role;
        let role_name = visit.lang.pick(role.label_id(), role.label_en());
        let printed = [("at", app.house.now().wib()), ("role", role_name.to_owned())];
        let printed = printed.each_ref().map(|(place, text)| (*place, text.as_str()));
        Ok(Self {
            shell: visit.shell(app, w.title),
            w,
            wrong: Mistakes::default(),
            filters: Filters::of(&app.house, &officer, &address, visit.lang),
            address,
            chips: Vec::new(),
            total: String::new(),
            about: String::new(),
            here: String::new(),
            elsewhere: None,
            moved_away: None,
            lines: Vec::new(),
            next: None,
            names_missing: !app.house.board().names_ready,
            printed: fill(w.printed, &printed),
            may_look_up: role.may(Act::LookUpMember),
            may_register: role.may(Act::RegisterMember),
        })
    }

    fn fill(&mut self, house: &House, lang: Lang, asked: &Asked, found: Found) {
        let thousands = |n: u64| rules::number::thousands(n);
        self.chips = chips(house, &self.address, &asked.narrowing, asked.measure, lang);
        self.total = fill(self.w.people, &[("n", &thousands(found.total))]);
        let as_at = asked.narrowing.as_at.unwrap_or_else(|| house.today());
        let matching = asked.q.as_deref().map(|q| fill(self.w.matching, &[("q", q)]));
        let day = fill(self.w.as_at_counted, &[("date", &words::day(as_at, lang))]);
        self.about = matching.map_or(day.clone(), |matching| format!("{matching} · {day}"));
        let here = u64::try_from(found.items.len()).unwrap_or_default();
        self.here = fill(self.w.lines_here, &[("n", &thousands(here)), ("of", &self.total)]);
        let elsewhere = Some(found.elsewhere).filter(|elsewhere| *elsewhere > 0);
        self.elsewhere = elsewhere.map(|n| fill(self.w.elsewhere_now, &[("n", &thousands(n))]));
        self.names_missing &= asked.q.is_some();
        self.next = found.next.map(|after| self.address.next(after));
        self.lines = found.items.into_iter().map(|brief| line(house, lang, brief)).collect();
    }
}

fn line(house: &House, lang: Lang, brief: Brief) -> Line {
    let row = brief.row;
    let place = |level: Level| {
        let region = row.area.at(level);
        region.map_or_else(|| "–".to_owned(), |code| house.region_name(code))
    };
    Line {
        open: format!("/warga/{}", row.id),
        name: if brief.name.is_empty() { row.number.clone() } else { brief.name },
        nik: brief.nik,
        kelurahan: place(Level::Kelurahan),
        kecamatan: place(Level::Kecamatan),
        trade: lang.pick(row.business_type.label_id(), row.business_type.label_en()),
        latest: lang.pick(brief.latest.label_id(), brief.latest.label_en()),
        registered_on: words::day(row.registered_on, lang),
        number: row.number,
    }
}
