//! A mentor's month on paper, to be signed by the mentor and whoever leads the unit.
use super::MentorMonth;
use crate::{
    House,
    words::{self, Lang, MentorMonths, Shell, day, fill},
};
use documents::print::{Column, Fact, Report};
use jiff::civil::DateTime;
use rules::{StageKind, growth::Month, number::thousands};

/// The report to print; `not_reached` are the names of whom nobody met, `who` printed it, at `printed_at` on
/// the clock of Jakarta.
pub fn paper(
    house: &House,
    month: &MentorMonth,
    not_reached: &[String],
    lang: Lang,
    who: &str,
    printed_at: DateTime,
) -> Report {
    let (w, shell) = (MentorMonths::of(lang), Shell::of(lang));
    let moment = format!("{} {}", day(printed_at.date(), lang), printed_at.strftime("%H.%M"));
    let area = month.mentor.area.map(|area| house.region_name(area)).unwrap_or_default();
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let column = |title: &str, is_numeric| Column { title: title.to_owned(), is_numeric };
    let mut notes = vec![w.counted.to_owned()];
    if !not_reached.is_empty() {
        notes.push(format!("{}: {}", w.not_reached, not_reached.join(", ")));
    }
    Report {
        letterhead: vec![
            format!("{} {}", shell.programme, shell.place),
            shell.legal_name.to_owned(),
        ],
        title: w.title.to_owned(),
        facts: vec![
            fact(w.mentor, month.mentor.name.clone()),
            fact(w.area, area),
            fact(w.month, said(month.month, lang)),
        ],
        columns: vec![column(w.work, false), column(w.number, true)],
        rows: lines(month, lang).into_iter().map(|(label, value)| vec![label, value]).collect(),
        total: None,
        notes,
        footer: fill(w.printed, &[("moment", &moment), ("who", who)]),
        printed_at,
    }
}

/// A month as people say it: `Juni 2022`.
pub fn said(month: Month, lang: Lang) -> String {
    let number = i8::try_from(month.number()).unwrap_or(1);
    format!("{} {}", words::month(number, lang), month.year())
}

/// What was done, line by line, with the number of each.
pub fn lines(month: &MentorMonth, lang: Lang) -> Vec<(String, String)> {
    let w = MentorMonths::of(lang);
    let number = |count: i64| thousands(u64::try_from(count).unwrap_or_default());
    let target = month.target.map_or_else(|| w.no_target.to_owned(), |of| number(of.into()));
    let mut lines = vec![
        (w.registered.to_owned(), number(month.registered)),
        (w.target.to_owned(), target),
        (w.visits.to_owned(), number(month.visits)),
        (w.met.to_owned(), number(month.met)),
        (w.in_vain.to_owned(), number(month.in_vain)),
        (w.measured.to_owned(), number(month.measured)),
    ];
    for stage in StageKind::ALL.into_iter().filter(|stage| *stage != StageKind::Registration) {
        let label = lang.pick(stage.label_id(), stage.label_en());
        let label = fill(w.moved, &[("stage", &label.to_lowercase())]);
        lines.push((label, number(month.moved_to(stage))));
    }
    let missed = i64::try_from(month.not_reached.len()).unwrap_or(i64::MAX);
    lines.extend([
        (w.permits_requested.to_owned(), number(month.permits_requested)),
        (w.permits_issued.to_owned(), number(month.permits_issued)),
        (w.held.to_owned(), number(month.held)),
        (w.not_reached.to_owned(), number(missed)),
    ]);
    lines
}
