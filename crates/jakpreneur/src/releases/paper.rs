//! A released report on paper, drawn from what was frozen: the same release gives the same paper, but for
//! figures published elsewhere that were entered beside it.
use super::{Digest, Document, Line, OutsideFigure};
use crate::words::{Lang, Releases, Shell, day, fill};
use documents::print::{Column, Fact, Report};
use jiff::civil::DateTime;
use rules::{Percent, number::thousands, targets::Period};

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
    let aims = aims(document);
    let rows = document.lines.iter().map(|line| row(line, aims, w));
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: document.title.clone(),
        facts: facts(document, lang, released_at),
        columns: columns(aims, w),
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
        columns: columns(aims(document), w),
        rows: document.lines.iter().map(|line| row(line, aims(document), w)).collect(),
        total: None,
        notes: vec![w.not_released.to_owned(), super::pages::source(document.kind, w).to_owned()],
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
    let period = period(document, lang).map(|period| (w.period, period));
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
    .chain(period)
    .chain(restates)
    .map(fact)
    .collect()
}

/// The period that a report is of, where it is of one.
pub(super) fn period(document: &Document, lang: Lang) -> Option<String> {
    let period = Period::parse_officer(document.scope.period.as_deref()?)?;
    Some(lang.pick(period.label_id(), period.label_en()))
}

/// Whether anything was to be reached: without it the columns of targets say nothing.
fn aims(document: &Document) -> bool {
    document.lines.iter().any(|line| line.target.is_some())
}

fn columns(aims: bool, w: &Releases) -> Vec<Column> {
    let all = [
        (w.no, true, true),
        (w.indicator, false, true),
        (w.unit, false, true),
        (w.target, true, aims),
        (w.actual, true, true),
        (w.attainment, true, aims),
        (w.remark, false, true),
    ];
    let shown = all.into_iter().filter(|(.., shown)| *shown);
    shown.map(|(title, is_numeric, _)| Column { title: title.to_owned(), is_numeric }).collect()
}

fn row(line: &Line, aims: bool, w: &Releases) -> Vec<String> {
    let attainment = line.attainment_hundredths.map(|it| Percent(it).to_string());
    let all = [
        (line.number.to_string(), true),
        (line.indicator.clone(), true),
        (line.unit.clone(), true),
        (line.target.map_or(w.not_available.to_owned(), thousands), aims),
        (thousands(line.actual), true),
        (attainment.unwrap_or_else(|| w.not_available.to_owned()), aims),
        (line.remark.clone(), true),
    ];
    all.into_iter().filter(|(_, shown)| *shown).map(|(text, _)| text).collect()
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
