//! Whether one business moved up, in both definitions, as its page says it.
use super::saying;
use crate::{
    growth::Standing,
    words::{GrowthFigures, Lang, fill},
};
use rules::{
    Date,
    growth::{Indicator, SizeRules, Terms, class_at, class_change, level_up},
    number::thousands,
};

/// A line: what is asked, and the answer.
pub(super) struct Said {
    pub what: String,
    pub answer: String,
}

/// The class of the day, both definitions, every indicator and the workers gained; nothing where no month
/// is told.
pub(super) fn verdict(series: &[Standing], day: Date, lang: Lang) -> Vec<Said> {
    if series.is_empty() {
        return Vec::new();
    }
    let (w, terms) = (GrowthFigures::of(lang), Terms::USUAL);
    let series: Vec<_> = series.iter().map(Standing::measurement).collect();
    let class = class_at(&series, day, SizeRules::delivered(), terms.fresh_months);
    let strict = class_change(&series, day, SizeRules::delivered(), terms.fresh_months);
    let grown = level_up(&series, day, &terms);
    let class = class.map(|of| {
        format!("{} ({})", lang.pick(of.class.label_id(), of.class.label_en()), of.rules)
    });
    let indicators = Indicator::ALL.into_iter().zip(grown.changes());
    let indicators = indicators.map(|(of, change)| {
        let name = saying::indicator(of, lang).to_lowercase();
        format!("{name} {}", saying::outcome(change, lang).to_lowercase())
    });
    let indicators = indicators.collect::<Vec<_>>().join(", ");
    let programme = saying::outcome(grown.outcome, lang);
    let lines = [
        (w.size_class, class.unwrap_or_else(|| w.unknown.to_owned())),
        (w.class, saying::outcome(strict.outcome, lang).to_owned()),
        (w.programme, fill(w.with_indicators, &[("outcome", programme), ("all", &indicators)])),
        (w.workers, grown.workers_gained().map_or_else(|| w.unknown.to_owned(), signed)),
    ];
    lines.map(|(what, answer)| Said { what: what.to_owned(), answer }).into()
}

/// `+2`, `0`, `-1`.
fn signed(gained: i64) -> String {
    let digits = thousands(gained.unsigned_abs());
    match gained {
        ..0 => format!("-{digits}"),
        0 => digits,
        1.. => format!("+{digits}"),
    }
}
