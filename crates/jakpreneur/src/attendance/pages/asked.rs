//! What the address of the training figures asks for: the words of the API, and a year as a whole.
use crate::{
    Code, FieldError, House,
    attendance::{By, Wanted},
    classes::Trade,
    reports::pages::address,
    web::Fields,
};
use rules::{Agency, Date, RegionCode};

/// What an address holds of a question.
const NAMES: [&str; 7] = ["by", "year", "from", "to", "agency", "area", "trade"];

/// What numbers can be told apart by on the page.
pub(super) const BY: [By; 3] = [By::Kecamatan, By::Month, By::Trade];

/// The question of an address, as it stands there.
pub(super) struct Asked(Fields);

impl Asked {
    pub(super) fn of(query: Option<&str>) -> Self {
        Self(Fields::parse(query.unwrap_or_default().as_bytes()))
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name)
    }

    /// A day as a browser's field takes it.
    pub(super) fn date(&self, name: &str) -> String {
        let typed = self.get(name);
        rules::date::parse_officer(typed).map_or_else(|_| typed.to_owned(), |day| day.to_string())
    }

    /// Understands the question, or says what is wrong at which field.
    pub(super) fn understand(
        &self,
        house: &House,
        trades: &[Trade],
    ) -> Result<(By, Wanted), Vec<FieldError>> {
        let mut wrong = Vec::new();
        let by = self.read("by", Code::Word, &mut wrong, |text| {
            By::of_word(text).filter(|by| BY.contains(by))
        });
        let year = self.read("year", Code::Date, &mut wrong, year);
        let (begin, end) = year.unzip();
        let day = |text: &str| rules::date::parse_officer(text).ok();
        let from = self.read("from", Code::Date, &mut wrong, day);
        let to = self.read("to", Code::Date, &mut wrong, day);
        let wanted = Wanted {
            from: from.max(begin),
            to: to.into_iter().chain(end).min(),
            agency: self.read("agency", Code::Agency, &mut wrong, |text| Agency::parse(text).ok()),
            area: self.read("area", Code::Region, &mut wrong, |text| {
                text.parse::<RegionCode>().ok().filter(|area| house.regions.get(*area).is_some())
            }),
            trade: self.read("trade", Code::Trade, &mut wrong, |text| {
                trades.iter().find(|trade| trade.code == text).map(|trade| trade.code.clone())
            }),
            ..Wanted::default()
        };
        if wrong.is_empty() { Ok((by.unwrap_or(By::Kecamatan), wanted)) } else { Err(wrong) }
    }

    /// What a field says; empty says nothing, and what cannot be read is wrong.
    fn read<T>(
        &self,
        name: &'static str,
        code: Code,
        wrong: &mut Vec<FieldError>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.get(name);
        let found = Some(text).filter(|text| !text.is_empty()).and_then(read);
        if found.is_none() && !text.is_empty() {
            wrong.push(FieldError::new(name, code));
        }
        found
    }

    /// The same question at a path, with something more.
    pub(super) fn at(&self, path: &str, more: &[(&'static str, &str)]) -> String {
        let kept = NAMES.into_iter().filter(|name| more.iter().all(|(other, _)| other != name));
        let kept = kept.map(|name| (name, self.get(name)));
        let all = kept.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty());
        let pairs: Vec<(&str, String)> =
            all.map(|(name, value)| (name, value.to_owned())).collect();
        address(path, &pairs)
    }
}

/// The first and the last day of a year of four digits.
fn year(text: &str) -> Option<(Date, Date)> {
    let year = text.parse::<i16>().ok().filter(|year| (1000..=9999).contains(year))?;
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_is_all_of_its_days_and_nothing_else_is_a_year() {
        assert_eq!(year("2026"), Some((date(2026, 1, 1), date(2026, 12, 31))));
        for odd in ["", "26", "-2026", "20260", "dua"] {
            assert_eq!(year(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_is_added_to_an_address_takes_the_place_of_what_stood_there() {
        let asked = Asked::of(Some("by=month&year=2026&area=&measure=present"));
        let at = asked.at("/angka/pelatihan", &[("by", "trade"), ("group", "a b")]);
        assert_eq!(at, "/angka/pelatihan?year=2026&by=trade&group=a+b");
    }
}
