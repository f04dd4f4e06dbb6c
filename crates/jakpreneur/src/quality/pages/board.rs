//! The board.
use super::{address, wanted};
use crate::{
    App, Problem, dashboard,
    quality::{self, Finding, LATE_DAYS, Line, Wanted, csv::csv},
    reports::{
        Narrowing,
        pages::{self, File, Number, attachment},
    },
    targets::{Target, say},
    web::{Fields, Page, Shell, Visit},
    words::{self, Lang, Quality, fill},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use rules::{Act, number::thousands};

#[derive(Template)]
#[template(path = "quality/pages/board.html")]
struct BoardPage {
    shell: Shell,
    w: &'static Quality,
    looked_at: String,
    months: u8,
    rows: Vec<Row>,
    late: Vec<(String, Number, String)>,
    inversions: Vec<(String, Number)>,
    basis: String,
    without_basis: Vec<(String, String)>,
    csv: Option<String>,
}

/// A finding in words.
struct Row {
    label: String,
    records: Number,
    share: String,
    touches: String,
}

/// Shows the board, or hands it out as CSV.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (wanted, lang) = (wanted(&app.house, &asked)?, visit.lang);
    let (own, asker) = (app.clone(), officer.clone());
    let looked = app.blocking(move || {
        let board = own.db.look(|tx| quality::ask(tx, &own.house, &asker, wanted))?;
        let flow = dashboard::ask(&own.db, &own.house, &asker, &Narrowing::default())?;
        Ok((board, flow))
    });
    let (board, flow) = looked.await?;
    if !asked.get("format").is_empty() {
        officer.may(Act::ExportFigures)?;
        let as_at = app.house.today();
        return Ok(attachment(csv(&board, as_at), File::Csv, &format!("mutu-{as_at}")));
    }
    let (w, lists) = (Quality::of(lang), officer.role.may(Act::SearchMembers));
    let number = |n: u64, href: String| Number { said: thousands(n), href: lists.then_some(href) };
    let row = |line: &Line| Row {
        label: label(line.finding, wanted, lang),
        records: number(line.records, address(line.finding.word(), wanted)),
        share: line.share(board.records).map_or("–".to_owned(), |share| format!("{share}%")),
        touches: touches(line, lang),
    };
    let late = board.late.iter().map(|(office, late, all)| {
        let of_office = Wanted { office: Some(*office), ..wanted };
        let late = number(*late, address(Finding::EnteredLate.word(), of_office));
        (app.house.region_name(*office), late, thousands(*all))
    });
    let target = |target: &Target| {
        let (whose, area) = (say::agency(target, lang), say::area(&app.house, target));
        let said =
            [say::indicator(target, lang).to_owned(), whose, area, say::period(target, lang)];
        (format!("/target/{}", target.id), said.join(", "))
    };
    let counts = (thousands(board.without_basis.len() as u64), thousands(board.targets));
    Ok(Page::of(BoardPage {
        shell: visit.shell(&app, w.title),
        looked_at: fill(w.looked_at, &[("n", &thousands(board.records))]),
        months: wanted.months,
        rows: board.lines.iter().map(row).collect(),
        late: late.collect(),
        inversions: inversions(&flow, lists, lang),
        basis: fill(w.without_basis, &[("n", &counts.0), ("all", &counts.1)]),
        without_basis: board.without_basis.iter().map(target).collect(),
        csv: officer
            .role
            .may(Act::ExportFigures)
            .then(|| format!("/mutu?months={}&format=csv", wanted.months)),
        w,
    })
    .into_response())
}

/// A finding in words, with its months or days.
pub(super) fn label(finding: Finding, wanted: Wanted, lang: Lang) -> String {
    let (months, days) = (wanted.months.to_string(), LATE_DAYS.to_string());
    fill(finding.label(lang), &[("months", &months), ("days", &days)])
}

/// `12 dari 3.300 Pelatihan, …`: the stages that a finding touches.
fn touches(line: &Line, lang: Lang) -> String {
    let w = Quality::of(lang);
    let touched = line.touched.iter().filter(|(_, _, touched)| *touched > 0);
    let said = touched.map(|(stage, reached, touched)| {
        let stage = lang.pick(stage.label_id(), stage.label_en());
        let (n, all) = (thousands(*touched), thousands(*reached));
        fill(w.touched, &[("n", &n), ("all", &all), ("stage", stage)])
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { "–".to_owned() } else { said.join(", ") }
}

fn inversions(flow: &dashboard::Answer, lists: bool, lang: Lang) -> Vec<(String, Number)> {
    let w = words::Dashboard::of(lang);
    let found = flow.inversions.iter().filter(|it| it.persons > 0);
    let said = found.map(|it| {
        let label = |stage: rules::StageKind| lang.pick(stage.label_id(), stage.label_en());
        let asked = [
            ("stage", it.stage.word().to_owned()),
            ("without", it.without.word().to_owned()),
            ("as_at", flow.as_at.to_string()),
        ];
        let href = lists.then(|| pages::address("/orang", &asked));
        let places = [("stage", label(it.stage)), ("other", label(it.without))];
        (fill(w.without, &places), Number { said: thousands(it.persons), href })
    });
    said.collect()
}
