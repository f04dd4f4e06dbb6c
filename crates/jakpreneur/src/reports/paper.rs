//! An answer as a printed page: what it counts, as at when, known up to where, by whom it was printed.
use super::{Answer, By, GroupAnswer, StageRow, saying};
use crate::{
    House,
    words::{Figures, Lang, Shell, day, fill},
};
use documents::print::{Column, Fact, Report};
use jiff::civil::DateTime;
use rules::number::thousands;

/// The report to print; `who` printed it, at `printed_at` on the clock of Jakarta.
pub fn paper(
    house: &House,
    answer: &Answer,
    by: &[By],
    lang: Lang,
    who: &str,
    printed_at: DateTime,
) -> Report {
    let (w, shell) = (Figures::of(lang), Shell::of(lang));
    let (columns, rows, total) = match &answer.groups {
        None => (stage_columns(w), stage_rows(answer, lang), None),
        Some(groups) => {
            (group_columns(answer, by, lang), group_rows(groups, lang), Some(totals(answer, by, w)))
        }
    };
    let moment = format!("{} {}", day(printed_at.date(), lang), printed_at.strftime("%H.%M"));
    let mut notes = vec![w.bars_note.to_owned()];
    if answer.overlap > 0 {
        notes.push(fill(w.overlap, &[("n", &thousands(answer.overlap))]));
    }
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: w.title.to_owned(),
        facts: facts(house, answer, lang),
        columns,
        rows,
        total,
        notes,
        footer: fill(w.printed, &[("moment", &moment), ("who", who)]),
        printed_at,
    }
}

fn facts(house: &House, answer: &Answer, lang: Lang) -> Vec<Fact> {
    let w = Figures::of(lang);
    let known = u64::try_from(answer.known_at).unwrap_or_default();
    let scheme = lang.pick(answer.scheme.label_id(), answer.scheme.label_en());
    let own = saying::facts(house, &answer.scope, lang);
    let rest = [
        (w.as_at, day(answer.as_at, lang)),
        (w.known_at, thousands(known)),
        (w.scheme, scheme.to_owned()),
        (w.registered_people, thousands(answer.persons)),
    ];
    let fact = |(label, value): (&str, String)| Fact { label: label.to_owned(), value };
    own.into_iter().chain(rest).map(fact).collect()
}

fn column(title: &str, is_numeric: bool) -> Column {
    Column { title: title.to_owned(), is_numeric }
}

fn stage_columns(w: &Figures) -> Vec<Column> {
    [(w.stage, false), (w.code, false), (w.reached, true), (w.open, true), (w.at, true)]
        .into_iter()
        .chain([(w.share, true)])
        .map(|(title, is_numeric)| column(title, is_numeric))
        .collect()
}

fn stage_rows(answer: &Answer, lang: Lang) -> Vec<Vec<String>> {
    let row = |row: &StageRow| {
        vec![
            lang.pick(row.stage.label_id(), row.stage.label_en()).to_owned(),
            row.code.to_owned(),
            thousands(row.reached),
            thousands(row.open),
            thousands(row.at),
            row.percent.map_or("–".to_owned(), |percent| format!("{percent}%")),
        ]
    };
    answer.rows.iter().map(row).collect()
}

fn group_columns(answer: &Answer, by: &[By], lang: Lang) -> Vec<Column> {
    let keys = by.iter().map(|by| column(saying::dimension(*by, lang), false));
    let registered = column(Figures::of(lang).registered, true);
    let stages = answer
        .rows
        .iter()
        .skip(1)
        .map(|row| column(lang.pick(row.stage.label_id(), row.stage.label_en()), true));
    keys.chain([registered]).chain(stages).collect()
}

fn numbers(persons: u64, rows: &[StageRow]) -> impl Iterator<Item = String> {
    let stages = rows.iter().skip(1).map(|row| thousands(row.reached));
    std::iter::once(thousands(persons)).chain(stages)
}

fn group_rows(groups: &[GroupAnswer], lang: Lang) -> Vec<Vec<String>> {
    let row = |group: &GroupAnswer| {
        let labels = group.key.iter().map(|key| saying::group_label(key, lang));
        labels.chain(numbers(group.persons, &group.rows)).collect()
    };
    groups.iter().map(row).collect()
}

fn totals(answer: &Answer, by: &[By], w: &Figures) -> Vec<String> {
    let label = |place: usize| if place == 0 { w.total.to_owned() } else { String::new() };
    (0..by.len()).map(label).chain(numbers(answer.persons, &answer.rows)).collect()
}
