//! A product as typed, and as understood.
use super::told::{Contact, Told};
use crate::{Code, FieldError, Problem};
use rules::{
    Phone, Rupiah,
    marketing::{
        Category, Refused,
        product::{LONGEST_CONTACT, LONGEST_NAME, LONGEST_TEXT, may_cost},
    },
};

/// A product as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductForm {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub text: String,
    /// A category's word or label.
    pub category: String,
    /// Whole rupiah.
    pub price: String,
}

/// A product that is understood.
pub(super) struct Understood {
    pub told: Told,
    pub category: Category,
    pub price: Rupiah,
}

/// What the asker hears of a rule.
pub(super) fn refused(no: Refused) -> Problem {
    match field(no) {
        Some(field) => Problem::Invalid(vec![FieldError::new(field, Code::Products(no))]),
        None => Problem::Refused(Code::Products(no)),
    }
}

const fn field(no: Refused) -> Option<&'static str> {
    match no {
        Refused::Price => Some("price"),
        Refused::NoConsent => Some("consent"),
        Refused::ListingAddress | Refused::ListingElsewhere => Some("address"),
        Refused::BeforeListing => Some("on"),
        Refused::PhotosFull => Some("file"),
        Refused::Published
        | Refused::NotPublished
        | Refused::ListingThere
        | Refused::ListingGone => None,
    }
}

/// Words on one line, neither none nor too many.
pub(super) fn words(raw: &str, most: usize) -> Result<String, Code> {
    let words = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(Code::Empty),
        long if long > most => Err(Code::Long),
        _ => Ok(words),
    }
}

impl ProductForm {
    /// Reads every field and tells all that are wrong.
    pub(super) fn understand(&self) -> Result<Understood, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let name = words(&self.name, LONGEST_NAME).map_err(|code| read("name", code)).ok();
        let text = words(&self.text, LONGEST_TEXT).map_err(|code| read("text", code)).ok();
        let category = Category::named(&self.category);
        if category.is_none() {
            let empty = self.category.trim().is_empty();
            read("category", if empty { Code::Empty } else { Code::Word });
        }
        let price = self.price().map_err(|code| read("price", code)).ok();
        let (Some(name), Some(text), Some(category), Some(price)) = (name, text, category, price)
        else {
            return Err(Problem::Invalid(wrong));
        };
        Ok(Understood { told: Told { name, text }, category, price })
    }

    fn price(&self) -> Result<Rupiah, Code> {
        if self.price.trim().is_empty() {
            return Err(Code::Empty);
        }
        let price = Rupiah::parse_officer(&self.price).ok_or(Code::Number)?;
        may_cost(price).map(|()| price).map_err(Code::Products)
    }
}

/// How buyers reach the seller: `none`, `whatsapp` or `words`, and with what.
pub(super) fn contact(by: &str, at: &str) -> Result<Contact, Problem> {
    let wrong = |code| Problem::Invalid(vec![FieldError::new("contact", code)]);
    match by.trim() {
        "" | "none" => Ok(Contact::None),
        "whatsapp" => {
            let phone = Phone::parse(at).map_err(|_| wrong(Code::Phone))?;
            Ok(Contact::Whatsapp(phone.digits().to_owned()))
        }
        "words" => words(at, LONGEST_CONTACT).map(Contact::Words).map_err(wrong),
        _ => Err(wrong(Code::Word)),
    }
}
