//! The plans, by year.
use super::{area_name, said};
use crate::{
    App, Problem,
    plans::{self, PlanInList},
    web::{Choices, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{Query, State};
use rules::{Act, training::plan::Gap};
use serde::Deserialize;

/// How many plans a page shows.
const SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "plans/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Plans,
    years: Choices,
    may_plan: bool,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
}

/// A plan of a list.
pub(super) struct Line {
    pub href: String,
    pub title: String,
    pub year: i16,
    pub agency: String,
    pub area: String,
    pub target: String,
    pub persons: String,
    pub attainment: String,
    pub seats: String,
    pub classes: String,
}

/// Which plans.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    tahun: String,
    after: Option<i64>,
}

/// Shows the plans.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(which): Query<Which>,
) -> Result<Page<ListPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (year, after) = (which.tahun.parse().ok(), which.after);
    let scope = officer.scope.clone();
    let (mut found, total) = app
        .look(move |tx, _| {
            let most = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
            Ok((plans::plans(tx, &scope, year, after, most)?, plans::count(tx, &scope, year)?))
        })
        .await?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let last = found.last().filter(|_| more).map(|last| last.plan.position);
    let w = words::Plans::of(visit.lang);
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        years: years(&app, w, &which.tahun),
        may_plan: officer.role.may(Act::PlanTraining),
        total: fill(w.count, &[("n", &said(total))]),
        next: last.map(|last| {
            format!(
                "/rencana?tahun={}&after={last}",
                year.map_or(String::new(), |year: i16| year.to_string())
            )
        }),
        lines: found.into_iter().map(|plan| line(&app, visit.lang, plan)).collect(),
    }))
}

fn years(app: &App, w: &'static words::Plans, chosen: &str) -> Choices {
    let next = app.house.today().year() + 1;
    let years: Vec<String> = (2017..=next).rev().map(|year| year.to_string()).collect();
    let all = std::iter::once(("", w.all_years));
    Choices::of(all.chain(years.iter().map(|year| (year.as_str(), year.as_str()))), chosen)
}

/// A plan as a line of a table.
pub(super) fn line(app: &App, lang: Lang, listed: PlanInList) -> Line {
    let w = words::Plans::of(lang);
    let plan = listed.plan;
    let gap = Gap { target: plan.persons_target.into(), planned: listed.persons };
    Line {
        href: format!("/rencana/{}", plan.id),
        year: plan.year,
        agency: plan.agency.to_string().to_uppercase(),
        area: area_name(&app.house, plan.area, w.all_jakarta),
        target: said(plan.persons_target.into()),
        persons: said(listed.persons),
        attainment: gap.attainment().map_or("–".to_owned(), |percent| format!("{percent}%")),
        seats: said(listed.seats),
        classes: said(listed.classes),
        title: plan.title,
    }
}
