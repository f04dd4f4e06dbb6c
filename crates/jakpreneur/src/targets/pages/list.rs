//! The targets that the address asks for, each beside what became of it.
use super::{Row, row};
use crate::{
    App, Problem,
    reports::{
        ScopeAnswer,
        pages::{File, address, attachment, jakarta},
        scope_line,
    },
    staff::{Officer, log_read},
    targets::{self, Answer, Asked, Selection},
    web::{Choices, Mistakes, Page, Shell, Visit, areas},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use documents::{print, table::Format};
use rules::{Act, number::thousands, targets::Indicator};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "targets/pages/list.html")]
struct ListPage {
    shell: Shell,
    w: &'static words::Targets,
    mistakes: Mistakes,
    asked: Asked,
    areas: Vec<Choices>,
    agencies: Choices,
    indicators: Choices,
    may_set: bool,
    print: bool,
    answered: Option<Answered>,
}

/// The part of the page that needs an answer.
struct Answered {
    scope: String,
    date: String,
    known: String,
    printed: String,
    count: String,
    rows: Vec<Row>,
    rules: Vec<String>,
    inside: Vec<String>,
    files: Vec<(String, String)>,
    print_href: String,
}

/// The names an address may hold, beside the file's format and `cetak`.
const NAMES: [&str; 8] = [
    "as_at",
    "known_at",
    "area",
    "agency",
    "registered_from",
    "registered_to",
    "indicator",
    "period",
];

/// Shows the page, or hands out the file.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let get = |name: &str| {
        let found = pairs.iter().find(|(key, value)| key == name && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().to_owned())
    };
    let (asked, print) = (asked(get), get("cetak").as_deref() == Some("1"));
    let selection = match asked.understand(&app.house) {
        Ok(selection) => selection,
        Err(wrong) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            return Ok(Page::wrong(bare(&app, &visit, &officer, asked, mistakes)).into_response());
        }
    };
    let answer = match answer(&app, &officer, selection).await {
        Ok(answer) => answer,
        Err(Problem::Invalid(wrong)) => {
            let mistakes = Mistakes::of(&wrong, visit.lang);
            return Ok(Page::wrong(bare(&app, &visit, &officer, asked, mistakes)).into_response());
        }
        Err(problem) => return Err(problem),
    };
    if let Some(format) = get("format") {
        return download(&app, &visit, &officer, &format, answer).await;
    }
    let mut page = bare(&app, &visit, &officer, asked, Mistakes::none());
    page.print = print;
    page.answered = Some(answered(&app, &visit, &officer, &page, &answer));
    Ok(Page::of(page).into_response())
}

fn asked(get: impl Fn(&str) -> Option<String>) -> Asked {
    Asked {
        as_at: get("as_at"),
        known_at: get("known_at"),
        area: get("area"),
        agency: get("agency"),
        registered_from: get("registered_from"),
        registered_to: get("registered_to"),
        indicator: get("indicator"),
        period: get("period"),
        ..Asked::default()
    }
}

async fn answer(
    app: &App,
    officer: &Arc<Officer>,
    asked: Selection,
) -> Result<Arc<Answer>, Problem> {
    let (own, officer) = (app.clone(), officer.clone());
    app.blocking(move || targets::ask(&own.db, &own.house, &officer, &asked)).await
}

async fn download(
    app: &App,
    visit: &Visit,
    officer: &Arc<Officer>,
    format: &str,
    answer: Arc<Answer>,
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    let (file, lang) = (File::of_word(format)?, visit.lang);
    let who = lang.pick(officer.role.label_id(), officer.role.label_en());
    let (own, officer) = (app.clone(), officer.clone());
    app.blocking(move || {
        let persons = answer.rows.iter().map(|line| line.actual).sum::<u64>();
        let persons = i64::try_from(persons).unwrap_or(i64::MAX);
        own.change_now(move |tx, house| {
            let (id, at) = (house.new_id(), house.now());
            Ok(log_read(tx, id, at, &officer, "figure.export", None, persons)?)
        })?;
        let bytes = bytes(&own, &answer, lang, who, file)?;
        Ok(attachment(bytes, file, &format!("target-{}", answer.as_at)))
    })
    .await
}

/// The answer as a file; printing takes a while and blocks.
fn bytes(
    app: &App,
    answer: &Answer,
    lang: Lang,
    who: &str,
    file: File,
) -> Result<Vec<u8>, Problem> {
    let (house, now) = (&app.house, jakarta(app.house.now()));
    let broken = |why: &dyn std::fmt::Display| Problem::Broken(format!("no file: {why}"));
    let table = |format| {
        targets::sheet(house, answer, lang, now, format).map_err(|unwritable| broken(&unwritable))
    };
    match file {
        File::Csv => table(Format::Csv),
        File::Xlsx => table(Format::Xlsx),
        File::Json => serde_json::to_vec(answer).map_err(|error| broken(&error)),
        File::Pdf => match print::report(&targets::paper(house, answer, lang, who, now)) {
            Err(print::Unprintable::TooManyRows) => Err(Problem::TooLarge),
            printed => printed.map_err(|unprintable| broken(&unprintable)),
        },
    }
}

fn bare(app: &App, visit: &Visit, officer: &Officer, asked: Asked, mistakes: Mistakes) -> ListPage {
    let (w, lang) = (words::Targets::of(visit.lang), visit.lang);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let all = std::iter::once(("", w.all_indicators));
    let indicators = Indicator::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    ListPage {
        shell: visit.shell(app, w.title),
        areas: areas(&app.house, officer.scope.area(), Some(w.all_areas), &text(&asked.area)),
        agencies: Choices::agencies(
            &app.house,
            &officer.scope,
            Some(w.all_agencies),
            &text(&asked.agency),
        ),
        indicators: Choices::of(all.chain(indicators), &text(&asked.indicator)),
        may_set: officer.role.may(Act::SetTargets),
        print: false,
        answered: None,
        asked,
        mistakes,
        w,
    }
}

fn answered(
    app: &App,
    visit: &Visit,
    officer: &Officer,
    page: &ListPage,
    answer: &Answer,
) -> Answered {
    let (w, lang) = (page.w, visit.lang);
    let lists = officer.role.may(Act::SearchMembers) && !page.print;
    let take_away = officer.role.may(Act::ExportFigures);
    let here = |more: (&'static str, &str)| here(&page.asked, more);
    let file = |file: File| (file.word().to_uppercase(), here(("format", file.word())));
    let mut rules: Vec<String> =
        answer.rows.iter().map(|line| targets::say::rule(&line.own, lang)).collect();
    rules.sort();
    rules.dedup();
    let now = jakarta(app.house.now());
    let moment = format!("{} {}", words::day(now.date(), lang), now.strftime("%H.%M"));
    let who = lang.pick(officer.role.label_id(), officer.role.label_en());
    let known = thousands(u64::try_from(answer.known_at).unwrap_or_default());
    Answered {
        scope: whose(app, &answer.scope, lang),
        date: words::day(answer.as_at, lang),
        known: fill(w.known_to, &[("n", &known)]),
        printed: fill(w.printed, &[("moment", &moment), ("who", who)]),
        count: fill(w.count, &[("n", &thousands(answer.rows.len() as u64))]),
        rows: answer.rows.iter().map(|line| row(&app.house, line, lists, lang)).collect(),
        rules,
        inside: answer.rows.iter().flat_map(|line| named(app, line, lang)).collect(),
        files: if take_away { File::ALL.map(file).to_vec() } else { Vec::new() },
        print_href: here(("cetak", "1")),
    }
}

fn whose(app: &App, scope: &ScopeAnswer, lang: Lang) -> String {
    scope_line(&app.house, scope, lang)
}

/// What the targets inside sum to, with the target they are inside of.
fn named(app: &App, line: &targets::Line, lang: Lang) -> Vec<String> {
    let own = &line.own;
    let of = format!(
        "{}, {}, {}",
        targets::say::agency(own, lang),
        targets::say::area(&app.house, own),
        targets::say::period(own, lang)
    );
    targets::say::inside(line, lang).into_iter().map(|said| format!("{of}: {said}")).collect()
}

fn here(asked: &Asked, more: (&'static str, &str)) -> String {
    let fields = [
        &asked.as_at,
        &asked.known_at,
        &asked.area,
        &asked.agency,
        &asked.registered_from,
        &asked.registered_to,
        &asked.indicator,
        &asked.period,
    ];
    let kept = NAMES.into_iter().zip(fields);
    let mut pairs: Vec<(&str, String)> =
        kept.filter_map(|(name, value)| Some((name, value.clone()?))).collect();
    pairs.push((more.0, more.1.to_owned()));
    address("/target", &pairs)
}
