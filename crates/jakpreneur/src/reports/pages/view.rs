//! Shows the figures that the address asks for.
use super::{
    asked::{Asked, figures},
    download::{File, file, jakarta},
    filters::{Filters, filters},
    groups::{self, GroupTable},
    links::{Links, Number},
    stages::{Card, StageLine, cards, lines},
    tiles::{Map, map},
};
use crate::{
    App, Problem,
    board::caught_up,
    reports::{self, Answer, Narrowing, scope_line},
    staff::Officer,
    web::{Mistakes, Page, Shell, Visit},
    words::{self, Figures, fill},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use db::Tx;
use rules::{Act, Instant, StageKind, number::thousands};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "reports/pages/view.html")]
struct FiguresPage {
    shell: Shell,
    w: &'static Figures,
    mistakes: Mistakes,
    scope: String,
    filter_line: String,
    print: bool,
    filters: Filters,
    answered: Option<Answered>,
}

/// The part of the page that needs an answer.
struct Answered {
    date: String,
    state: Vec<String>,
    printed: String,
    cards: Vec<Card>,
    lines: Vec<StageLine>,
    persons: Number,
    map: Option<Map>,
    groups: Option<GroupTable>,
    files: Vec<(String, String)>,
    print_href: String,
}

/// Shows the page, or hands out the file.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let asked = Asked::of(&pairs);
    let answered = match asked.words.understand(&app.house) {
        Ok(narrowing) => answer(&app, &officer, narrowing).await,
        Err(wrong) => Err(Problem::Invalid(wrong)),
    };
    match answered {
        Ok((narrowing, answer, last)) => {
            if let Some(format) = &asked.format {
                return download(&app, &visit, &officer, format, narrowing, answer).await;
            }
            let page = page(&app, &visit, &officer, &asked, &narrowing, &answer, last);
            Ok(Page::of(page).into_response())
        }
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            Ok(Page::wrong(bare(&app, &visit, &officer, &asked, mistakes)).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// The answer, and when the last entry it knows of was recorded.
async fn answer(
    app: &App,
    officer: &Arc<Officer>,
    narrowing: Narrowing,
) -> Result<(Narrowing, Answer, Option<Instant>), Problem> {
    let (own, officer) = (app.clone(), officer.clone());
    app.blocking(move || {
        let (seen, last) = own.db.look(|tx| {
            let seen = caught_up(tx, &own.house)?;
            Ok::<_, Problem>((seen, recorded_at(tx, narrowing.known_at.unwrap_or(seen))?))
        })?;
        let answer = reports::answer(&own.house, &officer, &narrowing, seen)?;
        Ok((narrowing, answer, last))
    })
    .await
}

fn recorded_at(tx: &mut Tx<'_>, position: i64) -> Result<Option<Instant>, Problem> {
    let mut at = None;
    tx.entries(position - 1, 1, |entry| {
        at = Some(entry.at);
        Ok(())
    })?;
    Ok(at.filter(|_| position > 0))
}

async fn download(
    app: &App,
    visit: &Visit,
    officer: &Arc<Officer>,
    format: &str,
    narrowing: Narrowing,
    answer: Answer,
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    let (format, lang) = (File::of_word(format)?, visit.lang);
    let who = lang.pick(officer.role.label_id(), officer.role.label_en());
    let (own, officer) = (app.clone(), officer.clone());
    app.blocking(move || {
        reports::log_taken(&own, &officer, &answer)?;
        file(&own, &answer, &narrowing.by, lang, who, format)
    })
    .await
}

/// The page with a question that cannot be answered.
fn bare(
    app: &App,
    visit: &Visit,
    officer: &Officer,
    asked: &Asked,
    mistakes: Mistakes,
) -> FiguresPage {
    let w = Figures::of(visit.lang);
    FiguresPage {
        shell: visit.shell(app, w.title),
        w,
        mistakes,
        scope: String::new(),
        filter_line: fill(w.filter, &[("what", "…")]),
        print: asked.print,
        filters: filters(app, &officer.scope, asked, visit.lang),
        answered: None,
    }
}

fn page(
    app: &App,
    visit: &Visit,
    officer: &Officer,
    asked: &Asked,
    narrowing: &Narrowing,
    answer: &Answer,
    last: Option<Instant>,
) -> FiguresPage {
    let lang = visit.lang;
    let mut page = bare(app, visit, officer, asked, Mistakes::none());
    let lists = officer.role.may(Act::SearchMembers) && !asked.print;
    let links = Links::of(narrowing, answer, lists);
    let stage = asked.map.unwrap_or(StageKind::Training);
    let take_away = officer.role.may(Act::ExportFigures);
    let file =
        |file: File| (file.word().to_uppercase(), figures(narrowing, &[("format", file.word())]));
    page.scope = scope_line(&app.house, &answer.scope, lang);
    page.filter_line = fill(page.w.filter, &[("what", &page.scope)]);
    page.answered = Some(Answered {
        date: words::day(answer.as_at, lang),
        state: state(answer, last, lang),
        printed: printed(app, officer, lang),
        cards: cards(answer, &links, page.w),
        lines: lines(answer, &links, lang),
        persons: links.number(&[], None, answer.persons),
        map: map(&app.house, &officer.scope, narrowing, answer, stage, lang),
        groups: groups::table(answer, &narrowing.by, &links, asked.print, lang),
        files: if take_away { File::ALL.map(file).to_vec() } else { Vec::new() },
        print_href: figures(narrowing, &[("cetak", "1")]),
    });
    page
}

/// How the figures came about: scheme, knowledge, freshness.
fn state(answer: &Answer, last: Option<Instant>, lang: words::Lang) -> Vec<String> {
    let w = Figures::of(lang);
    let known = thousands(u64::try_from(answer.known_at).unwrap_or_default());
    let scheme = lang.pick(answer.scheme.label_id(), answer.scheme.label_en());
    let moment = |at: Instant| format!("{} {}", words::day(at.date(), lang), at.clock());
    [
        Some(format!("{}: {scheme}", w.scheme)),
        Some(fill(w.known_to, &[("n", &known)])),
        last.map(|at| fill(w.latest, &[("moment", &moment(at))])),
        Some(w.persons_not_visits.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn printed(app: &App, officer: &Officer, lang: words::Lang) -> String {
    let now = jakarta(app.house.now());
    let moment = format!("{} {}", words::day(now.date(), lang), now.strftime("%H.%M"));
    let who = lang.pick(officer.role.label_id(), officer.role.label_en());
    fill(Figures::of(lang).printed, &[("moment", &moment), ("who", who)])
}
