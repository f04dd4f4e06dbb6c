//! Saying in words whose records an answer counts, and what its groups are called.
use super::{By, Key, ScopeAnswer};
use crate::{
    House,
    words::{Figures, Lang, day, fill},
};
use rules::{Agency, BusinessType, Channel, Date, RegionCode, Sex, Track};

/// What narrows an answer, as pairs of label and value; empty where everybody counts.
pub fn facts(house: &House, scope: &ScopeAnswer, lang: Lang) -> Vec<(&'static str, String)> {
    let w = Figures::of(lang);
    let area = |code: &Option<String>| Some(region(house, code.as_deref()?));
    let agency = |code: &Option<String>| Some(code.as_deref()?.to_uppercase());
    let registered = registered(scope.registered_from, scope.registered_to, lang);
    [
        (w.area, area(&scope.area)),
        (w.agency, agency(&scope.agency)),
        (w.counter, area(&scope.seen_area)),
        (w.own_agency, agency(&scope.seen_agency)),
        (w.registered, registered),
        (w.sex, named(scope.sex.as_deref(), |code| attribute(By::Sex, code, lang))),
        (w.track, named(scope.track.as_deref(), |code| attribute(By::Track, code, lang))),
        (
            w.business_type,
            named(scope.business_type.as_deref(), |code| attribute(By::BusinessType, code, lang)),
        ),
        (w.channel, named(scope.channel.as_deref(), |code| attribute(By::Channel, code, lang))),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label, value?)))
    .collect()
}

/// The same in one line: `Wilayah Jakarta Barat, OPD PPKUKM`.
pub fn scope_line(house: &House, scope: &ScopeAnswer, lang: Lang) -> String {
    let said = facts(house, scope, lang);
    let said: Vec<_> = said.into_iter().map(|(label, value)| format!("{label} {value}")).collect();
    if said.is_empty() { Figures::of(lang).everybody.to_owned() } else { said.join(", ") }
}

fn named(code: Option<&str>, name: impl Fn(&str) -> Option<&'static str>) -> Option<String> {
    name(code?).map(str::to_owned)
}

fn region(house: &House, code: &str) -> String {
    let parsed = RegionCode::parse(code);
    parsed.map_or_else(|_| code.to_owned(), |code| house.region_name(code))
}

fn registered(from: Option<Date>, to: Option<Date>, lang: Lang) -> Option<String> {
    let w = Figures::of(lang);
    let say = |text: &str| {
        let said = |date: Option<Date>| date.map(|date| day(date, lang)).unwrap_or_default();
        fill(text, &[("from", &said(from)), ("to", &said(to))])
    };
    match (from, to) {
        (None, None) => None,
        (Some(_), None) => Some(say(w.from)),
        (None, Some(_)) => Some(say(w.to)),
        (Some(_), Some(_)) => Some(say(w.from_to)),
    }
}

/// What a dimension is called.
pub fn dimension(by: By, lang: Lang) -> &'static str {
    let w = Figures::of(lang);
    match by {
        By::City => w.city,
        By::Kecamatan => w.kecamatan,
        By::Kelurahan => w.kelurahan,
        By::Agency => w.agency,
        By::BusinessType => w.business_type,
        By::Sex => w.sex,
        By::Track => w.track,
        By::Channel => w.channel,
        By::Month => w.month,
        By::Year => w.year,
    }
}

/// What a group is called on one dimension.
pub fn group_label(key: &Key, lang: Lang) -> String {
    let Some(code) = key.code.as_deref() else { return Figures::of(lang).unknown.to_owned() };
    let own = key.label.clone();
    match By::of_word(key.dimension) {
        Some(by @ (By::BusinessType | By::Sex | By::Track | By::Channel)) => {
            attribute(by, code, lang).map_or(own, str::to_owned)
        }
        Some(By::Agency) => Agency::parse(code).map_or(own, |code| code.to_string().to_uppercase()),
        Some(By::Month) if lang == Lang::En => {
            let first = format!("{code}-01").parse::<Date>();
            first.map_or(own, |first| first.strftime("%B %Y").to_string())
        }
        Some(By::City | By::Kecamatan | By::Kelurahan | By::Month | By::Year) | None => own,
    }
}

fn attribute(by: By, code: &str, lang: Lang) -> Option<&'static str> {
    match by {
        By::Sex => Sex::of_word(code).map(|it| lang.pick(it.label_id(), it.label_en())),
        By::Track => Track::of_word(code).map(|it| lang.pick(it.label_id(), it.label_en())),
        By::BusinessType => {
            BusinessType::of_word(code).map(|it| lang.pick(it.label_id(), it.label_en()))
        }
        By::Channel => Channel::of_word(code).map(|it| lang.pick(it.label_id(), it.label_en())),
        By::City | By::Kecamatan | By::Kelurahan | By::Agency | By::Month | By::Year => None,
    }
}
