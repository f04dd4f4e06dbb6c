//! The records behind a number of the board, the newest first.
use super::{address, board::label, wanted};
use crate::{
    App, Problem,
    people::Brief,
    quality::{self, Finding},
    web::{Fields, Page, Shell, Visit},
    words::{self, Quality, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::{Act, number::thousands};

/// So many records are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "quality/pages/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static Quality,
    title: String,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
}

/// A record in words.
struct Line {
    open: String,
    name: String,
    number: String,
    nik: String,
    office: String,
    registered: String,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(word): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::SearchMembers)?;
    let finding = Finding::of_word(&word).ok_or(Problem::NotFound)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let wanted = wanted(&app.house, &asked)?;
    let before = asked.get("before").parse().ok();
    let look = app.look(move |tx, house| {
        quality::listed(tx, house, &officer, (finding, wanted), (before, PAGE))
    });
    let (briefs, total, next) = look.await?;
    let (w, lang) = (Quality::of(visit.lang), visit.lang);
    let line = |brief: Brief| Line {
        open: format!("/warga/{}", brief.row.id),
        name: if brief.name.is_empty() { brief.row.number.clone() } else { brief.name },
        number: brief.row.number,
        nik: brief.nik,
        office: app.house.region_name(brief.row.office),
        registered: words::day(brief.row.registered_on, lang),
    };
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        title: label(finding, wanted, lang),
        total: fill(w.list, &[("n", &thousands(total))]),
        lines: briefs.into_iter().map(line).collect(),
        next: next.map(|next| format!("{}&before={next}", address(finding.word(), wanted))),
        w,
    }))
}
