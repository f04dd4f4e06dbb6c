//! The list behind a number of growth: the same question, with the businesses it counts, the NIK masked.
use super::{asked::Asked, saying};
use crate::{
    App, House, Problem,
    growth::figures::{self, GrowthFound, GrowthLine, Measure},
    web::{Page, Shell, Visit},
    words::{GrowthFigures, Lang, fill},
};
use askama::Template;
use axum::extract::{RawQuery, State};
use rules::{Act, growth::Indicator, number::thousands};

/// So many businesses are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "growth/pages/listed.html")]
pub(super) struct ListedPage {
    shell: Shell,
    w: &'static GrowthFigures,
    back: String,
    total: String,
    elsewhere: Option<String>,
    indicators: Vec<&'static str>,
    lines: Vec<Line>,
    beginning: Option<String>,
    next: Option<String>,
}

/// A business that counts.
struct Line {
    open: Option<String>,
    name: String,
    nik: String,
    kecamatan: String,
    outcome: &'static str,
    changes: Vec<&'static str>,
    workers: String,
}

/// Shows a page of the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<ListedPage>, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    officer.may(Act::SearchMembers)?;
    let typed = Asked::of(query.as_deref());
    let measure = Measure::of_word(typed.get("measure")).ok_or(Problem::NotFound)?;
    let asked = typed.words().understand(&app.house).map_err(Problem::Invalid)?;
    let after: Option<u32> = typed.get("after").parse().ok();
    let (here, who) = (app.clone(), officer.clone());
    let list = move || figures::list(&here.db, &here.house, &who, (&asked, measure), after, PAGE);
    let found = app.blocking(list).await?;
    let of = GrowthFigures::of(visit.lang).title;
    let shell = visit.shell(&app, format!("{of}: {}", saying::measure(measure, visit.lang)));
    let may_open = officer.role.may(Act::OpenFile);
    Ok(Page::of(ListedPage::of(shell, &app.house, visit.lang, &typed, found, may_open)))
}

impl ListedPage {
    fn of(
        shell: Shell,
        house: &House,
        lang: Lang,
        typed: &Asked,
        found: GrowthFound,
        may_open: bool,
    ) -> Self {
        let w = GrowthFigures::of(lang);
        let here = |after: &str| {
            let measure = ("measure", typed.get("measure").to_owned());
            typed.at("/angka/naik-kelas/usaha", &[measure, ("after", after.to_owned())])
        };
        let further = !typed.get("after").is_empty();
        let moved = Some(found.elsewhere).filter(|elsewhere| *elsewhere > 0);
        Self {
            shell,
            w,
            back: typed.at("/angka/naik-kelas", &[("unknown", String::new())]),
            total: fill(w.n_businesses, &[("n", &thousands(found.total))]),
            elsewhere: moved.map(|n| fill(w.elsewhere, &[("n", &thousands(n))])),
            indicators: Indicator::ALL.map(|of| saying::indicator(of, lang)).into(),
            beginning: further.then(|| here("")),
            next: found.next.map(|after| here(&after.to_string())),
            lines: found.items.into_iter().map(|it| line(house, lang, it, may_open)).collect(),
        }
    }
}

fn line(house: &House, lang: Lang, it: GrowthLine, may_open: bool) -> Line {
    let w = GrowthFigures::of(lang);
    let workers = it.workers.map(|(then, now)| {
        fill(w.then_now, &[("then", &thousands(then)), ("now", &thousands(now))])
    });
    let member = it.member;
    Line {
        open: may_open.then(|| format!("/warga/{}/perkembangan", member.row.id)),
        outcome: saying::outcome(it.outcome, lang),
        changes: it.changes.map(|of| saying::outcome(of, lang)).into(),
        workers: workers.unwrap_or_else(|| w.unknown.to_owned()),
        name: if member.name.is_empty() { w.erased.to_owned() } else { member.name },
        nik: member.nik,
        kecamatan: house.region_name(member.row.office),
    }
}
