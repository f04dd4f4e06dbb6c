//! The filter of the figures, as it was asked for.
use super::asked::Asked;
use crate::{
    App,
    reports::{By, dimension},
    staff::Scope,
    web::{Choice, Choices, areas},
    words::{Figures, Lang},
};
use rules::{BusinessType, Channel, RegionCode, Scheme, Sex, Track};

/// The fields of the filter.
pub(super) struct Filters {
    pub as_at: String,
    pub known_at: String,
    pub registered_from: String,
    pub registered_to: String,
    pub areas: Vec<Choices>,
    pub agencies: Choices,
    pub schemes: Choices,
    /// Sex, track, trade and channel.
    pub attributes: Vec<Select>,
    /// The three dimensions.
    pub by: Vec<Select>,
}

/// A select with its name and label.
pub(super) struct Select {
    pub id: &'static str,
    pub name: &'static str,
    pub label: &'static str,
    pub choices: Choices,
}

pub(super) fn filters(app: &App, scope: &Scope, asked: &Asked, lang: Lang) -> Filters {
    let w = Figures::of(lang);
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let words = &asked.words;
    let scheme = words.scheme.as_deref().unwrap_or(Scheme::default().word());
    let schemes = Scheme::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
    Filters {
        as_at: date(words.as_at.as_deref()),
        known_at: text(&words.known_at),
        registered_from: date(words.registered_from.as_deref()),
        registered_to: date(words.registered_to.as_deref()),
        areas: area_choices(app, &text(&words.area), w.all_areas),
        agencies: Choices::agencies(&app.house, scope, Some(w.all_agencies), &text(&words.agency)),
        schemes: Choices::of(schemes, scheme),
        attributes: attributes(asked, lang),
        by: dimensions(asked, lang),
    }
}

/// A browser's date field takes one form only.
fn date(typed: Option<&str>) -> String {
    let typed = typed.unwrap_or_default();
    rules::date::parse_officer(typed).map_or_else(|_| typed.to_owned(), |date| date.to_string())
}

/// The areas; one below the kecamatan that was asked for is offered as well.
fn area_choices(app: &App, asked: &str, all: &str) -> Vec<Choices> {
    let mut groups = areas(&app.house, None, Some(all), asked);
    let offered = groups.iter().flat_map(|group| &group.choices).any(|choice| choice.chosen);
    if !offered && let Ok(code) = RegionCode::parse(asked) {
        let own =
            Choice { value: asked.to_owned(), label: app.house.region_name(code), chosen: true };
        groups.insert(0, Choices { label: String::new(), choices: vec![own] });
    }
    groups
}

macro_rules! select {
    ($kind:ty, $name:literal, $label:expr, $asked:expr, $all:expr, $lang:expr) => {
        Select {
            id: $name,
            name: $name,
            label: $label,
            choices: Choices::of(
                std::iter::once(("", $all)).chain(
                    <$kind>::ALL.map(|it| (it.word(), $lang.pick(it.label_id(), it.label_en()))),
                ),
                $asked.as_deref().unwrap_or_default(),
            ),
        }
    };
}

fn attributes(asked: &Asked, lang: Lang) -> Vec<Select> {
    let (w, words) = (Figures::of(lang), &asked.words);
    vec![
        select!(Sex, "sex", w.sex, words.sex, w.all, lang),
        select!(Track, "track", w.track, words.track, w.all, lang),
        select!(BusinessType, "business_type", w.business_type, words.business_type, w.all, lang),
        select!(Channel, "channel", w.channel, words.channel, w.all, lang),
    ]
}

fn dimensions(asked: &Asked, lang: Lang) -> Vec<Select> {
    let w = Figures::of(lang);
    let words = asked.words.by.as_deref().unwrap_or_default();
    let mut chosen = words.split(',').map(str::trim);
    [("by", w.by, w.not_grouped), ("by2", w.then_by, "–"), ("by3", w.third_by, "–")]
        .into_iter()
        .map(|(id, label, none)| {
            let all = By::ALL.map(|by| (by.word(), dimension(by, lang)));
            let choices = std::iter::once(("", none)).chain(all);
            let choices = Choices::of(choices, chosen.next().unwrap_or_default());
            Select { id, name: "by", label, choices }
        })
        .collect()
}
