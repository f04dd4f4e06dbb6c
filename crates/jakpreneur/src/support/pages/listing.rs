//! The support behind a number: who got what, when, from whom.
use super::figures::{Narrowing, span};
use crate::{
    App, Problem,
    support::{self, Listed, Wanted},
    web::{Fields, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{Level, number::thousands, support::SupportKindTold};

/// So many are on a page.
const PAGE: usize = 50;

/// The page.
#[derive(Template)]
#[template(path = "support/pages/listing.html")]
pub(super) struct ListPage {
    shell: Shell,
    w: &'static words::Support,
    narrowing: Narrowing,
    total: String,
    lines: Vec<Line>,
    next: Option<String>,
    further: bool,
}

/// A support in the list.
struct Line {
    open: String,
    name: String,
    kind: String,
    what: String,
    value: String,
    given_on: String,
    agency: String,
    kecamatan: String,
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let after = asked.get("setelah").parse().ok();
    let typed = asked.clone();
    let look = app.look(move |tx, house| {
        let kinds = support::kinds(tx)?;
        let wanted = Wanted { span: span(&kinds, &typed), after, limit: PAGE };
        let total = support::count(tx, &officer, &wanted.span)?;
        Ok((kinds, total, support::list(tx, house, &officer, &wanted)?))
    });
    let (kinds, total, (items, next)) = look.await?;
    let w = words::Support::of(lang);
    let narrowing = Narrowing::of(&app, &visit, &kinds, &asked);
    Ok(Page::of(ListPage {
        shell: visit.shell(&app, w.title),
        w,
        next: next.map(|at| format!("/dukungan?{}setelah={at}", narrowing.address())),
        narrowing,
        total: fill(w.count, &[("n", &thousands(total))]),
        further: after.is_some(),
        lines: items.into_iter().map(|it| line(&app, lang, &kinds, it)).collect(),
    }))
}

fn line(app: &App, lang: Lang, kinds: &[SupportKindTold], it: Listed) -> Line {
    let (w, member) = (words::Support::of(lang), &it.member.row);
    let office = member.office.at(Level::Kecamatan).unwrap_or(member.office);
    Line {
        open: format!("/warga/{}/dukungan", member.id),
        kecamatan: app.house.region_name(office),
        name: if it.member.name.is_empty() { member.number.clone() } else { it.member.name },
        kind: support::kind_name(kinds, it.row.kind, lang),
        what: it.told.what,
        value: it.row.value.map_or_else(|| w.unknown.to_owned(), |value| value.to_string()),
        given_on: words::day(it.row.given_on, lang),
        agency: it.row.agency.to_string().to_uppercase(),
    }
}
