//! Growth in the words of the screen.
use crate::{
    growth::figures::{Asked, By, Definition, GrowthAnswer, Measure},
    words::{GrowthFigures, Lang, fill},
};
use rules::growth::{Indicator, Outcome};

/// What numbers are told apart by, in words.
pub(super) fn dimension(by: By, lang: Lang) -> &'static str {
    let w = GrowthFigures::of(lang);
    match by {
        By::City => w.city,
        By::Kecamatan => w.kecamatan,
        By::Kelurahan => w.kelurahan,
        By::Agency => w.agency,
        By::Mentor => w.mentor,
        By::Year => w.year,
    }
}

/// Where a business stands, in words.
pub(super) fn outcome(of: Outcome, lang: Lang) -> &'static str {
    lang.pick(of.label_id(), of.label_en())
}

/// An indicator, in words.
pub(super) fn indicator(of: Indicator, lang: Lang) -> &'static str {
    lang.pick(of.label_id(), of.label_en())
}

/// A number, in words.
pub(crate) fn measure(of: Measure, lang: Lang) -> String {
    let w = GrowthFigures::of(lang);
    match of {
        Measure::Businesses => w.businesses.to_owned(),
        Measure::Outcome(to) => outcome(to, lang).to_owned(),
        Measure::Change(by, to) => {
            format!("{}: {}", indicator(by, lang), outcome(to, lang).to_lowercase())
        }
        Measure::Gaining => w.gaining.to_owned(),
        Measure::Losing => w.losing.to_owned(),
    }
}

/// As at when and by which definition an answer counts.
pub(crate) fn about(asked: &Asked, answer: &GrowthAnswer, lang: Lang) -> String {
    let w = GrowthFigures::of(lang);
    let day = crate::words::day(answer.as_at, lang);
    let percent = asked.terms.threshold_percent.to_string();
    match asked.definition {
        Definition::Class => {
            let law = answer.law.as_deref().unwrap_or_default();
            fill(w.about_class, &[("day", &day), ("law", law), ("percent", &percent)])
        }
        Definition::Programme => {
            let (months, fresh) = (asked.terms.turnover_months, asked.terms.fresh_months);
            let what = what_rises(asked, lang);
            fill(
                w.about_programme,
                &[
                    ("day", day.as_str()),
                    ("what", &what),
                    ("percent", &percent),
                    ("months", &months.to_string()),
                    ("fresh", &fresh.to_string()),
                ],
            )
        }
    }
}

/// `salah satu dari omzet, aset, tenaga kerja`.
fn what_rises(asked: &Asked, lang: Lang) -> String {
    let terms = &asked.terms;
    let decides = |of: &Indicator| terms.indicators[of.index()];
    let named: Vec<String> = Indicator::ALL
        .into_iter()
        .filter(decides)
        .map(|of| indicator(of, lang).to_lowercase())
        .collect();
    let list = named.join(", ");
    if named.len() < 2 {
        return list;
    }
    let need = lang.pick(terms.need.label_id(), terms.need.label_en()).to_lowercase();
    format!("{need} ({list})")
}
