//! The answer over everybody: cards, bars, and the table of the seven stages.
use super::links::{Links, Number};
use crate::{
    reports::{Answer, StageRow},
    words::{Figures, Lang, fill},
};
use rules::StageKind;

/// A card: a number and what it is of.
pub(super) struct Card {
    /// What is counted.
    pub label: &'static str,
    /// How many.
    pub number: Number,
    /// Of how many.
    pub note: String,
}

/// A stage's line, in the bars and in the table.
pub(crate) struct StageLine {
    /// The stage's name.
    pub label: &'static str,
    /// Its number in the scheme.
    pub code: &'static str,
    /// Who reached it.
    pub reached: Number,
    /// Who began it and has not reached it.
    pub open: Number,
    /// Whose latest stage it is.
    pub at: Number,
    /// The share of those registered, as it is read; a dash where nobody is.
    pub share: String,
    /// The same, as the width of a bar.
    pub width: String,
}

/// The stage's name in the visitor's language.
pub(super) fn label(stage: StageKind, lang: Lang) -> &'static str {
    lang.pick(stage.label_id(), stage.label_en())
}

pub(super) fn cards(answer: &Answer, links: &Links, w: &'static Figures) -> Vec<Card> {
    let registered = Card {
        label: w.registered,
        number: links.number(&[], None, answer.persons),
        note: w.people.to_owned(),
    };
    let of_stage = |label, stage| {
        let row = answer.rows.iter().find(|row| row.stage == stage)?;
        let note = row.percent.map_or_else(String::new, |percent| {
            fill(w.of_registered, &[("percent", &percent.to_string())])
        });
        let number = links.number(&[], Some((stage, "reached")), row.reached);
        Some(Card { label, number, note })
    };
    let others = [
        of_stage(w.trained, StageKind::Training),
        of_stage(w.licensed, StageKind::Licensing),
        of_stage(w.financed, StageKind::Capital),
    ];
    std::iter::once(registered).chain(others.into_iter().flatten()).collect()
}

pub(crate) fn lines(answer: &Answer, links: &Links, lang: Lang) -> Vec<StageLine> {
    let line = |row: &StageRow| {
        let number = |measure, n| links.number(&[], Some((row.stage, measure)), n);
        StageLine {
            label: label(row.stage, lang),
            code: row.code,
            reached: number("reached", row.reached),
            open: number("open", row.open),
            at: number("at", row.at),
            share: row.percent.map_or("–".to_owned(), |percent| format!("{percent}%")),
            width: row.percent.map_or("0".to_owned(), rules::Percent::decimal),
        }
    };
    answer.rows.iter().map(line).collect()
}
