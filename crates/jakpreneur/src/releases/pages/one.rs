//! One release, as it was frozen, in the form of Indonesian government reports.
use super::{files, number, outside::Beside};
use crate::{
    App, Problem,
    releases::{self, Change, Kind, Line, Opened, Part, Reason},
    reports::pages::File,
    web::{Page, PublicAddress, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use rules::{Act, Percent, number::thousands};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "releases/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static words::Releases,
    title: String,
    number: String,
    facts: Vec<(&'static str, String)>,
    source: &'static str,
    rows: Vec<Row>,
    restates: Option<Restates>,
    restated_by: Option<String>,
    sha256: String,
    check: String,
    files: Vec<(String, String)>,
    outside: Vec<Beside>,
    may_enter: bool,
    may_restate: bool,
}

/// A line in words.
struct Row {
    number: u64,
    indicator: String,
    unit: String,
    target: String,
    actual: String,
    attainment: String,
    remark: String,
}

/// What it restates, in words.
struct Restates {
    number: String,
    reason: String,
    changes: Vec<Changed>,
}

/// What differs, in words.
struct Changed {
    indicator: String,
    was: String,
    now: String,
    difference: String,
    why: String,
}

/// Which file, if one.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    format: Option<String>,
}

/// Shows the release, or hands out the file.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    public: PublicAddress,
    Path(raw): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (number, asker) = (number(&raw)?, officer.clone());
    let opened = app
        .look(move |tx, _| {
            let found = releases::by_number(tx, &asker.scope, number)?;
            releases::opened(tx, &found.ok_or(Problem::NotFound)?)
        })
        .await?;
    match which.format.as_deref() {
        Some(format) => files::take(&app, &visit, &officer, &public.0, opened, format).await,
        None => Ok(Page::of(page(&app, &visit, opened, officer.role)).into_response()),
    }
}

fn page(app: &App, visit: &Visit, opened: Opened, role: rules::Role) -> OnePage {
    let (w, lang) = (words::Releases::of(visit.lang), visit.lang);
    let number = opened.release.number.to_string();
    let file = |file: File| {
        (file.word().to_uppercase(), format!("/rilis/{number}?format={}", file.word()))
    };
    let files = if role.may(Act::ExportFigures) { File::ALL.map(file).into() } else { Vec::new() };
    let facts = facts(&opened, w, lang);
    let outside = opened.outside.iter().map(|figure| Beside::of(figure, w)).collect();
    let document = opened.document;
    OnePage {
        shell: visit.shell(app, w.title),
        title: document.title,
        source: source(document.kind, w),
        facts,
        rows: document.lines.into_iter().map(|line| row(line, w)).collect(),
        restates: document.restates.map(|it| Restates {
            changes: it.changes.iter().map(|change| changed(change, w)).collect(),
            number: it.number,
            reason: it.reason,
        }),
        restated_by: opened.restated_by.map(|number| number.to_string()),
        check: format!("/cek-rilis/{}", opened.release.sha256),
        sha256: opened.release.sha256.to_string(),
        files,
        outside,
        may_enter: role.may(Act::ReleaseReports),
        may_restate: role.may(Act::ReleaseReports) && opened.restated_by.is_none(),
        number,
        w,
    }
}

fn facts(opened: &Opened, w: &'static words::Releases, lang: Lang) -> Vec<(&'static str, String)> {
    let document = &opened.document;
    let at = opened.release.released_at;
    let released = format!("{} {} WIB", words::day(at.date(), lang), at.clock());
    let period = releases::period(document, lang).map(|period| (w.period, period));
    let own = [
        (w.as_at, words::day(document.as_at, lang)),
        (w.known_at, thousands(u64::try_from(document.known_at).unwrap_or_default())),
        (w.scope, document.scope.said.clone()),
        (w.scheme, document.scheme.clone()),
        (persons(document.kind, w), thousands(document.persons)),
        (w.released_at, released),
        (w.released_by, document.released_by.clone()),
    ];
    own.into_iter().chain(period).collect()
}

/// What a report of this kind counts.
pub(in crate::releases) fn persons(kind: Kind, w: &'static words::Releases) -> &'static str {
    match kind {
        Kind::Growth => w.businesses,
        Kind::Stages | Kind::Targets | Kind::Agencies | Kind::Unit | Kind::Training => w.persons,
    }
}

/// What is counted, in a sentence.
pub(in crate::releases) fn source(kind: Kind, w: &'static words::Releases) -> &'static str {
    match kind {
        Kind::Growth => w.source_growth,
        Kind::Training => w.source_training,
        Kind::Stages | Kind::Targets | Kind::Agencies | Kind::Unit => w.source,
    }
}

fn row(line: Line, w: &'static words::Releases) -> Row {
    let attainment = line.attainment_hundredths.map(|it| Percent(it).to_string());
    Row {
        number: line.number,
        indicator: line.indicator,
        unit: line.unit,
        target: line.target.map_or(w.not_available.to_owned(), thousands),
        actual: thousands(line.actual),
        attainment: attainment.unwrap_or_else(|| w.not_available.to_owned()),
        remark: line.remark,
    }
}

fn changed(change: &Change, w: &words::Releases) -> Changed {
    Changed {
        indicator: change.indicator.clone(),
        was: thousands(change.was),
        now: thousands(change.now),
        difference: signed(change.now.cast_signed() - change.was.cast_signed()),
        why: why(change, w),
    }
}

/// What differs in a line, in a sentence.
pub(in crate::releases) fn said(change: &Change, w: &words::Releases) -> String {
    let (was, now, why) = (thousands(change.was), thousands(change.now), why(change, w));
    let places =
        [("indicator", change.indicator.as_str()), ("was", &was), ("now", &now), ("why", &why)];
    fill(w.changed, &places)
}

fn why(change: &Change, w: &words::Releases) -> String {
    let mut said = parts(&change.parts, w);
    if change.target_was != change.target_now {
        let target = |it: Option<u64>| it.map_or(w.not_available.to_owned(), thousands);
        let (was, now) = (target(change.target_was), target(change.target_now));
        said.push(fill(w.target_changed, &[("was", &was), ("now", &now)]));
    }
    if change.parts.is_empty() && change.was != change.now {
        said.push(w.not_told.to_owned());
    }
    said.join("; ")
}

/// Reasons with their numbers.
pub(super) fn parts(parts: &[Part], w: &words::Releases) -> Vec<String> {
    let part = |part: &Part| format!("{} {}", reason(part.reason, w), signed(part.change));
    parts.iter().map(part).collect()
}

pub(super) fn reason(reason: Reason, w: &words::Releases) -> &'static str {
    match reason {
        Reason::EnteredLater => w.entered_later,
        Reason::Corrected => w.corrected,
        Reason::Moved => w.moved,
        Reason::Linked => w.linked,
        Reason::Voided => w.voided,
        Reason::TargetRevised => w.target_revised,
        Reason::CountsNoLonger => w.counts_no_longer,
        Reason::Several => w.several,
    }
}

/// `+12`, `−3`.
pub(super) fn signed(number: i64) -> String {
    let sign = if number < 0 { "−" } else { "+" };
    format!("{sign}{}", thousands(number.unsigned_abs()))
}
