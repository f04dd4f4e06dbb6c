//! What a list may be narrowed by, with what it is narrowed by now.
use super::address::Address;
use crate::{
    House,
    staff::Officer,
    web::{Choice, Choices, areas},
    words::{self, Lang},
};
use rules::{BusinessType, Channel, RegionCode, Scheme, Sex, Track};

/// The selects of the list's form.
pub(super) struct Filters {
    pub areas: Vec<Choices>,
    pub agencies: Choices,
    pub stages: Vec<Choice>,
    pub measures: Vec<Choice>,
    pub trades: Vec<Choice>,
    pub tracks: Vec<Choice>,
    pub sexes: Vec<Choice>,
    pub channels: Vec<Choice>,
}

impl Filters {
    pub(super) fn of(house: &House, officer: &Officer, address: &Address, lang: Lang) -> Self {
        let w = words::People::of(lang);
        let now = |field: &str| address.get(field).to_owned();
        let pick = |id: &'static str, en: &'static str| lang.pick(id, en);
        let with_all = |all: &str, choices: Vec<Choice>| {
            let mut choices = choices;
            choices
                .insert(0, Choice { value: String::new(), label: all.to_owned(), chosen: false });
            choices
        };
        let of = |field: &str, words: &[(&str, &'static str)]| -> Vec<Choice> {
            words.iter().map(|(word, label)| Choice::of(*word, *label, &now(field))).collect()
        };
        let scheme = Scheme::of_word(address.get("scheme")).unwrap_or_default();
        let stages = scheme.order().map(|it| {
            let label = format!("{} ({})", pick(it.label_id(), it.label_en()), scheme.code(it));
            Choice::of(it.word(), label, &now("stage"))
        });
        let measures =
            [("reached", w.measure_reached), ("open", w.measure_open), ("at", w.measure_at)];
        let trades = BusinessType::ALL.map(|it| (it.word(), pick(it.label_id(), it.label_en())));
        let tracks = Track::ALL.map(|it| (it.word(), pick(it.label_id(), it.label_en())));
        let sexes = Sex::ALL.map(|it| (it.word(), pick(it.label_id(), it.label_en())));
        let channels = Channel::ALL.map(|it| (it.word(), pick(it.label_id(), it.label_en())));
        Self {
            areas: all_areas(house, w.all_areas, &now("area")),
            agencies: Choices::agencies(
                house,
                &officer.scope,
                Some(w.all_agencies),
                &now("agency"),
            ),
            stages: with_all(w.all_stages, stages.into()),
            measures: of("measure", &measures),
            trades: with_all(w.all_trades, of("business_type", &trades)),
            tracks: with_all(w.all_tracks, of("track", &tracks)),
            sexes: with_all(w.all_sexes, of("sex", &sexes)),
            channels: with_all(w.all_channels, of("channel", &channels)),
        }
    }
}

/// Every city and kecamatan, for residents of any may come to a counter, and the one area that a link may
/// have asked for.
fn all_areas(house: &House, all: &str, now: &str) -> Vec<Choices> {
    let mut groups = areas(house, None, Some(all), now);
    let offered = groups.iter().flat_map(|group| &group.choices).any(|choice| choice.chosen);
    let asked: Option<RegionCode> = now.parse().ok();
    if let Some(asked) = asked.filter(|_| !offered) {
        groups.push(Choices::of([(now, house.region_name(asked).as_str())], now));
    }
    groups
}
