//! A plan in figures: target, people, seats, month by month, by kecamatan, trade and kind.
use super::{
    area_name, found, id,
    list::{self, Line},
    said,
    table::{Row, Table},
};
use crate::{
    App, House, Problem,
    plans::{self, Both, Figures, Plan, PlanInList, Trades, Version},
    staff::{self, Officer},
    web::{Page, Shell, Visit},
    words::{self, Lang, fill, month},
};
use askama::Template;
use axum::extract::{Path, Query, State};
use db::Tx;
use rules::{
    Act, RegionCode,
    training::plan::{Clash, Shared},
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// How many clashes are told.
const CLASHES: usize = 20;
/// How many plans inside this one are looked through.
const PLANS: i64 = 200;

#[derive(Template)]
#[template(path = "plans/pages/plan.html")]
pub(super) struct PlanPage {
    shell: Shell,
    w: &'static words::Plans,
    id: String,
    title: String,
    about: String,
    version: i64,
    saved: Option<String>,
    old: Option<String>,
    narrowed: Option<String>,
    may_plan: bool,
    may_rename: bool,
    may_take: bool,
    cards: Vec<Card>,
    gap: Option<String>,
    held: bool,
    held_cards: Vec<Card>,
    clashes_title: String,
    clashes: Vec<String>,
    bars: Vec<Bar>,
    tables: Vec<Table>,
    inside: Vec<Line>,
    versions: Vec<VersionLine>,
}

struct Card {
    label: &'static str,
    number: String,
    note: String,
}

/// A month: people before seats.
struct Bar {
    name: String,
    persons: String,
    seats: String,
    persons_width: u64,
    seats_width: u64,
}

struct VersionLine {
    version: i64,
    href: String,
    target: String,
    recorded: String,
    by: String,
    reason: String,
}

/// Which version, and which has just been saved.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    versi: Option<i64>,
    tersimpan: Option<i64>,
}

/// All that the page tells.
struct Known {
    plan: Plan,
    shown: Version,
    figures: Figures,
    trades: Trades,
    versions: Vec<(Version, String)>,
    inside: Vec<PlanInList>,
}

/// Shows the plan.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
    Query(which): Query<Which>,
) -> Result<Page<PlanPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (id, asker, version) = (id(&raw)?, officer.clone(), which.versi);
    let known = app
        .look(move |tx, _| {
            let plan = found(tx, &asker, id)?;
            know(tx, &asker, plan, version)
        })
        .await?;
    Ok(Page::of(page(&app, &visit, &officer, known, which.tersimpan)))
}

fn know(
    tx: &mut Tx<'_>,
    officer: &Officer,
    plan: Plan,
    version: Option<i64>,
) -> Result<Known, Problem> {
    let scope = &officer.scope;
    let version = version.unwrap_or(plan.version);
    let mut versions = Vec::new();
    for version in plans::versions(tx, scope, plan.id)? {
        let by = staff::name_of(tx, &version.recorded_by)?;
        versions.push((version, by));
    }
    let shown = versions.iter().find(|(it, _)| it.version == version);
    let shown = shown.map(|(shown, _)| shown.clone()).ok_or(Problem::NotFound)?;
    let mut inside = plans::plans(tx, scope, Some(plan.year), None, PLANS)?;
    inside.retain(|it| {
        let own = it.plan.id == plan.id || it.plan.agency != plan.agency;
        !own && it.plan.area.within(&plan.area)
    });
    Ok(Known {
        figures: plans::figures(tx, scope, &plan, version)?,
        trades: plans::trades(tx)?,
        shown,
        versions,
        inside,
        plan,
    })
}

fn page(app: &App, visit: &Visit, officer: &Officer, known: Known, saved: Option<i64>) -> PlanPage {
    let (lang, w) = (visit.lang, words::Plans::of(visit.lang));
    let (plan, shown) = (&known.plan, &known.shown);
    let area = area_name(&app.house, plan.area, w.all_jakarta);
    let is_old = shown.version != plan.version;
    let number = |n: i64| n.to_string();
    let own_area = officer.scope.area().map(|area| app.house.region_name(area));
    let telling = Telling { house: &app.house, w, lang, known: &known };
    PlanPage {
        shell: visit.shell(app, shown.title.clone()),
        w,
        id: plan.id.to_string(),
        title: shown.title.clone(),
        about: telling.about(&area),
        version: shown.version,
        saved: saved.filter(|n| *n == plan.version).map(|n| fill(w.saved, &[("n", &number(n))])),
        old: is_old.then(|| fill(w.old_version, &[("n", &number(shown.version))])),
        narrowed: own_area
            .filter(|_| !known.figures.whole)
            .map(|own| fill(w.narrowed, &[("area", &own), ("whole", &area)])),
        may_plan: officer.role.may(Act::PlanTraining) && !is_old,
        may_rename: officer.scope.covers(&plan.agency, plan.area),
        may_take: officer.role.may(Act::ExportFigures),
        cards: telling.cards(),
        gap: known.figures.whole.then(|| telling.gap()),
        held: telling.any_held(),
        held_cards: telling.held_cards(),
        clashes_title: fill(w.clashes, &[("n", &super::count(known.figures.clashes.len()))]),
        clashes: telling.clashes(),
        bars: telling.bars(),
        tables: telling.tables(),
        versions: telling.versions(),
        inside: known.inside.into_iter().map(|plan| list::line(app, lang, plan)).collect(),
    }
}

/// What the page says of a plan.
struct Telling<'t> {
    house: &'t House,
    w: &'static words::Plans,
    lang: Lang,
    known: &'t Known,
}

impl Telling<'_> {
    fn about(&self, area: &str) -> String {
        let agency = self.known.plan.agency.to_string().to_uppercase();
        let version = format!("{} {}", self.w.version, self.known.shown.version);
        format!("{agency} · {area} · {} · {version}", self.known.plan.year)
    }

    fn total(&self) -> &Both {
        &self.known.figures.total
    }

    fn cards(&self) -> Vec<Card> {
        let (w, planned) = (self.w, self.total().planned);
        let target = self.known.shown.persons_target;
        let gap = self.known.figures.gap(target);
        let card = |label, number, note: String| Card { label, number, note };
        let attainment = gap.attainment().filter(|_| self.known.figures.whole);
        let of_target = attainment.map_or_else(
            || w.each_once.to_owned(),
            |percent| fill(w.of_target, &[("percent", &percent.to_string())]),
        );
        let sessions = fill(w.sessions_note, &[("n", &said(planned.sessions))]);
        let mut cards = vec![
            card(w.persons, said(planned.persons), of_target),
            card(w.seats, said(planned.seats), w.seats_note.to_owned()),
            card(w.classes, said(planned.classes), sessions),
        ];
        if self.known.figures.whole {
            cards.insert(0, card(w.target, said(target.into()), w.each_once.to_owned()));
        }
        if planned.budget.0 > 0 {
            cards.push(card(w.budget, planned.budget.to_string(), String::new()));
        }
        cards
    }

    fn gap(&self) -> String {
        let gap = self.known.figures.gap(self.known.shown.persons_target);
        match (gap.missing(), gap.beyond()) {
            (0, 0) => self.w.met.to_owned(),
            (0, n) => fill(self.w.beyond, &[("n", &said(n))]),
            (n, _) => fill(self.w.missing, &[("n", &said(n))]),
        }
    }

    fn any_held(&self) -> bool {
        self.total().held.classes + self.total().held.called_off > 0
    }

    fn held_cards(&self) -> Vec<Card> {
        let (w, held) = (self.w, self.total().held);
        let off = fill(w.called_off, &[("n", &said(held.called_off))]);
        let off = if held.called_off > 0 { off } else { String::new() };
        [
            (w.announced, held.classes, off),
            (w.announced_seats, held.seats, String::new()),
            (w.confirmed, held.confirmed, w.each_once.to_owned()),
            (w.present, held.present, w.each_once.to_owned()),
            (w.finished, held.finished, w.each_once.to_owned()),
            (w.attendances, held.attendances, String::new()),
        ]
        .map(|(label, n, note)| Card { label, number: said(n), note })
        .into()
    }

    fn clashes(&self) -> Vec<String> {
        let all = &self.known.figures.clashes;
        let more = all.len().saturating_sub(CLASHES);
        let more = (more > 0).then(|| fill(self.w.and_more, &[("n", &super::count(more))]));
        all.iter().take(CLASHES).map(|clash| self.clash(clash)).chain(more).collect()
    }

    fn clash(&self, clash: &Clash) -> String {
        let text = match clash.shared {
            Shared::Room => self.w.clash_room,
            Shared::Trainer => self.w.clash_trainer,
        };
        let lines: Vec<String> = clash.lines.iter().map(ToString::to_string).collect();
        let (day, n) = (words::day(clash.on, self.lang), super::count(clash.lines.len()));
        let places =
            [("day", &*day), ("name", &*clash.name), ("n", &*n), ("lines", &lines.join(", "))];
        fill(text, &places)
    }

    fn bars(&self) -> Vec<Bar> {
        let months = &self.known.figures.months;
        let most = months.values().map(|both| both.planned.seats).max().unwrap_or_default();
        let width = |n: u64| (n * 100).checked_div(most).unwrap_or_default();
        let bar = |(at, both): (&i8, &Both)| Bar {
            name: month(*at, self.lang),
            persons: said(both.planned.persons),
            seats: said(both.planned.seats),
            persons_width: width(both.planned.persons),
            seats_width: width(both.planned.seats),
        };
        months.iter().filter(|(_, both)| both.planned.lines > 0).map(bar).collect()
    }

    fn lines_of(&self, filter: &str) -> Option<String> {
        let (id, version) = (self.known.plan.id, self.known.shown.version);
        let version = (version != self.known.plan.version).then(|| format!("&versi={version}"));
        Some(format!("/rencana/{id}/baris?{filter}{}", version.unwrap_or_default()))
    }

    fn tables(&self) -> Vec<Table> {
        let (w, figures) = (self.w, &self.known.figures);
        let kind = |kind: &rules::training::ClassKind| {
            self.lang.pick(kind.label_id(), kind.label_en()).to_owned()
        };
        let area = |area: &RegionCode| self.house.region_name(*area);
        let trade = |code: &String| self.known.trades.label(code, self.lang).to_owned();
        let by_month = |at: &i8| self.lines_of(&format!("bulan={at}"));
        let by_area = |area: &RegionCode| self.lines_of(&format!("kecamatan={area}"));
        vec![
            self.table(
                ("tabel-bulan", w.by_month, w.month),
                self.rows(&figures.months, |at| month(*at, self.lang), by_month),
            ),
            self.table(
                ("tabel-kecamatan", w.by_area, w.kecamatan),
                self.rows(&figures.areas, area, by_area),
            ),
            self.table(
                ("tabel-bidang", w.by_trade, w.trade),
                self.rows(&figures.trades, trade, |_| None),
            ),
            self.table(
                ("tabel-jenis", w.by_kind, w.kind),
                self.rows(&figures.kinds, kind, |_| None),
            ),
        ]
    }

    fn rows<K>(
        &self,
        groups: &BTreeMap<K, Both>,
        name: impl Fn(&K) -> String,
        href: impl Fn(&K) -> Option<String>,
    ) -> Vec<Row> {
        let row = |(key, both): (&K, &Both)| Row::of(name(key), href(key), both, self.w.called_off);
        groups.iter().map(row).collect()
    }

    fn table(
        &self,
        (id, title, head): (&'static str, &'static str, &'static str),
        rows: Vec<Row>,
    ) -> Table {
        let total = Row::of(self.w.total.to_owned(), None, self.total(), self.w.called_off);
        Table { id, title, head, rows, total: Some(total) }
    }

    fn versions(&self) -> Vec<VersionLine> {
        let line = |(version, by): &(Version, String)| VersionLine {
            version: version.version,
            href: format!("/rencana/{}?versi={}", self.known.plan.id, version.version),
            target: said(version.persons_target.into()),
            recorded: format!(
                "{} {}",
                words::day(version.recorded_at.date(), self.lang),
                version.recorded_at.clock()
            ),
            by: if by == "system" { self.w.operator.to_owned() } else { by.clone() },
            reason: version.reason.clone().unwrap_or_else(|| self.w.first.to_owned()),
        };
        self.known.versions.iter().map(line).collect()
    }
}
