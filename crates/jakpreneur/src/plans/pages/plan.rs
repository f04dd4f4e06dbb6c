//! A plan in figures: target, people, seats, month by month, by kecamatan, trade and kind.
use super::{
    area_name, found, id,
    list::{self, Line},
    table::Table,
    telling::Telling,
};
use crate::{
    App, Problem,
    plans::{self, Figures, Plan, PlanInList, Trades, Version},
    staff::{self, Officer},
    web::{Page, Shell, Visit},
    words::{self, fill},
};
use askama::Template;
use axum::extract::{Path, Query, State};
use db::Tx;
use rules::Act;
use serde::Deserialize;

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
    may: May,
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

/// What the officer may do with the plan.
struct May {
    plan: bool,
    rename: bool,
    take: bool,
}

pub(super) struct Card {
    pub label: &'static str,
    pub number: String,
    pub note: String,
}

/// A month: people before seats.
pub(super) struct Bar {
    pub name: String,
    pub persons: String,
    pub seats: String,
    pub persons_width: u64,
    pub seats_width: u64,
}

pub(super) struct VersionLine {
    pub version: i64,
    pub href: String,
    pub target: String,
    pub recorded: String,
    pub by: String,
    pub reason: String,
}

/// Which version, and which has just been saved.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    versi: Option<i64>,
    tersimpan: Option<i64>,
}

/// All that the page tells.
pub(super) struct Known {
    pub plan: Plan,
    pub shown: Version,
    pub figures: Figures,
    pub trades: Trades,
    pub versions: Vec<(Version, String)>,
    pub inside: Vec<PlanInList>,
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
        may: May {
            plan: officer.role.may(Act::PlanTraining) && !is_old,
            rename: officer.scope.covers(&plan.agency, plan.area),
            take: officer.role.may(Act::ExportFigures),
        },
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
