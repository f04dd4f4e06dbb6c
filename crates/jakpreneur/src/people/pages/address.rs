//! The address of a list: what it is asked for, and the addresses of its neighbours.
use crate::{
    Code, FieldError, House,
    people::Asked,
    reports::Words,
    web::{Fields, Mistakes},
    words::Lang,
};
use figures::Measure;
use rules::{Scheme, StageKind};

/// What a list's address may hold, in the order of the page.
pub(super) const FIELDS: [&str; 17] = [
    "q",
    "area",
    "agency",
    "stage",
    "measure",
    "since",
    "without",
    "business_type",
    "track",
    "sex",
    "channel",
    "unknown",
    "registered_from",
    "registered_to",
    "as_at",
    "known_at",
    "scheme",
];
/// Where the page before ended.
const AFTER: &str = "after";
/// So many lines are on a page.
const PAGE: usize = 50;

/// The address of a list of people.
pub(super) struct Address(Fields);

impl Address {
    pub(super) fn parse(query: Option<&str>) -> Self {
        Self(Fields::parse(query.unwrap_or_default().as_bytes()))
    }

    /// What stands in a field; empty where nothing does.
    pub(super) fn get(&self, field: &str) -> &str {
        self.0.get(field)
    }

    /// A date as a date field takes it, however it was written.
    pub(super) fn date(&self, field: &str) -> String {
        let written = self.get(field);
        let read = rules::date::parse_officer(written);
        read.map_or_else(|_| written.to_owned(), |date| date.to_string())
    }

    /// Whether it is a later page.
    pub(super) fn is_further(&self) -> bool {
        !self.get(AFTER).is_empty()
    }

    /// Understands the address, or says what is wrong with it.
    pub(super) fn understand(&self, house: &House) -> Result<Asked, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let narrowing = self.words().understand(house).map_err(|more| wrong.extend(more)).ok();
        let scheme = Scheme::of_word(self.get("scheme")).unwrap_or_default();
        let measure = self.measure(scheme).map_err(|error| wrong.push(error)).ok();
        let after = match self.0.some(AFTER) {
            None => Ok(None),
            Some(text) => text.parse().map(Some),
        };
        let after = after.map_err(|_| wrong.push(FieldError::new(AFTER, Code::Position))).ok();
        match (narrowing, measure, after) {
            (Some(narrowing), Some(measure), Some(after)) => {
                Ok(Asked { q: self.0.some("q"), narrowing, measure, after, limit: PAGE })
            }
            _ => Err(wrong),
        }
    }

    fn words(&self) -> Words {
        let some = |field: &str| self.0.some(field);
        Words {
            as_at: some("as_at"),
            known_at: some("known_at"),
            area: some("area"),
            agency: some("agency"),
            sex: some("sex"),
            track: some("track"),
            business_type: some("business_type"),
            channel: some("channel"),
            registered_from: some("registered_from"),
            registered_to: some("registered_to"),
            scheme: some("scheme"),
            by: None,
            unknown: some("unknown"),
        }
    }

    /// The number the list stands behind; without a stage, everybody who is registered.
    fn measure(&self, scheme: Scheme) -> Result<Option<Measure>, FieldError> {
        let Some(raw) = self.0.some("stage") else { return Ok(None) };
        let stage = StageKind::parse_officer(&raw, Some(scheme))
            .ok_or(FieldError::new("stage", Code::Stage))?;
        let stage = u8::try_from(stage.index()).unwrap_or_default();
        if let Some(raw) = self.0.some("without") {
            let other = StageKind::parse_officer(&raw, Some(scheme));
            let other = other.and_then(|other| u8::try_from(other.index()).ok());
            let other = other.ok_or(FieldError::new("without", Code::Stage))?;
            return Ok(Some(Measure::Without(stage, other)));
        }
        if let Some(raw) = self.0.some("since") {
            let since = rules::date::parse_officer(&raw);
            let since = since.map_err(|_| FieldError::new("since", Code::Date))?;
            return Ok(Some(Measure::First(stage, rules::Day::of(since).0)));
        }
        match self.get("measure") {
            "" | "reached" => Ok(Some(Measure::Reached(stage))),
            "open" => Ok(Some(Measure::Open(stage))),
            "at" => Ok(Some(Measure::At(stage))),
            "registered" => Ok(Some(Measure::Registered)),
            _ => Err(FieldError::new("measure", Code::Word)),
        }
    }

    /// The same list without some of its filters, from its first page.
    pub(super) fn without(&self, dropped: &[&str]) -> String {
        self.to(|field| !dropped.contains(&field), None)
    }

    /// The page that follows.
    pub(super) fn next(&self, after: u32) -> String {
        self.to(|_| true, Some(after))
    }

    fn to(&self, keeps: impl Fn(&str) -> bool, after: Option<u32>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for field in FIELDS {
            if let Some(value) = self.0.some(field).filter(|_| keeps(field)) {
                query.append_pair(field, &value);
            }
        }
        if let Some(after) = after {
            query.append_pair(AFTER, &after.to_string());
        }
        let query = query.finish();
        if query.is_empty() { "/orang".to_owned() } else { format!("/orang?{query}") }
    }

    /// What is wrong with it, in words.
    pub(super) fn mistakes(wrong: &[FieldError], lang: Lang) -> Mistakes {
        Mistakes::of(wrong, lang).in_order(&FIELDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neighbour_keeps_every_filter_but_the_one_that_is_dropped() {
        let address =
            Address::parse(Some("q=siti+r&area=31.73&stage=training&measure=at&after=9&x=1"));
        assert_eq!(address.without(&["stage", "measure"]), "/orang?q=siti+r&area=31.73");
        assert_eq!(address.next(7), "/orang?q=siti+r&area=31.73&stage=training&measure=at&after=7");
        assert_eq!(Address::parse(None).without(&[]), "/orang");
    }

    #[test]
    fn a_date_reaches_its_field_however_it_was_written() {
        let address = Address::parse(Some("as_at=2+Maret+2021&registered_to=kemarin"));
        assert_eq!(address.date("as_at"), "2021-03-02");
        assert_eq!(address.date("registered_to"), "kemarin");
    }

    #[test]
    fn a_stage_is_reached_unless_the_address_says_otherwise() {
        let measure = |query: &str| Address::parse(Some(query)).measure(Scheme::Pergub);
        assert_eq!(measure("measure=at"), Ok(None));
        assert_eq!(measure("stage=mentoring"), Ok(Some(Measure::Reached(1))));
        assert_eq!(measure("stage=P2&measure=open"), Ok(Some(Measure::Open(2))));
        assert_eq!(measure("stage=x"), Err(FieldError::new("stage", Code::Stage)));
        assert_eq!(
            measure("stage=training&measure=x"),
            Err(FieldError::new("measure", Code::Word))
        );
    }
}
