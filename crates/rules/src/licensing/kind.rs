//! The kinds of permits the programme helps with: reference data that the operator can add to.

use crate::{coded::coded, text, worded::worded};
use jiff::civil::{Date, date};
use std::borrow::Cow;

coded! {
    /// The code of a kind of permit.
    LicenceKind
}

impl LicenceKind {
    /// The number of a business, issued by OSS.
    pub const NIB: Self = Self::delivered("nib");
    /// The licence of a micro or small business before OSS.
    pub const IUMK: Self = Self::delivered("iumk");
    /// The letter of the kelurahan before that.
    pub const SKU: Self = Self::delivered("sku");
    /// Food made at home.
    pub const HOME_FOOD: Self = Self::delivered("home_food");
    /// Food that P-IRT does not admit.
    pub const BPOM: Self = Self::delivered("bpom_md");
    /// Hygiene of a kitchen whose food keeps less than seven days.
    pub const HYGIENE: Self = Self::delivered("slhs");
    /// Halal by the producer's own statement.
    pub const HALAL_DECLARED: Self = Self::delivered("halal_declared");
    /// Halal by inspection.
    pub const HALAL_REGULAR: Self = Self::delivered("halal_regular");
    /// A registered mark.
    pub const TRADEMARK: Self = Self::delivered("trademark");
    /// A recorded work.
    pub const COPYRIGHT: Self = Self::delivered("copyright");
    /// A granted invention.
    pub const PATENT: Self = Self::delivered("patent");
    /// Conformity with a national standard.
    pub const NATIONAL_STANDARD: Self = Self::delivered("sni");
}

worded! {
    /// What a kind of permit is about.
    named => LicenceFamily {
        /// That a business may run.
        Business = "business", "Legalitas usaha", "Business";
        /// That its food is safe.
        Food = "food", "Keamanan pangan", "Food safety";
        /// That its food is halal (BR-25).
        Halal = "halal", "Halal", "Halal";
        /// What it invented or calls itself.
        Intellectual = "intellectual", "Kekayaan intelektual", "Intellectual property";
        /// That its goods meet a standard.
        Standard = "standard", "Standar", "Standard";
    }
}

/// A kind of permit, as reference data tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LicenceKindTold {
    /// Its code.
    pub kind: LicenceKind,
    /// What the screen calls it in Indonesian.
    pub name: Cow<'static, str>,
    /// What the screen calls it in English.
    pub name_en: Cow<'static, str>,
    /// How else officers write it, divided by `|`.
    pub also: Cow<'static, str>,
    /// What it is about.
    pub family: LicenceFamily,
    /// The first day there was such a permit.
    pub valid_from: Date,
    /// The first day no such permit is issued any more.
    pub valid_to: Option<Date>,
}

/// OSS took the place of the permits of kecamatan and kelurahan.
pub(super) const OSS_RBA: Date = date(2021, 8, 9);
/// Before the first file of the programme.
pub(super) const EVER: Date = date(2000, 1, 1);

type Names = (&'static str, &'static str, &'static str);

const fn told(kind: LicenceKind, names: Names, family: LicenceFamily) -> LicenceKindTold {
    until(None, kind, names, family)
}

const fn until(
    valid_to: Option<Date>,
    kind: LicenceKind,
    (name, name_en, also): Names,
    family: LicenceFamily,
) -> LicenceKindTold {
    LicenceKindTold {
        kind,
        name: Cow::Borrowed(name),
        name_en: Cow::Borrowed(name_en),
        also: Cow::Borrowed(also),
        family,
        valid_from: EVER,
        valid_to,
    }
}

use LicenceFamily::{Business, Food, Halal, Intellectual, Standard};

const NIB: Names = ("NIB", "Business identification number", "nomor induk berusaha");
const IUMK: Names = ("IUMK", "Micro and small business licence", "izin usaha mikro dan kecil");
const SKU: Names = ("SKU", "Business statement letter", "surat keterangan usaha");
const HYGIENE: Names =
    ("SLHS", "Hygiene certificate", "laik higiene sanitasi|sertifikat laik higiene sanitasi");
const DECLARED: Names = (
    "Halal (pernyataan pelaku usaha)",
    "Halal by self-declaration",
    "halal self declare|self declare",
);
const REGULAR: Names =
    ("Halal (reguler)", "Halal by inspection", "halal|halal reguler|sertifikat halal");
const BPOM: Names = ("BPOM MD", "BPOM registration", "md|bpom|izin edar bpom");

static DELIVERED: [LicenceKindTold; 12] = [
    told(LicenceKind::NIB, NIB, Business),
    until(Some(OSS_RBA), LicenceKind::IUMK, IUMK, Business),
    until(Some(OSS_RBA), LicenceKind::SKU, SKU, Business),
    told(LicenceKind::HOME_FOOD, ("P-IRT", "Home food permit", "pirt|SPP-IRT"), Food),
    told(LicenceKind::BPOM, BPOM, Food),
    told(LicenceKind::HYGIENE, HYGIENE, Food),
    told(LicenceKind::HALAL_DECLARED, DECLARED, Halal),
    told(LicenceKind::HALAL_REGULAR, REGULAR, Halal),
    told(LicenceKind::TRADEMARK, ("Merek", "Trademark", "haki merek|merk|HAKI|hki"), Intellectual),
    told(LicenceKind::COPYRIGHT, ("Hak cipta", "Copyright", "haki hak cipta"), Intellectual),
    told(LicenceKind::PATENT, ("Paten", "Patent", "haki paten"), Intellectual),
    told(LicenceKind::NATIONAL_STANDARD, ("SNI", "National standard", "sppt sni"), Standard),
];

impl LicenceKindTold {
    /// As delivered.
    pub fn delivered() -> &'static [Self] {
        &DELIVERED
    }

    /// Whether an officer meant it; case, spaces and punctuation do not count.
    pub fn is_called(&self, raw: &str) -> bool {
        let names = [self.kind.as_str(), &self.name, &self.name_en];
        names.into_iter().chain(self.also.split('|')).any(|name| text::same(name, raw))
    }

    /// Whether such a permit is issued on that day.
    pub fn is_issued_on(&self, day: Date) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|end| day < end)
    }
}

/// The kind an officer wrote.
pub fn kind_called(all: &[LicenceKindTold], raw: &str) -> Option<LicenceKind> {
    if !raw.contains(char::is_alphanumeric) {
        return None;
    }
    all.iter().find(|told| told.is_called(raw)).map(|told| told.kind)
}
