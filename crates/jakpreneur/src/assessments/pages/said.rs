//! Needs in the words of the screen.
use crate::{
    assessments::Needs,
    words::{self, Assessments, Lang, fill},
};
use rules::assessment::{Advised, Group, Moved, question};

/// What would help next in a line, with the day it was assessed; none where nothing was.
pub fn advised(needs: &Needs, lang: Lang) -> Option<String> {
    let w = Assessments::of(lang);
    let newest = needs.newest()?;
    let stages: Vec<&str> = needs
        .advice
        .iter()
        .take(3)
        .map(|it| lang.pick(it.stage.label_id(), it.stage.label_en()))
        .collect();
    let day = words::day(newest.assessed_on, lang);
    let said = if stages.is_empty() { w.nothing_short } else { w.advised_short };
    Some(fill(said, &[("day", &day), ("stages", &stages.join(", "))]))
}

/// A group as the table says it.
pub(super) struct GroupLine {
    pub name: &'static str,
    pub now: String,
    pub then: String,
    pub better: String,
    pub worse: String,
}

/// The six groups, now and the time before.
pub(super) fn groups(needs: &Needs, lang: Lang) -> Vec<GroupLine> {
    Group::ALL.map(|group| line(needs, group, lang)).into()
}

fn line(needs: &Needs, group: Group, lang: Lang) -> GroupLine {
    let w = Assessments::of(lang);
    let score = |at: usize| {
        let of = needs.assessments.get(at)?.score(group);
        let (yes, known) = (of.yes.to_string(), (of.yes + of.no).to_string());
        let known = (of.yes + of.no > 0).then_some(known)?;
        Some(fill(w.of_known, &[("yes", &yes), ("known", &known)]))
    };
    let moved = needs.moved(group).unwrap_or_default();
    let Moved { better, worse, .. } = &moved;
    GroupLine {
        name: lang.pick(group.label_id(), group.label_en()),
        now: score(0).unwrap_or_else(|| w.unknown.to_owned()),
        then: score(1).unwrap_or_else(|| w.unknown.to_owned()),
        better: some_or_dash(better, lang),
        worse: some_or_dash(worse, lang),
    }
}

/// A service that would help, and why.
pub(super) struct AdviceLine {
    pub stage: &'static str,
    pub because: String,
    pub had_before: bool,
}

/// The advice, first what was not had yet.
pub(super) fn advice(needs: &Needs, lang: Lang) -> Vec<AdviceLine> {
    let line = |it: &Advised| AdviceLine {
        stage: lang.pick(it.stage.label_id(), it.stage.label_en()),
        because: labels(&it.because, lang),
        had_before: it.had_before,
    };
    needs.advice.iter().map(line).collect()
}

fn some_or_dash(codes: &[&'static str], lang: Lang) -> String {
    if codes.is_empty() { "–".to_owned() } else { labels(codes, lang) }
}

fn labels(codes: &[&'static str], lang: Lang) -> String {
    let asked = codes.iter().filter_map(|code| question(code));
    asked.map(|it| lang.pick(it.label_id, it.label_en)).collect::<Vec<_>>().join(" ")
}
