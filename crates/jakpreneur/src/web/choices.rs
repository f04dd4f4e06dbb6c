//! What a select offers.
use crate::{House, staff::Scope};
use rules::{Level, RegionCode};
use std::sync::PoisonError;

/// One that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is the one chosen now.
    pub chosen: bool,
}

impl Choice {
    /// One that can be chosen, chosen when `now` is its value.
    pub fn of(value: impl Into<String>, label: impl Into<String>, now: &str) -> Self {
        let value = value.into();
        Self { chosen: value == now, label: label.into(), value }
    }
}

/// Several under one heading; without a heading they stand alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The heading.
    pub label: String,
    /// What stands under it.
    pub choices: Vec<Choice>,
}

impl Choices {
    /// Pairs of value and label, one of them chosen.
    pub fn of<'t>(pairs: impl IntoIterator<Item = (&'t str, &'t str)>, chosen: &str) -> Self {
        let choice = |(value, label): (&str, &str)| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            chosen: value == chosen,
        };
        Self { label: String::new(), choices: pairs.into_iter().map(choice).collect() }
    }

    /// The agencies within a scope, by their codes in capitals, and one for all where it has a name.
    pub fn agencies(house: &House, scope: &Scope, all: Option<&str>, chosen: &str) -> Self {
        let agencies = house.agencies.read().unwrap_or_else(PoisonError::into_inner);
        let within = agencies.iter().filter(|(code, _)| scope.covers_agency(code));
        let named = within.map(|(code, _)| (code.to_string(), code.to_string().to_uppercase()));
        let all = all.map(|all| (String::new(), all.to_owned()));
        let pairs: Vec<_> = all.into_iter().chain(named).collect();
        Self::of(pairs.iter().map(|(code, name)| (code.as_str(), name.as_str())), chosen)
    }
}

/// The cities and kecamatan within a region, a group a city, and one for all where it has a name.
pub fn areas(
    house: &House,
    around: Option<RegionCode>,
    all: Option<&str>,
    chosen: &str,
) -> Vec<Choices> {
    let all = all.map(|all| Choices::of([("", all)], chosen));
    let cities = house.regions.all().iter().filter(|region| region.code.level() == Level::City);
    let groups = cities.map(|city| {
        let own = std::iter::once(city).chain(house.regions.children(city.code));
        let within = own.filter(|region| around.is_none_or(|around| region.code.within(&around)));
        let pairs: Vec<_> =
            within.map(|region| (region.code.to_string(), region.name.as_str())).collect();
        let pairs = pairs.iter().map(|(code, name)| (code.as_str(), *name));
        Choices { label: city.name.clone(), ..Choices::of(pairs, chosen) }
    });
    all.into_iter().chain(groups.filter(|group| !group.choices.is_empty())).collect()
}
