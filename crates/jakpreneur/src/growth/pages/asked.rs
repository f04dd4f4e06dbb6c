//! What the address of the growth figures asks for: the words of the API.
use crate::{growth::figures::GrowthWords, reports::pages::address, web::Fields};

/// What an address holds of a question.
const NAMES: [&str; 13] = [
    "as_at",
    "known_at",
    "area",
    "agency",
    "mentor",
    "registered_from",
    "registered_to",
    "by",
    "definition",
    "indicators",
    "need",
    "threshold",
    "unknown",
];

/// The question of an address, as it stands there.
pub(super) struct Asked(Fields);

impl Asked {
    pub fn of(query: Option<&str>) -> Self {
        Self(Fields::parse(query.unwrap_or_default().as_bytes()))
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// A day as a browser's field takes it.
    pub fn date(&self, name: &str) -> String {
        let typed = self.get(name);
        rules::date::parse_officer(typed).map_or_else(|_| typed.to_owned(), |day| day.to_string())
    }

    /// The question in words.
    pub fn words(&self) -> GrowthWords {
        let some = |name: &str| self.0.some(name);
        GrowthWords {
            as_at: some("as_at"),
            known_at: some("known_at"),
            area: some("area"),
            agency: some("agency"),
            mentor: some("mentor"),
            registered_from: some("registered_from"),
            registered_to: some("registered_to"),
            by: some("by"),
            definition: some("definition"),
            indicators: some("indicators"),
            need: some("need"),
            threshold: some("threshold"),
            unknown: some("unknown"),
        }
    }

    /// The same question at a path, with something more, which takes the place of what stood there.
    pub fn at(&self, path: &str, more: &[(&'static str, String)]) -> String {
        let kept = NAMES.into_iter().filter(|name| more.iter().all(|(other, _)| other != name));
        let kept = kept.map(|name| (name, self.get(name).to_owned()));
        let all = kept.chain(more.iter().cloned()).filter(|(_, value)| !value.is_empty());
        address(path, &all.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_to_an_address_takes_the_place_of_what_stood_there() {
        let asked = Asked::of(Some("by=year&area=31.73&need=&measure=rose"));
        let at = asked.at("/angka/naik-kelas", &[("area", "31.74".to_owned())]);
        assert_eq!(at, "/angka/naik-kelas?by=year&area=31.74");
    }
}
