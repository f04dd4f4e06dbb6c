//! Why a figure differs, as far as two frozen lists tell: who came, and who counts no longer.
use super::{Document, Part, Reason};
use std::collections::BTreeSet;

/// For each line its difference by reason; the parts add up to it.
pub(super) fn parts(before: &Document, now: &Document) -> Vec<(String, Part)> {
    let keys: BTreeSet<&String> =
        before.lines.iter().chain(&now.lines).map(|line| &line.key).collect();
    let mut parts = Vec::new();
    for key in keys {
        let (was, is) = (counted(before, key), counted(now, key));
        let many = |some: usize| i64::try_from(some).unwrap_or(i64::MAX);
        let came = many(is.difference(&was).count());
        let gone = many(was.difference(&is).count());
        let both = [(came, Reason::EnteredLater), (-gone, Reason::CountsNoLonger)];
        let told = both.into_iter().filter(|(change, _)| *change != 0);
        parts.extend(told.map(|(change, reason)| (key.clone(), Part { change, reason })));
    }
    parts
}

/// Whom a line counts, by pseudonym.
fn counted<'a>(document: &'a Document, key: &str) -> BTreeSet<&'a str> {
    let Some(line) = document.line(key) else { return BTreeSet::new() };
    let members = document.members.iter().filter(|it| it.lines.binary_search(&line.number).is_ok());
    members.map(|it| it.id.as_str()).collect()
}
