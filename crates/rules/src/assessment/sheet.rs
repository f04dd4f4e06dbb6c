//! The answers of one day.

use super::QUESTIONS;
use crate::worded::worded;
use std::collections::BTreeMap;

worded! {
    /// An answer.
    parse_officer => Answer {
        /// It is so.
        Yes = "yes", "Ya", "Yes", "Y", "ada", "sudah";
        /// It is not.
        No = "no", "Tidak", "No", "T", "tidak ada", "belum";
        /// Nobody could say.
        Unknown = "unknown", "Tidak tahu", "Unknown", "?", "belum diketahui";
    }
}

/// Answers by the code of the question; one that was not answered is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet(pub BTreeMap<String, Answer>);

impl Sheet {
    /// The answer to a question.
    pub fn answer(&self, code: &str) -> Answer {
        self.0.get(code).copied().unwrap_or(Answer::Unknown)
    }

    /// Answers to questions that nobody asks, which a form or file must not smuggle in.
    pub fn strangers(&self) -> impl Iterator<Item = &str> {
        let asked = |code: &str| QUESTIONS.iter().any(|question| question.code == code);
        self.0.keys().map(String::as_str).filter(move |code| !asked(code))
    }

    /// Whether anything was answered at all.
    pub fn says_something(&self) -> bool {
        QUESTIONS.iter().any(|question| self.answer(question.code) != Answer::Unknown)
    }
}
