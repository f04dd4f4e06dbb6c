//! The months that a list of classes may be narrowed to.
use crate::{
    web::Choice,
    words::{self, Lang},
};
use rules::Date;

/// So many months back and ahead are offered.
const BACK: i32 = 12;
const AHEAD: i32 = 9;

/// The months around today.
pub(super) struct Months {
    today: Date,
}

impl Months {
    pub(super) fn new(today: Date) -> Self {
        Self { today }
    }

    /// From when and until when a word of the address asks: nothing for what is going on or to come,
    /// `semua` for any time, else a month such as `2026-12`.
    pub(super) fn bounds(&self, word: &str) -> (Option<Date>, Option<Date>) {
        match (word, month(word)) {
            ("semua", _) => (None, None),
            (_, Some(first)) => (Some(first), Some(first.last_of_month())),
            (_, None) => (Some(self.today), None),
        }
    }

    /// The months offered, and the one asked for wherever it lies.
    pub(super) fn choices(&self, lang: Lang, now: &str) -> Vec<Choice> {
        let begin = self.today.first_of_month();
        let around = (-BACK..=AHEAD).filter_map(|n| later(begin, n));
        let asked = month(now);
        let mut months: Vec<Date> = around.collect();
        months.extend(asked.filter(|asked| !months.contains(asked)));
        months.sort_unstable();
        months.into_iter().map(|first| Choice::of(word(first), name(first, lang), now)).collect()
    }
}

/// The first day of a month such as `2026-12`.
fn month(word: &str) -> Option<Date> {
    let first: Date = format!("{word}-01").parse().ok()?;
    (word.len() == 7).then_some(first)
}

fn word(first: Date) -> String {
    first.strftime("%Y-%m").to_string()
}

/// `Desember 2026`.
fn name(first: Date, lang: Lang) -> String {
    let day = words::day(first, lang);
    day.split_once(' ').map_or(day.clone(), |(_, month)| month.to_owned())
}

fn later(month: Date, n: i32) -> Option<Date> {
    month.checked_add(jiff::Span::new().try_months(n).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_has_its_first_and_last_day_and_nothing_means_from_today() {
        let months = Months::new(date(2026, 11, 22));
        let february = (Some(date(2028, 2, 1)), Some(date(2028, 2, 29)));
        assert_eq!(months.bounds("2028-02"), february);
        assert_eq!(months.bounds("semua"), (None, None));
        for odd in ["", "2026-13", "2026-1", "x"] {
            assert_eq!(months.bounds(odd), (Some(date(2026, 11, 22)), None), "{odd}");
        }
    }

    #[test]
    fn a_month_asked_for_is_offered_wherever_it_lies() {
        let offered = Months::new(date(2026, 11, 22)).choices(Lang::Id, "2020-08");
        assert_eq!(offered.len(), 23);
        assert_eq!(offered.first().map(|it| it.label.as_str()), Some("Agustus 2020"));
    }
}
