//! What is wrong in a form that came back, in words, in the order of its fields.
use crate::{
    FieldError,
    words::{Lang, message},
};

/// The mistakes of a form; none while it was not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mistakes(Vec<(String, String)>);

impl Mistakes {
    /// Puts what is wrong into words. Fields that the page does not name come last.
    pub fn of(wrong: &[FieldError], fields: &[&str], lang: Lang) -> Self {
        let place = |field: &str| fields.iter().position(|known| *known == field);
        let mut said: Vec<(String, String)> =
            wrong.iter().map(|error| (error.field.to_owned(), message(error.code, lang))).collect();
        said.sort_by_key(|(field, _)| place(field).unwrap_or(usize::MAX));
        said.dedup_by(|one, other| one.0 == other.0);
        Self(said)
    }

    /// One mistake, at a field with an id of its own.
    pub fn one(id: String, said: String) -> Self {
        Self(vec![(id, said)])
    }

    /// Whether there is any.
    pub fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// Every mistake with its field.
    pub fn all(&self) -> &[(String, String)] {
        &self.0
    }

    /// What is wrong with a field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(at, _)| at == field).map(|(_, said)| said.as_str())
    }

    /// Whether one of these fields is wrong.
    pub fn among(&self, fields: &[&str]) -> bool {
        self.0.iter().any(|(at, _)| fields.contains(&at.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn mistakes_come_in_the_order_of_the_page_and_once_a_field() {
        let wrong = [
            FieldError::new("consent", Code::Consent),
            FieldError::new("elsewhere", Code::Word),
            FieldError::new("nik", Code::NikShort(2)),
            FieldError::new("nik", Code::NikCharacters),
        ];
        let mistakes = Mistakes::of(&wrong, &["nik", "consent"], Lang::Id);
        let fields: Vec<&str> = mistakes.all().iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["nik", "consent", "elsewhere"]);
        assert_eq!(mistakes.at("nik"), Some("NIK kurang 2 angka"));
    }
}
