//! The kinds of permits the programme helps with.

use crate::worded::worded;

worded! {
    /// A kind of permit.
    parse_officer => LicenceKind {
        /// The number of a business, issued by OSS.
        Nib = "nib", "NIB", "Business identification number", "nomor induk berusaha";
        /// The licence of a micro or small business before OSS.
        Iumk = "iumk", "IUMK", "Micro and small business licence", "izin usaha mikro dan kecil";
        /// The letter of the kelurahan before that.
        Sku = "sku", "SKU", "Business statement letter", "surat keterangan usaha";
        /// Food made at home.
        HomeFood = "home_food", "P-IRT", "Home food permit", "pirt", "SPP-IRT", "sppirt";
        /// Food that P-IRT does not admit.
        Bpom = "bpom_md", "BPOM MD", "BPOM registration", "md", "bpom", "izin edar bpom";
        /// Hygiene of a kitchen whose food keeps less than seven days.
        Hygiene = "slhs", "SLHS", "Hygiene certificate", "laik higiene sanitasi", "sertifikat laik higiene sanitasi";
        /// Halal by the producer's own statement.
        HalalDeclared = "halal_declared", "Halal (pernyataan pelaku usaha)", "Halal by self-declaration", "halal self declare", "self declare";
        /// Halal by inspection.
        HalalRegular = "halal_regular", "Halal (reguler)", "Halal by inspection", "halal", "halal reguler", "sertifikat halal";
        /// A registered mark.
        Trademark = "trademark", "Merek", "Trademark", "haki merek", "merk", "HAKI", "hki";
        /// A recorded work.
        Copyright = "copyright", "Hak cipta", "Copyright", "haki hak cipta";
        /// A granted invention.
        Patent = "patent", "Paten", "Patent", "haki paten";
        /// Conformity with a national standard.
        NationalStandard = "sni", "SNI", "National standard", "sppt sni";
    }
}

impl LicenceKind {
    /// Whether it is halal, by whichever path (BR-25).
    pub const fn is_halal(self) -> bool {
        matches!(self, Self::HalalDeclared | Self::HalalRegular)
    }
}
