//! Which service would help next, and why; every service stays open to everybody (BR-11).

use super::{Answer, QUESTIONS, Sheet};
use crate::StageKind;

/// A stage that would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advised {
    /// Whose services.
    pub stage: StageKind,
    /// The codes of the questions answered by no that it helps with.
    pub because: Vec<&'static str>,
    /// Whether the member had a service of this stage before.
    pub had_before: bool,
}

/// The stages that would help, first the ones not had yet, among them first the one with most reasons.
pub fn advice(sheet: &Sheet, reached: &[StageKind]) -> Vec<Advised> {
    let mut advised: Vec<Advised> = StageKind::ALL
        .into_iter()
        .map(|stage| Advised {
            stage,
            because: lacking(sheet, stage),
            had_before: reached.contains(&stage),
        })
        .filter(|advised| !advised.because.is_empty())
        .collect();
    advised.sort_by_key(|advised| (advised.had_before, std::cmp::Reverse(advised.because.len())));
    advised
}

fn lacking(sheet: &Sheet, stage: StageKind) -> Vec<&'static str> {
    let helped = QUESTIONS.iter().filter(|question| question.helped_by == stage);
    helped.filter(|of| sheet.answer(of.code) == Answer::No).map(|of| of.code).collect()
}
