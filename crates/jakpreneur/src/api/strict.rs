//! Holding a body to its documentation: programs write words and dates in one way, officers in many.
use crate::{Code, FieldError, Problem, journal::Done};
use rules::Date;

/// What is not as documented.
#[derive(Default)]
pub struct Documented(pub Vec<FieldError>);

impl Documented {
    /// A field that must be there.
    pub fn given<T>(&mut self, field: &'static str, value: Option<&T>) {
        if value.is_none() {
            self.0.push(FieldError::new(field, Code::Empty));
        }
    }

    /// A field that holds one of some words.
    pub fn word<T>(
        &mut self,
        field: &'static str,
        text: Option<&str>,
        read: impl Fn(&str) -> Option<T>,
    ) {
        if text.is_some_and(|text| read(text).is_none()) {
            self.0.push(FieldError::new(field, Code::Word));
        }
    }

    /// A field that holds `YYYY-MM-DD`.
    pub fn date(&mut self, field: &'static str, text: Option<&str>) {
        let plain = |text: &str| text.len() == 10 && text.parse::<Date>().is_ok();
        if text.is_some_and(|text| !plain(text)) {
            self.0.push(FieldError::new(field, Code::Date));
        }
    }
}

/// Adds what else is wrong, once a field.
pub fn join(wrong: &mut Vec<FieldError>, more: Vec<FieldError>) {
    for error in more {
        if wrong.iter().all(|known| known.field != error.field) {
            wrong.push(error);
        }
    }
}

/// What is not as documented counts too, also where the act would take it; nothing is kept then.
pub fn with_the_rest<E>(
    done: Result<Done<E>, Problem>,
    mut wrong: Vec<FieldError>,
) -> Result<Done<E>, Problem> {
    match done {
        Ok(done) if wrong.is_empty() => Ok(done),
        Ok(_) => Err(Problem::Invalid(wrong)),
        Err(Problem::Invalid(more)) => {
            join(&mut wrong, more);
            Err(Problem::Invalid(wrong))
        }
        Err(other) => Err(other),
    }
}
