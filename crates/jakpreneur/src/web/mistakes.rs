//! What is wrong in a form that comes back: said above it and again at each field.
use crate::{
    Code, FieldError,
    words::{Lang, message},
};

/// The mistakes of one form.
#[derive(Clone, Debug, Default)]
pub struct Mistakes(Vec<Mistake>);

/// One mistake, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field it is in, which is also the field's id on the page.
    pub field: &'static str,
    /// What is wrong and how to mend it.
    pub said: String,
}

impl Mistakes {
    /// A form as it is first shown.
    pub fn none() -> Self {
        Self::default()
    }

    /// The mistakes an act or a reading found.
    pub fn of(wrong: &[FieldError], lang: Lang) -> Self {
        let said =
            |wrong: &FieldError| Mistake { field: wrong.field, said: message(wrong.code, lang) };
        Self(wrong.iter().map(said).collect())
    }

    /// One mistake.
    pub fn one(field: &'static str, code: Code, lang: Lang) -> Self {
        Self::of(&[FieldError::new(field, code)], lang)
    }

    /// One mistake with words of its own.
    pub fn saying(field: &'static str, said: String) -> Self {
        Self(vec![Mistake { field, said }])
    }

    /// Whether there are any.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// All of them, in the order of the form.
    pub fn list(&self) -> &[Mistake] {
        &self.0
    }

    /// What is wrong at a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        let found = self.0.iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.said.as_str())
    }
}
