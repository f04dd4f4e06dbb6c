//! Targets as a printed page, in the form of Indonesian government reports.
use super::{Answer, Line, say};
use crate::{
    House,
    reports::scope_line,
    words::{Lang, Shell, Targets, day, fill},
};
use documents::print::{Column, Fact, Report};
use jiff::civil::DateTime;
use rules::number::thousands;

/// The report to print; `who` printed it, at `printed_at` on the clock of Jakarta.
pub fn paper(
    house: &House,
    answer: &Answer,
    lang: Lang,
    who: &str,
    printed_at: DateTime,
) -> Report {
    let (w, shell) = (Targets::of(lang), Shell::of(lang));
    let moment = format!("{} {}", day(printed_at.date(), lang), printed_at.strftime("%H.%M"));
    let rows = (1..).zip(&answer.rows).map(|(number, line)| row(house, number, line, lang));
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: w.title.to_owned(),
        facts: facts(house, answer, lang),
        columns: columns(w),
        rows: rows.collect(),
        total: None,
        notes: notes(answer, lang),
        footer: fill(w.printed, &[("moment", &moment), ("who", who)]),
        printed_at,
    }
}

fn facts(house: &House, answer: &Answer, lang: Lang) -> Vec<Fact> {
    let w = Targets::of(lang);
    let known = u64::try_from(answer.known_at).unwrap_or_default();
    let fact = |(label, value): (&str, String)| Fact { label: label.to_owned(), value };
    [
        (w.as_at, day(answer.as_at, lang)),
        (w.known_at, thousands(known)),
        (w.scope, scope_line(house, &answer.scope, lang)),
    ]
    .map(fact)
    .into()
}

fn columns(w: &Targets) -> Vec<Column> {
    [
        (w.number, true),
        (w.indicator, false),
        (w.agency, false),
        (w.area, false),
        (w.period, false),
        (w.unit, false),
        (w.target, true),
        (w.actual, true),
        (w.attainment, true),
        (w.remark, false),
    ]
    .map(|(title, is_numeric)| Column { title: title.to_owned(), is_numeric })
    .into()
}

fn row(house: &House, number: u64, line: &Line, lang: Lang) -> Vec<String> {
    let w = Targets::of(lang);
    let attainment = line.percent().map_or(w.not_available.to_owned(), |it| it.to_string());
    let basis = if line.basis.is_empty() { w.no_basis } else { line.basis.as_str() };
    vec![
        number.to_string(),
        say::indicator(&line.own, lang).to_owned(),
        say::agency(&line.own, lang),
        say::area(house, &line.own),
        say::period(&line.own, lang),
        w.people.to_owned(),
        thousands(line.target),
        thousands(line.actual),
        attainment,
        format!(
            "{}. {basis}, {} {}",
            say::outlook(line, lang),
            w.version.to_lowercase(),
            line.version
        ),
    ]
}

/// The counting rules in use, each once.
fn notes(answer: &Answer, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> =
        answer.rows.iter().map(|line| say::rule(&line.own, lang)).collect();
    notes.sort();
    notes.dedup();
    notes.extend(answer.rows.iter().flat_map(|line| say::inside(line, lang)).take(10));
    notes.push(Targets::of(lang).source.to_owned());
    notes
}
