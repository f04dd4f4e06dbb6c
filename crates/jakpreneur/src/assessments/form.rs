//! The answers as typed, and as understood.
use crate::{Code, FieldError, Problem};
use rules::{
    Date,
    assessment::{Answer, Sheet, question},
};

/// The answers of a day as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssessmentForm {
    /// The day; empty: today.
    pub assessed_on: String,
    /// The code of each question that was answered, and the answer: `yes`, `no` or `unknown`.
    pub answers: Vec<(String, String)>,
}

impl AssessmentForm {
    /// Reads every answer. Something must be answered, nothing that nobody asked, and not for a day to come.
    pub fn understand(&self, today: Date) -> Result<(Date, Sheet), Problem> {
        let mut wrong = Vec::new();
        let day = self.day(today).map_err(|error| wrong.push(error));
        let mut sheet = Sheet::default();
        for (code, said) in &self.answers {
            match (question(code), Answer::parse_officer(said)) {
                (Some(asked), Some(answer)) => {
                    sheet.0.insert(asked.code.to_owned(), answer);
                }
                (Some(asked), None) => wrong.push(FieldError::new(asked.code, Code::Word)),
                (None, _) => wrong.push(FieldError::new("answers", Code::Word)),
            }
        }
        if wrong.is_empty() && !sheet.says_something() {
            wrong.push(FieldError::new("answers", Code::Empty));
        }
        match day {
            Ok(day) if wrong.is_empty() => Ok((day, sheet)),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn day(&self, today: Date) -> Result<Date, FieldError> {
        let typed = self.assessed_on.trim();
        if typed.is_empty() {
            return Ok(today);
        }
        let day = rules::date::parse_officer(typed);
        let day = day.map_err(|_| FieldError::new("assessed_on", Code::Date))?;
        if day > today {
            return Err(FieldError::new("assessed_on", Code::Future));
        }
        Ok(day)
    }
}
