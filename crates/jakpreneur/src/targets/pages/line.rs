//! A target as a bullet: a thin bar for what was reached, an upright line for the target.
use crate::{
    House,
    reports::{
        Narrowing,
        pages::{address, pairs},
    },
    targets::{Line, Target, say},
    words::{self, Lang, fill},
};
use rules::{Date, number::thousands, targets::CountingRule};

/// A target as a line of a page.
pub(crate) struct Row {
    /// Its own page.
    pub href: String,
    /// What it counts.
    pub indicator: &'static str,
    /// Whose and where: `PPAPP, Jakarta Barat`.
    pub whose: String,
    /// Whose.
    pub agency: String,
    /// Where.
    pub area: String,
    /// When.
    pub period: String,
    /// Persons to reach.
    pub target: String,
    /// Persons reached.
    pub actual: String,
    /// The list of those reached, where the visitor may see lists.
    pub people: Option<String>,
    /// `8.637 dari 12.120`.
    pub of: String,
    /// `71,26%`, or n/a.
    pub attainment: String,
    /// `kurang 3.483 dari target`.
    pub gap: String,
    /// When it was reached, or would be.
    pub outlook: String,
    /// What it rests on; nothing where nobody said.
    pub basis: Option<String>,
    /// The version that holds.
    pub version: i64,
    /// The width of the bar in percent of the picture.
    pub bar: String,
    /// Where the upright line stands, in percent of the picture.
    pub tick: String,
}

/// A line of a page; with links to lists where the visitor may see lists.
pub(crate) fn row(house: &House, line: &Line, lists: bool, lang: Lang) -> Row {
    let w = words::Targets::of(lang);
    let (agency, area) = (say::agency(&line.own, lang), say::area(house, &line.own));
    let (actual, target) = (thousands(line.actual), thousands(line.target));
    let (bar, tick) = bullet(line.actual, line.target);
    Row {
        href: format!("/target/{}", line.id),
        indicator: say::indicator(&line.own, lang),
        whose: format!("{agency}, {area}"),
        agency,
        area,
        period: say::period(&line.own, lang),
        of: fill(w.of, &[("actual", &actual), ("target", &target)]),
        people: lists.then(|| people(line)),
        attainment: say::attainment(line, lang),
        gap: say::gap(line, lang),
        outlook: say::outlook(line, lang),
        basis: Some(line.basis.clone()).filter(|basis| !basis.is_empty()),
        version: line.version,
        target,
        actual,
        bar,
        tick,
    }
}

/// The list of exactly those counted.
pub(crate) fn people(line: &Line) -> String {
    listed(&line.own, &line.realised.narrowing)
}

/// The list of those counted for a target by a narrower question than its own.
pub(super) fn listed(own: &Target, narrowing: &Narrowing) -> String {
    let mut asked = pairs(narrowing);
    asked.push(("stage", own.indicator.stage().word().to_owned()));
    match own.rule {
        CountingRule::FirstReached => asked.push(("since", own.period.first().to_string())),
        CountingRule::Cumulative | CountingRule::Cohort => {
            asked.push(("measure", "reached".to_owned()));
        }
    }
    address("/orang", &asked)
}

/// The list of those gained for a target from a day on.
pub(super) fn listed_since(own: &Target, narrowing: &Narrowing, since: Date) -> String {
    let mut asked = pairs(narrowing);
    asked.push(("stage", own.indicator.stage().word().to_owned()));
    // What was reached before the period counts for no target of first reaching.
    let since = match own.rule {
        CountingRule::FirstReached => since.max(own.period.first()),
        CountingRule::Cumulative | CountingRule::Cohort => since,
    };
    asked.push(("since", since.to_string()));
    address("/orang", &asked)
}

/// Bar and line share a scale on which the larger of both ends at nine tenths.
fn bullet(actual: u64, target: u64) -> (String, String) {
    let most = u128::from(actual.max(target).max(1));
    let place = |number: u64| {
        let hundredths = u128::from(number) * 9_000 / most;
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    };
    (place(actual), place(target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stands_where_the_bar_would_end_at_the_target() {
        assert_eq!(bullet(6_000, 12_000), ("45.00".to_owned(), "90.00".to_owned()));
        assert_eq!(bullet(12_000, 6_000), ("90.00".to_owned(), "45.00".to_owned()));
        assert_eq!(bullet(0, 0), ("0.00".to_owned(), "0.00".to_owned()));
    }
}
