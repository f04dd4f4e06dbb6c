//! What changed between two days, by the questions that were answered on both.

use super::{Answer, Group, QUESTIONS, Question, Sheet};

/// The questions of one group whose answer changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// No then, yes now.
    pub better: Vec<&'static str>,
    /// Yes then, no now.
    pub worse: Vec<&'static str>,
    /// How many were answered on both days, changed or not.
    pub compared: usize,
}

/// A group then against the group now; what was not known on one of the days is no change.
pub fn compare(then: &Sheet, now: &Sheet, group: Group) -> Moved {
    let of_group = || QUESTIONS.iter().filter(move |question| question.group == group);
    let both = |question: &Question| (then.answer(question.code), now.answer(question.code));
    let changed = |change: (Answer, Answer)| {
        of_group().filter(move |of| both(of) == change).map(|of| of.code).collect()
    };
    let known = |(then, now): (Answer, Answer)| then != Answer::Unknown && now != Answer::Unknown;
    Moved {
        better: changed((Answer::No, Answer::Yes)),
        worse: changed((Answer::Yes, Answer::No)),
        compared: of_group().filter(|question| known(both(question))).count(),
    }
}
