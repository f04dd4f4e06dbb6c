//! The answer by groups: a row a group, with those registered and those who reached each stage.
use super::{
    links::{Links, Number},
    stages::label,
};
use crate::{
    reports::{Answer, By, GroupAnswer, dimension, group_label},
    words::{Figures, Lang, fill},
};
use rules::number::thousands;

/// More groups than this are for a spreadsheet, on the screen and on paper.
const MOST: usize = 300;
const MOST_PRINTED: usize = 5_000;

/// The table of groups.
pub(super) struct GroupTable {
    /// What it shows.
    pub caption: String,
    /// The titles of the dimensions.
    pub dimensions: Vec<&'static str>,
    /// The titles of the numbers.
    pub titles: Vec<&'static str>,
    /// A row a group.
    pub rows: Vec<GroupRow>,
    /// Everybody, each once.
    pub total: Vec<Number>,
    /// Columns before the total's numbers, beside its title.
    pub before_total: usize,
    /// What must be known to read it right.
    pub notes: Vec<String>,
}

/// A group.
pub(super) struct GroupRow {
    /// Its place on the first dimension.
    pub head: String,
    /// Its place on the others.
    pub labels: Vec<String>,
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// The table, where the question asks for groups.
pub(super) fn table(
    answer: &Answer,
    by: &[By],
    links: &Links,
    print: bool,
    lang: Lang,
) -> Option<GroupTable> {
    let groups = answer.groups.as_ref()?;
    let most = if print { MOST_PRINTED } else { MOST };
    let w = Figures::of(lang);
    let dimensions: Vec<_> = by.iter().map(|by| dimension(*by, lang)).collect();
    let what = dimensions.join(", ").to_lowercase().replace("opd", "OPD");
    let stages = answer.rows.iter().skip(1).map(|row| label(row.stage, lang));
    let reached = answer
        .rows
        .iter()
        .skip(1)
        .map(|row| links.number(&[], Some((row.stage, "reached")), row.reached));
    let registered = links.number(&[], None, answer.persons);
    Some(GroupTable {
        caption: fill(w.reached_by, &[("what", &what)]),
        titles: std::iter::once(w.registered).chain(stages).collect(),
        rows: groups.iter().take(most).map(|group| row(group, links, lang)).collect(),
        total: std::iter::once(registered).chain(reached).collect(),
        before_total: dimensions.len(),
        notes: notes(answer, groups.len(), most, w),
        dimensions,
    })
}

fn row(group: &GroupAnswer, links: &Links, lang: Lang) -> GroupRow {
    let mut labels = group.key.iter().map(|key| group_label(key, lang));
    let stages = group
        .rows
        .iter()
        .skip(1)
        .map(|row| links.number(&group.key, Some((row.stage, "reached")), row.reached));
    let registered = links.number(&group.key, None, group.persons);
    GroupRow {
        head: labels.next().unwrap_or_default(),
        labels: labels.collect(),
        numbers: std::iter::once(registered).chain(stages).collect(),
    }
}

fn notes(answer: &Answer, groups: usize, most: usize, w: &Figures) -> Vec<String> {
    let mut notes = Vec::new();
    if answer.overlap > 0 {
        notes.push(fill(w.overlap, &[("n", &thousands(answer.overlap))]));
    }
    if groups > most {
        let n = |n: usize| thousands(u64::try_from(n).unwrap_or_default());
        notes.push(fill(w.cut, &[("shown", &n(most)), ("all", &n(groups))]));
    }
    notes
}
