//! What is wrong in a form that comes back: said above it and again at each field.
use crate::{
    Code, FieldError,
    words::{Lang, message},
};
use std::borrow::Cow;

/// The mistakes of one form.
#[derive(Clone, Debug, Default)]
pub struct Mistakes(Vec<Mistake>);

/// One mistake, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field it is in, which is also the field's id on the page.
    pub field: Cow<'static, str>,
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
        let said = |wrong: &FieldError| Mistake {
            field: wrong.field.into(),
            said: message(wrong.code, lang),
        };
        Self(wrong.iter().map(said).collect())
    }

    /// One mistake.
    pub fn one(field: &'static str, code: Code, lang: Lang) -> Self {
        Self::of(&[FieldError::new(field, code)], lang)
    }

    /// One mistake with words of its own.
    pub fn saying(field: impl Into<Cow<'static, str>>, said: String) -> Self {
        Self(vec![Mistake { field: field.into(), said }])
    }

    /// Mistakes with words of their own, each at its field.
    pub fn said_at(said: Vec<(String, String)>) -> Self {
        let mistake = |(field, said): (String, String)| Mistake { field: field.into(), said };
        Self(said.into_iter().map(mistake).collect())
    }

    /// In the order of a page's fields and once a field; those the page does not name come last.
    #[must_use]
    pub fn in_order(mut self, fields: &[&str]) -> Self {
        let place = |field: &str| fields.iter().position(|known| *known == field);
        self.0.sort_by_key(|mistake| place(&mistake.field).unwrap_or(usize::MAX));
        self.0.dedup_by(|one, other| one.field == other.field);
        self
    }

    /// Whether one of these fields is wrong.
    pub fn among(&self, fields: &[&str]) -> bool {
        self.0.iter().any(|mistake| fields.contains(&mistake.field.as_ref()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_come_in_the_order_of_the_page_and_once_a_field() {
        let wrong = [
            FieldError::new("consent", Code::Consent),
            FieldError::new("elsewhere", Code::Word),
            FieldError::new("nik", Code::NikShort(2)),
            FieldError::new("nik", Code::NikCharacters),
        ];
        let mistakes = Mistakes::of(&wrong, Lang::Id).in_order(&["nik", "consent"]);
        let fields: Vec<&str> = mistakes.list().iter().map(|it| it.field.as_ref()).collect();
        assert_eq!(fields, ["nik", "consent", "elsewhere"]);
        assert_eq!(mistakes.at("nik"), Some("NIK kurang 2 angka"));
    }
}
