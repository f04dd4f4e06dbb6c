//! One target: how far it is, how it came there, by area and agency, and its versions.
use super::{Curve, Row, curve, id, line::listed, row};
use crate::{
    App, House, Problem,
    reports::{
        By, Narrowing,
        pages::{File, Number, attachment, jakarta},
    },
    staff::Officer,
    targets::{self, Line, Selection, Share, Version, say},
    web::{Page, Shell, Visit},
    words::{self, Lang},
};
use askama::Template;
use axum::{
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use db::Tx;
use rules::{Act, Agency, Level, TargetId, number::thousands};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "targets/pages/one.html")]
pub(super) struct OnePage {
    shell: Shell,
    w: &'static words::Targets,
    row: Row,
    id: TargetId,
    date: String,
    rule: String,
    inside: Vec<String>,
    curve: Option<Curve>,
    shares: Vec<Shares>,
    versions: Vec<VersionLine>,
    may_set: bool,
}

/// A heading, its anchor, and the shares under it.
type Shares = (&'static str, &'static str, Vec<(String, Number)>);

/// A version in words.
struct VersionLine {
    version: i64,
    target: String,
    basis: String,
    reason: String,
    recorded: String,
    by: String,
}

/// As at which day.
#[derive(Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    as_at: String,
    format: Option<String>,
}

/// Shows the target.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(raw): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let officer = visit.officer()?;
    officer.may(Act::ReadFigures)?;
    let (id, lang) = (id(&raw)?, visit.lang);
    let mut selection = Selection::default();
    selection.counting.as_at = rules::date::parse_officer(&which.as_at).ok();
    if which.format.is_some() {
        return months(&app, &officer, id, selection).await;
    }
    let (may_set, lists) =
        (officer.role.may(Act::SetTargets), officer.role.may(Act::SearchMembers));
    let asker = officer.clone();
    let found = app.look(move |tx, house| found(tx, house, &asker, id, selection)).await?;
    let w = words::Targets::of(lang);
    let line = &found.line;
    let as_at = line.realised.narrowing.as_at.unwrap_or_else(|| app.house.today());
    Ok(Page::of(OnePage {
        shell: visit.shell(&app, w.title),
        row: row(&app.house, line, lists, lang),
        id,
        date: words::day(as_at, lang),
        rule: say::rule(&line.own, lang),
        inside: say::inside(line, lang),
        curve: curve(line, lists, lang),
        shares: shares(line, lists, (found.by_area, found.by_agency), w),
        versions: found.versions.into_iter().map(|it| version(it, w, lang)).collect(),
        may_set,
        w,
    })
    .into_response())
}

/// The curve by month, as CSV.
async fn months(
    app: &App,
    officer: &Arc<Officer>,
    id: TargetId,
    selection: Selection,
) -> Result<Response, Problem> {
    officer.may(Act::ExportFigures)?;
    let asked = Selection { only: Some(id), by: Some(By::Month), ..selection };
    let officer = officer.clone();
    let answer = app.look(move |tx, house| targets::answer(tx, house, &officer, &asked)).await?;
    if answer.rows.is_empty() {
        return Err(Problem::NotFound);
    }
    let bytes = targets::plain(&answer, jakarta(app.house.now()));
    let bytes = bytes.map_err(|error| Problem::Broken(format!("no file: {error}")))?;
    Ok(attachment(bytes, File::Csv, &format!("target-per-bulan-{}", answer.as_at)))
}

/// What the page shows.
struct Found {
    line: Line,
    by_area: Vec<Share>,
    by_agency: Vec<Share>,
    versions: Vec<Version>,
}

fn found(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: TargetId,
    mut asked: Selection,
) -> Result<Found, Problem> {
    let own = targets::target(tx, &officer.scope, id, None)?.ok_or(Problem::NotFound)?;
    asked.only = Some(id);
    asked.by = Some(match own.area.level() {
        Level::Province => By::City,
        Level::City => By::Kecamatan,
        Level::Kecamatan | Level::Kelurahan => By::Kelurahan,
    });
    let by_area = targets::answer(tx, house, officer, &asked)?;
    let line = by_area.rows.into_iter().next().ok_or(Problem::NotFound)?;
    let by_agency = if own.agency.is_some() {
        Vec::new()
    } else {
        asked.by = Some(By::Agency);
        let answer = targets::answer(tx, house, officer, &asked)?;
        answer.rows.into_iter().next().and_then(|line| line.by).unwrap_or_default()
    };
    let by_area = line.by.clone().unwrap_or_default();
    Ok(Found { line, by_area, by_agency, versions: targets::versions(tx, id)? })
}

/// The shares with their lists, where the visitor may see lists.
fn shares(
    line: &Line,
    lists: bool,
    (by_area, by_agency): (Vec<Share>, Vec<Share>),
    w: &'static words::Targets,
) -> Vec<Shares> {
    let of_area = |code: &str, own: Narrowing| {
        code.parse().ok().map(|area| Narrowing { area: Some(area), ..own })
    };
    let of_agency = |code: &str, own: Narrowing| {
        Agency::parse(code).ok().map(|agency| Narrowing { agency: Some(agency), ..own })
    };
    let said = |shares: Vec<Share>, narrowed: fn(&str, Narrowing) -> Option<Narrowing>| {
        let number = |it: Share| {
            let own = line.realised.narrowing.clone();
            let narrowing = narrowed(&it.code, own).filter(|_| lists);
            let href = narrowing.map(|narrowing| listed(&line.own, &narrowing));
            (it.label, Number { said: thousands(it.actual), href })
        };
        shares.into_iter().map(number).collect::<Vec<_>>()
    };
    [
        (w.by_area, "wilayah", said(by_area, of_area)),
        (w.by_agency, "opd", said(by_agency, of_agency)),
    ]
    .into_iter()
    .filter(|(_, _, shares)| !shares.is_empty())
    .collect()
}

fn version(version: Version, w: &'static words::Targets, lang: Lang) -> VersionLine {
    let operator = version.recorded_by == "system";
    VersionLine {
        version: version.version,
        target: thousands(version.target),
        basis: if version.basis.is_empty() { w.no_basis.to_owned() } else { version.basis },
        reason: version.reason.unwrap_or_else(|| w.first.to_owned()),
        recorded: words::day(version.recorded_at.date(), lang),
        by: if operator { w.operator.to_owned() } else { version.recorded_by },
    }
}
