//! A released report on paper, drawn from what was frozen: the same release gives the same paper, but for
//! figures published elsewhere that were entered beside it.
use super::{Digest, Document, Line, OutsideFigure};
use crate::words::{Lang, Releases, Shell, day, fill};
use documents::print::{Column, Fact, Report};
use jiff::civil::DateTime;
use rules::{Percent, number::thousands};

/// The report to print; `check` is where anybody compares its digest.
pub fn paper(
    document: &Document,
    (sha256, outside): (&Digest, &[OutsideFigure]),
    lang: Lang,
    check: &str,
    released_at: DateTime,
) -> Report {
    let (w, shell) = (Releases::of(lang), Shell::of(lang));
    let places = [("number", document.number.as_str()), ("who", document.released_by.as_str())];
    let rows = document.lines.iter().map(|line| row(line, w));
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: document.title.clone(),
        facts: facts(document, lang, released_at),
        columns: columns(w),
        rows: rows.collect(),
        total: None,
        notes: notes(document, (sha256, outside), w, check),
        footer: fill(w.footer, &places),
        printed_at: released_at,
    }
}

/// The same of a report that is not released: no number, and nothing to check.
pub fn unreleased(document: &Document, lang: Lang, who: &str, printed_at: DateTime) -> Report {
    let (w, shell) = (Releases::of(lang), Shell::of(lang));
    let facts = facts(document, lang, printed_at).into_iter();
    let of_a_release = [w.number, w.released_at];
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: document.title.clone(),
        facts: facts.filter(|fact| !of_a_release.contains(&fact.label.as_str())).collect(),
        columns: columns(w),
        rows: document.lines.iter().map(|line| row(line, w)).collect(),
        total: None,
        notes: vec![
            w.not_released.to_owned(),
            super::pages::source(document.kind, w).to_owned(),
        ],
        footer: who.to_owned(),
        printed_at,
    }
}

fn facts(document: &Document, lang: Lang, released_at: DateTime) -> Vec<Fact> {
    let w = Releases::of(lang);
    let known = u64::try_from(document.known_at).unwrap_or_default();
    let moment = format!("{} {}", day(released_at.date(), lang), released_at.strftime("%H.%M"));
    let restates = document.restates.as_ref();
    let restates = restates.map(|it| (w.restates, format!("{}: {}", it.number, it.reason)));
    let fact = |(label, value): (&str, String)| Fact { label: label.to_owned(), value };
    [
        (w.number, document.number.clone()),
        (w.as_at, day(document.as_at, lang)),
        (w.known_at, thousands(known)),
        (w.scope, document.scope.said.clone()),
        (w.scheme, document.scheme.clone()),
        (super::pages::persons(document.kind, w), thousands(document.persons)),
        (w.released_at, format!("{moment} WIB")),
    ]
    .into_iter()
    .chain(restates)
    .map(fact)
    .collect()
}

fn columns(w: &Releases) -> Vec<Column> {
    [
        (w.no, true),
        (w.indicator, false),
        (w.unit, false),
        (w.target, true),
        (w.actual, true),
        (w.attainment, true),
        (w.remark, false),
    ]
    .map(|(title, is_numeric)| Column { title: title.to_owned(), is_numeric })
    .into()
}

fn row(line: &Line, w: &Releases) -> Vec<String> {
    let attainment = line.attainment_hundredths.map(|it| Percent(it).to_string());
    vec![
        line.number.to_string(),
        line.indicator.clone(),
        line.unit.clone(),
        line.target.map_or(w.not_available.to_owned(), thousands),
        thousands(line.actual),
        attainment.unwrap_or_else(|| w.not_available.to_owned()),
        line.remark.clone(),
    ]
}

fn notes(
    document: &Document,
    (sha256, outside): (&Digest, &[OutsideFigure]),
    w: &'static Releases,
    check: &str,
) -> Vec<String> {
    let changes = document.restates.iter().flat_map(|it| &it.changes);
    let changed = changes.map(|change| super::pages::said(change, w));
    let own = [
        w.never_changes.to_owned(),
        super::pages::source(document.kind, w).to_owned(),
        format!("SHA-256: {sha256}"),
        fill(w.check_at, &[("where", check)]),
    ];
    let outside = outside.iter().map(|figure| super::pages::beside(figure, w));
    changed.chain(outside).chain(own).collect()
}
