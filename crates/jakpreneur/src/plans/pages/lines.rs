//! The lines of a plan, narrowed to a kecamatan or a month, some at a time.
use super::{
    count, found, id, said,
    table::{Row, Table},
};
use crate::{
    App, Problem,
    plans::{self, Both, Figures, Plan, Trades},
    web::{Choices, Page, Shell, Visit},
    words::{self, Lang, fill, month},
};
use askama::Template;
use axum::extract::{Path, Query, State};
use rules::{
    Act, RegionCode,
    training::plan::{Numbered, PlannedClasses, total},
};
use serde::Deserialize;
use std::{collections::BTreeSet, fmt::Write as _};

/// How many lines a page shows.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "plans/pages/lines.html")]
pub(super) struct LinesPage {
    shell: Shell,
    w: &'static words::Plans,
    plan: Plan,
    version: i64,
    old: Option<String>,
    saved: Option<String>,
    may_plan: bool,
    areas: Choices,
    months: Choices,
    caption: String,
    lines: Vec<Line>,
    next: Option<String>,
    groups: Option<Table>,
    held: bool,
}

struct Line {
    number: u32,
    area: String,
    month: String,
    kind: &'static str,
    trade: String,
    numbers: [String; 4],
    /// The day, the room and who teaches.
    begins: String,
    /// The line of the budget and the amount.
    budget: String,
}

/// Which lines.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Which {
    versi: Option<i64>,
    tersimpan: Option<i64>,
    #[serde(default)]
    kecamatan: String,
    #[serde(default)]
    bulan: String,
    #[serde(default)]
    after: u32,
}

impl Which {
    fn wants(&self, line: &PlannedClasses) -> bool {
        let area = self.area().is_none_or(|area| line.area == area);
        area && self.bulan.parse().map_or(true, |month: i8| line.month == month)
    }

    fn area(&self) -> Option<RegionCode> {
        self.kecamatan.parse().ok()
    }

    /// The address of the lines after one.
    fn after(&self, plan: &Plan, last: u32) -> String {
        let mut next = format!("/rencana/{}/baris?after={last}", plan.id);
        let area = self.area().map(|area| format!("&kecamatan={area}")).unwrap_or_default();
        let month = self.bulan.parse::<i8>().map(|at| format!("&bulan={at}")).unwrap_or_default();
        let version = self.versi.map(|n| format!("&versi={n}")).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(next, "{area}{month}{version}");
        next
    }
}

/// Shows the lines.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
    Query(which): Query<Which>,
) -> Result<Page<LinesPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (id, asker, asked) = (id(&raw)?, officer.clone(), which.clone());
    let (plan, lines, figures, trades) = app
        .look(move |tx, _| {
            let plan = found(tx, &asker, id)?;
            let version = asked.versi.unwrap_or(plan.version);
            let lines = plans::lines(tx, &asker.scope, id, version)?;
            // What became of them is told for one kecamatan at a time.
            let figures = asked.area().map(|_| plans::figures(tx, &asker.scope, &plan, version));
            Ok((plan, lines, figures.transpose()?, plans::trades(tx)?))
        })
        .await?;
    let may_plan = officer.role.may(Act::PlanTraining);
    let mut page = page(&app, &visit, plan, &which, &lines, &trades);
    page.may_plan = may_plan && page.old.is_none();
    if let (Some(area), Some(figures)) = (which.area(), figures) {
        page.held = figures.total.held.classes + figures.total.held.called_off > 0;
        page.groups = Some(groups(&figures, area, &which, &trades, visit.lang));
    }
    Ok(Page::of(page))
}

fn page(
    app: &App,
    visit: &Visit,
    plan: Plan,
    which: &Which,
    lines: &[Numbered],
    trades: &Trades,
) -> LinesPage {
    let (lang, w) = (visit.lang, words::Plans::of(visit.lang));
    let wanted: Vec<&Numbered> = lines.iter().filter(|(_, line)| which.wants(line)).collect();
    let rest: Vec<&&Numbered> = wanted.iter().filter(|(number, _)| *number > which.after).collect();
    let more = rest.len() > SHOWN;
    let here = rest.into_iter().take(SHOWN);
    let lines_here: Vec<Line> =
        here.map(|(number, planned)| line(app, lang, trades, *number, planned)).collect();
    let last = lines_here.last().filter(|_| more).map(|line| line.number);
    let version = which.versi.unwrap_or(plan.version);
    let (number, saved) = (version.to_string(), which.tersimpan.filter(|n| *n == plan.version));
    LinesPage {
        shell: visit.shell(app, w.lines),
        w,
        version,
        old: (version != plan.version).then(|| fill(w.old_version, &[("n", &number)])),
        saved: saved.map(|_| fill(w.saved, &[("n", &number)])),
        may_plan: false,
        areas: area_choices(app, w, lines, &which.kecamatan),
        months: month_choices(w, lang, &which.bulan),
        caption: caption(w, &wanted),
        lines: lines_here,
        next: last.map(|last| which.after(&plan, last)),
        groups: None,
        held: false,
        plan,
    }
}

fn caption(w: &'static words::Plans, wanted: &[&Numbered]) -> String {
    let sums = total(wanted.iter().map(|(_, line)| line));
    let numbers = [count(wanted.len()), said(sums.classes), said(sums.seats), said(sums.persons)];
    let [n, classes, seats, persons] = numbers.each_ref().map(String::as_str);
    fill(w.lines_count, &[("n", n), ("classes", classes), ("seats", seats), ("persons", persons)])
}

fn area_choices(app: &App, w: &'static words::Plans, lines: &[Numbered], chosen: &str) -> Choices {
    let areas: BTreeSet<RegionCode> = lines.iter().map(|(_, line)| line.area).collect();
    let named: Vec<_> =
        areas.iter().map(|area| (area.to_string(), app.house.region_name(*area))).collect();
    let pairs = named.iter().map(|(code, name)| (code.as_str(), name.as_str()));
    Choices::of(std::iter::once(("", w.all_kecamatan)).chain(pairs), chosen)
}

fn month_choices(w: &'static words::Plans, lang: Lang, chosen: &str) -> Choices {
    let named: Vec<_> = (1..=12).map(|at| (at.to_string(), month(at, lang))).collect();
    let pairs = named.iter().map(|(at, name)| (at.as_str(), name.as_str()));
    Choices::of(std::iter::once(("", w.all_months)).chain(pairs), chosen)
}

fn line(app: &App, lang: Lang, trades: &Trades, number: u32, planned: &PlannedClasses) -> Line {
    let day = planned.first_on.map(|on| words::day(on, lang));
    let budget_line = Some(planned.budget_line.clone()).filter(|name| !name.is_empty());
    let budget = planned.budget.map(|budget| budget.to_string());
    Line {
        number,
        area: app.house.region_name(planned.area),
        month: month(planned.month, lang),
        kind: lang.pick(planned.kind.label_id(), planned.kind.label_en()),
        trade: trades.label(&planned.trade, lang).to_owned(),
        numbers: [planned.persons, planned.classes, planned.seats, planned.sessions]
            .map(|n| said(n.into())),
        begins: joined([day, planned.place.clone(), planned.trainer.clone()]),
        budget: joined([budget_line, budget, None]),
    }
}

fn joined(parts: [Option<String>; 3]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}

/// Month and trade of one kecamatan, planned and held. The total is of all its months, for whoever came
/// in two of them is one person.
fn groups(
    figures: &Figures,
    area: RegionCode,
    which: &Which,
    trades: &Trades,
    lang: Lang,
) -> Table {
    let w = words::Plans::of(lang);
    let asked: Option<i8> = which.bulan.parse().ok();
    let of_area = figures
        .groups
        .iter()
        .filter(|((at, month, _), _)| *at == area && asked.is_none_or(|asked| *month == asked));
    let row = |((_, at, trade), both): (&(RegionCode, i8, String), &Both)| {
        let name = format!("{}, {}", month(*at, lang), trades.label(trade, lang));
        Row::of(name, None, both, w.called_off)
    };
    let all = figures.areas.get(&area).filter(|_| asked.is_none());
    let total = all.map(|both| Row::of(w.total.to_owned(), None, both, w.called_off));
    let (id, title, head) = ("tabel-kelompok", w.planned_and_held, w.group);
    Table { id, title, head, rows: of_area.map(row).collect(), total }
}
