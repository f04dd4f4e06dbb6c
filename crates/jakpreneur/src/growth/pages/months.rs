//! The months told, as a table says them.
use crate::{
    growth::Standing,
    words::{self, Lang},
};
use rules::{Rupiah, growth::Month};

/// A line of the table.
pub(super) struct Line {
    pub value: String,
    pub month: String,
    pub is_baseline: bool,
    pub turnover: String,
    pub assets: String,
    pub women: String,
    pub men: String,
    pub source: &'static str,
}

/// The lines, newest first.
pub(super) fn lines(series: &[Standing], lang: Lang) -> Vec<Line> {
    series.iter().rev().map(|stands| line(stands, lang)).collect()
}

fn line(stands: &Standing, lang: Lang) -> Line {
    let unknown = words::Growth::of(lang).unknown;
    let amount = |of: Option<Rupiah>| of.map_or_else(|| unknown.to_owned(), |of| of.to_string());
    let workers = stands.told.workers();
    let number = |of: Option<u32>| of.map_or_else(|| unknown.to_owned(), |of| of.to_string());
    Line {
        value: stands.month.to_string(),
        month: said(stands.month, lang),
        is_baseline: stands.is_baseline,
        turnover: amount(stands.told.turnover),
        assets: amount(stands.told.assets),
        women: number(workers.map(rules::growth::Workers::women)),
        men: number(workers.map(|of| of.total().saturating_sub(of.women()))),
        source: lang.pick(stands.source.label_id(), stands.source.label_en()),
    }
}

/// A month as it is read: `Maret 2022`.
fn said(month: Month, lang: Lang) -> String {
    let number = i8::try_from(month.number()).unwrap_or(1);
    format!("{} {}", words::month(number, lang), month.year())
}
