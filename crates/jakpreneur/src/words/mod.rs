//! Every text a person reads, in Indonesian with English beside it. A text missing in one language
//! does not compile.
mod activity;
mod assessments;
mod attendance;
mod bazaar_refusals;
mod bazaars;
mod books;
mod books_refusals;
mod capital;
mod capital_refusals;
mod catalogue;
mod certificates;
mod class_work;
mod classes;
mod corrections;
mod counter;
mod curation;
mod curation_refusals;
mod dashboard;
mod figures;
mod groups;
mod growth;
mod growth_figures;
mod imports;
mod licences;
mod licensing_refusals;
mod mentor_terms;
mod mentoring;
mod mentoring_refusals;
mod message;
mod open_data;
mod partner_refusals;
mod partners;
mod people;
mod photo_refusals;
mod plans;
mod products;
mod products_refusals;
mod public;
mod quality;
mod refusals;
mod releases;
mod releasing_refusals;
mod residents;
mod shell;
mod staff;
mod support;
mod targets;
mod training_figures;
mod waves;
mod webhook_refusals;
mod webhooks;

pub use activity::Activities;
pub use assessments::Assessments;
pub use attendance::Attendance;
pub use bazaars::Bazaars;
pub use books::Books;
pub use capital::Capital;
pub use catalogue::Catalogue;
pub use certificates::{Certificates, Check, Tools};
pub use class_work::{ClassPlan, ClassWork, Places};
pub use classes::{Classes, days, weekday};
pub use corrections::Corrections;
pub use counter::Counter;
pub use curation::Curation;
pub use dashboard::Dashboard;
pub use figures::Figures;
pub use groups::Groups;
pub use growth::Growth;
pub use growth_figures::GrowthFigures;
pub use imports::Imports;
pub use licences::{Licences, licence_warning};
pub use mentor_terms::MentorTerms;
pub use mentoring::{Caseloads, MentorMonths, Mentoring};
pub use message::message;
pub use open_data::OpenData;
pub use partners::Partners;
pub use people::People;
pub use plans::Plans;
pub use products::Products;
pub use public::{Accessibility, Help, Privacy, Public};
pub use quality::Quality;
pub use releases::Releases;
pub use residents::Residents;
pub use shell::Shell;
pub use staff::Staff;
pub use support::Support;
pub use targets::Targets;
pub use training_figures::TrainingFigures;
pub use waves::Waves;
pub use webhooks::Webhooks;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The language's code in HTML and in the cookie.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language with this code.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Id, Self::En].into_iter().find(|lang| lang.code() == code)
    }

    /// One of two texts.
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

/// A group of texts: a field each, one constant a language.
macro_rules! words {
    ($(#[$about:meta])* $group:ident { $($key:ident: $id:literal / $en:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug)]
        pub struct $group { $(#[doc = $en] pub $key: &'static str,)+ }

        impl $group {
            /// The texts in one language.
            pub fn of(lang: $crate::words::Lang) -> &'static Self {
                lang.pick(&Self { $($key: $id,)+ }, &Self { $($key: $en,)+ })
            }
        }
    };
}
pub(crate) use words;

/// A day as it is read: `2 Maret 2021`.
pub fn day(date: rules::Date, lang: Lang) -> String {
    match lang {
        Lang::Id => rules::date::words(date),
        Lang::En => date.strftime("%-d %B %Y").to_string(),
    }
}

/// A month as it is read: `Maret`.
pub fn month(month: i8, lang: Lang) -> String {
    let first = rules::Date::new(2000, month, 1).ok();
    match lang {
        Lang::Id => rules::date::month_words(month).to_owned(),
        Lang::En => first.map(|day| day.strftime("%B").to_string()).unwrap_or_default(),
    }
}

/// Puts values into a text's `{places}`.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(text.to_owned(), |text, (place, value)| text.replace(&format!("{{{place}}}"), value))
}
