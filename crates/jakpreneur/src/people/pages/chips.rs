//! The filters a list is narrowed by, each with the address of the list without it.
use super::address::Address;
use crate::{
    House,
    reports::{By, Narrowing},
    words::{self, Lang, fill},
};
use figures::Measure;
use rules::Scheme;

/// A filter in use.
pub(super) struct Chip {
    /// What it says.
    pub label: String,
    /// The list without it.
    pub without: String,
}

/// The filters in use, in the order of the page.
pub(super) fn chips(
    house: &House,
    address: &Address,
    narrowing: &Narrowing,
    measure: Option<Measure>,
    lang: Lang,
) -> Vec<Chip> {
    let w = words::People::of(lang);
    let chip = |fields: &[&str], label: String| Chip { label, without: address.without(fields) };
    let day = |text: &str, day: rules::Date| fill(text, &[("date", &words::day(day, lang))]);
    let pick = |id: &'static str, en: &'static str| lang.pick(id, en).to_owned();
    let n = narrowing;
    let known = |at: i64| fill(w.chip_known_at, &[("n", &at.to_string())]);
    let scheme = Some(n.scheme).filter(|scheme| *scheme != Scheme::default());
    [
        n.area.map(|area| chip(&["area"], house.region_name(area))),
        n.agency.map(|agency| chip(&["agency"], agency.to_string().to_uppercase())),
        measured(measure, lang).map(|label| chip(&["stage", "measure", "since", "without"], label)),
        n.business_type.map(|it| chip(&["business_type"], pick(it.label_id(), it.label_en()))),
        n.track.map(|it| chip(&["track"], pick(it.label_id(), it.label_en()))),
        n.sex.map(|it| chip(&["sex"], pick(it.label_id(), it.label_en()))),
        n.channel.map(|it| chip(&["channel"], pick(it.label_id(), it.label_en()))),
        unknown(n, lang).map(|label| chip(&["unknown"], label)),
        n.registered_from.map(|on| chip(&["registered_from"], day(w.chip_from, on))),
        n.registered_to.map(|on| chip(&["registered_to"], day(w.chip_to, on))),
        n.as_at.map(|on| chip(&["as_at"], day(w.chip_as_at, on))),
        n.known_at.map(|at| chip(&["known_at"], known(at))),
        scheme.map(|it| chip(&["scheme"], pick(it.label_id(), it.label_en()))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `Kelurahan: belum diketahui`.
fn unknown(narrowing: &Narrowing, lang: Lang) -> Option<String> {
    let dimension = |by: &By| crate::reports::dimension(*by, lang);
    let named: Vec<&str> = narrowing.unknown.iter().map(dimension).collect();
    let what = Some(named.join(", ")).filter(|what| !what.is_empty())?;
    Some(fill(words::People::of(lang).chip_unknown, &[("what", &what)]))
}

/// `Pernah mencapai Pelatihan`.
fn measured(measure: Option<Measure>, lang: Lang) -> Option<String> {
    let w = words::People::of(lang);
    let named = |stage: u8| {
        let stage = crate::reports::stage_of(stage);
        lang.pick(stage.label_id(), stage.label_en())
    };
    let (text, stage) = match measure? {
        Measure::First(stage, since) => {
            let date = words::day(rules::Day(since).date(), lang);
            return Some(fill(w.measure_first, &[("stage", named(stage)), ("date", &date)]));
        }
        Measure::Without(stage, other) => {
            let places = [("stage", named(stage)), ("other", named(other))];
            return Some(fill(w.measure_without, &places));
        }
        Measure::Registered => return None,
        Measure::Reached(stage) => (w.measure_reached, stage),
        Measure::Open(stage) => (w.measure_open, stage),
        Measure::At(stage) => (w.measure_at, stage),
    };
    Some(format!("{text} {}", named(stage)))
}
