//! The releases within scope, the newest first.
use crate::{
    App, Problem,
    releases::{self, Released},
    web::{Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{Query, State};
use rules::{Act, number::thousands};
use serde::Deserialize;

/// So many on a page.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "releases/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Releases,
    count: String,
    rows: Vec<Row>,
    older: Option<i64>,
    may_release: bool,
}

/// A release in words.
struct Row {
    number: String,
    title: String,
    as_at: String,
    persons: String,
    released: String,
    restates: bool,
}

/// Which page.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    before: Option<i64>,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(which): Query<Which>,
) -> Result<Page<ListPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (w, role) = (words::Releases::of(visit.lang), officer.role);
    let (mut found, total) = app
        .look(move |tx, _| {
            let limit = i64::try_from(SHOWN + 1).unwrap_or(i64::MAX);
            let found = releases::page(tx, &officer.scope, which.before, limit)?;
            Ok((found, releases::count(tx, &officer.scope)?))
        })
        .await?;
    let more = found.len() > SHOWN;
    found.truncate(SHOWN);
    let older = found.last().filter(|_| more).map(|last| last.position);
    let count = thousands(u64::try_from(total).unwrap_or_default());
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        count: fill(w.count, &[("n", &count)]),
        rows: found.into_iter().map(|release| row(release, visit.lang)).collect(),
        older,
        may_release: role.may(Act::ReleaseReports),
        w,
    }))
}

fn row(release: Released, lang: Lang) -> Row {
    Row {
        number: release.number.to_string(),
        title: release.title,
        as_at: words::day(release.as_at, lang),
        persons: thousands(u64::try_from(release.persons).unwrap_or_default()),
        released: words::day(release.released_at.date(), lang),
        restates: release.restates.is_some(),
    }
}
