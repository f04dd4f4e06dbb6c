//! What can look wrong in a record: a closed list. None of it is a mistake by itself.
use crate::words::{Lang, Quality};

/// What looks wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Only the kecamatan is known.
    NoKelurahan,
    /// The NIK looked odd at registration and was accepted.
    OddNik,
    /// A service lies before the registration, as it can after a correction.
    BeforeRegistration,
    /// No service and no visit for months.
    NoContact,
    /// The registration or a service was recorded long after it happened.
    EnteredLate,
}

impl Finding {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::NoKelurahan,
        Self::OddNik,
        Self::BeforeRegistration,
        Self::NoContact,
        Self::EnteredLate,
    ];

    /// The word in addresses and files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoKelurahan => "no-kelurahan",
            Self::OddNik => "odd-nik",
            Self::BeforeRegistration => "before-registration",
            Self::NoContact => "no-contact",
            Self::EnteredLate => "entered-late",
        }
    }

    /// The finding with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.word() == word)
    }

    /// What it is called; months and days stand in it as `{months}` and `{days}`.
    pub fn label(self, lang: Lang) -> &'static str {
        let w = Quality::of(lang);
        match self {
            Self::NoKelurahan => w.no_kelurahan,
            Self::OddNik => w.odd_nik,
            Self::BeforeRegistration => w.before_registration,
            Self::NoContact => w.no_contact,
            Self::EnteredLate => w.entered_late,
        }
    }
}
