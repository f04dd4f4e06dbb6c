//! What the address of the figures page asks for.
use crate::reports::{By, Narrowing, Words};
use rules::{Date, Scheme, StageKind};

/// What the address asks for, as it stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// The question.
    pub words: Words,
    /// The file to take away, if one.
    pub format: Option<String>,
    /// Whether the page is to be printed.
    pub print: bool,
    /// The stage the map shows.
    pub map: Option<StageKind>,
}

impl Asked {
    /// Reads the pairs of an address; `by` may come several times. What it does not know it leaves.
    pub fn of(pairs: &[(String, String)]) -> Self {
        let mut asked = Self::default();
        for (name, value) in pairs {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            asked.take(name, value);
        }
        asked
    }

    fn take(&mut self, name: &str, value: &str) {
        let words = &mut self.words;
        let field = match name {
            "as_at" => &mut words.as_at,
            "known_at" => &mut words.known_at,
            "area" => &mut words.area,
            "agency" => &mut words.agency,
            "sex" => &mut words.sex,
            "track" => &mut words.track,
            "business_type" => &mut words.business_type,
            "channel" => &mut words.channel,
            "registered_from" => &mut words.registered_from,
            "registered_to" => &mut words.registered_to,
            "scheme" => &mut words.scheme,
            "by" => {
                let before = words.by.take().map(|by| by + ",").unwrap_or_default();
                words.by = Some(before + value);
                return;
            }
            "format" => &mut self.format,
            "map" => {
                self.map = StageKind::of_word(value);
                return;
            }
            "cetak" => {
                self.print = value == "1";
                return;
            }
            _ => return,
        };
        *field = Some(value.to_owned());
    }
}

/// Whose records a question counts, as pairs of an address: for lists and for other figures.
pub(crate) fn pairs(narrowing: &Narrowing) -> Vec<(&'static str, String)> {
    let date = |date: &Option<Date>| date.map(|date| date.to_string());
    let scheme = Some(narrowing.scheme).filter(|scheme| *scheme != Scheme::default());
    [
        ("area", narrowing.area.map(|area| area.to_string())),
        ("agency", narrowing.agency.map(|agency| agency.to_string())),
        ("sex", narrowing.sex.map(|sex| sex.to_string())),
        ("track", narrowing.track.map(|track| track.to_string())),
        ("business_type", narrowing.business_type.map(|kind| kind.to_string())),
        ("channel", narrowing.channel.map(|channel| channel.to_string())),
        ("unknown", unknown(&narrowing.unknown)),
        ("registered_from", date(&narrowing.registered_from)),
        ("registered_to", date(&narrowing.registered_to)),
        ("scheme", scheme.map(|scheme| scheme.to_string())),
        ("as_at", date(&narrowing.as_at)),
        ("known_at", narrowing.known_at.map(|at| at.to_string())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name, value?)))
    .collect()
}

/// Dimensions with commas between; nothing for none.
fn unknown(by: &[By]) -> Option<String> {
    let words: Vec<&str> = by.iter().map(|by| by.word()).collect();
    Some(words.join(",")).filter(|words| !words.is_empty())
}

/// An address with these pairs.
pub(crate) fn address(path: &str, pairs: &[(&str, String)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The figures page with this question, and something more.
pub(super) fn figures(narrowing: &Narrowing, more: &[(&'static str, &str)]) -> String {
    let mut all = pairs(narrowing);
    all.extend(narrowing.by.iter().map(|by| ("by", by.word().to_owned())));
    all.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    address("/angka/tahap", &all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dimensions_come_together_and_empty_fields_ask_nothing() {
        let pairs = [("by", "sex"), ("area", " "), ("by", ""), ("by", "area:city"), ("x", "1")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let asked = Asked::of(&pairs);
        assert_eq!(asked.words.by.as_deref(), Some("sex,area:city"));
        assert_eq!(asked.words.area, None);
    }
}
