//! The seven kinds of stage; their numbers P1 to P7 are labels of a scheme (BR-13).

use crate::{Scheme, text, worded::worded};

worded! {
    /// What a service brings a person to; kept by kind, since sources number them differently.
    known_as => StageKind {
        /// Being registered, the only compulsory one.
        Registration = "registration", "Pendaftaran", "Registration", "daftar";
        /// A mentor helps to settle the business.
        Mentoring = "mentoring", "Pendampingan", "Mentoring";
        /// Theory and practice in a class.
        Training = "training", "Pelatihan", "Training";
        /// A permit was issued.
        Licensing = "licensing", "Perizinan", "Licensing", "izin";
        /// Bazaars, marketplaces, curation.
        Marketing = "marketing", "Pemasaran", "Marketing";
        /// Keeping the books.
        FinancialReporting = "financial_reporting", "Pelaporan Keuangan", "Financial reporting", "laporan keuangan", "keuangan";
        /// Money from a bank.
        Capital = "capital", "Permodalan", "Capital", "modal", "capital access";
    }
}

impl StageKind {
    /// The stage an officer names; `P2` means something only in a scheme.
    pub fn parse_officer(raw: &str, scheme: Option<Scheme>) -> Option<Self> {
        let coded =
            |scheme: Scheme| Self::ALL.into_iter().find(|kind| text::same(scheme.code(*kind), raw));
        Self::known_as(raw).or_else(|| scheme.and_then(coded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_contract_and_in_order() {
        let words = StageKind::ALL.map(StageKind::word).join(", ");
        assert_eq!(
            words,
            "registration, mentoring, training, licensing, marketing, financial_reporting, capital"
        );
        for (i, kind) in StageKind::ALL.into_iter().enumerate() {
            assert_eq!(kind.index(), i);
            assert_eq!(StageKind::of_word(kind.word()), Some(kind));
        }
    }

    #[test]
    fn files_hold_the_word() {
        use serde::{Deserialize, de::IntoDeserializer, de::value::Error};
        for kind in StageKind::ALL {
            let read: Result<_, Error> = StageKind::deserialize(kind.word().into_deserializer());
            assert_eq!(read, Ok(kind));
        }
    }

    #[test]
    fn officers_name_a_stage_in_their_own_way() {
        for (raw, kind) in [
            ("PELATIHAN", StageKind::Training),
            ("Laporan Keuangan", StageKind::FinancialReporting),
            ("pelaporan_keuangan", StageKind::FinancialReporting),
            ("financial reporting", StageKind::FinancialReporting),
            ("modal", StageKind::Capital),
            (" Mentoring ", StageKind::Mentoring),
        ] {
            assert_eq!(StageKind::parse_officer(raw, None), Some(kind), "{raw}");
        }
    }

    #[test]
    fn a_code_means_something_only_in_a_scheme() {
        assert_eq!(StageKind::parse_officer("P2", None), None);
        assert_eq!(StageKind::parse_officer("p2", Some(Scheme::Pergub)), Some(StageKind::Training));
        assert_eq!(
            StageKind::parse_officer("P 2", Some(Scheme::Jakbar2022)),
            Some(StageKind::Mentoring)
        );
        assert_eq!(StageKind::parse_officer("P8", Some(Scheme::Pergub)), None);
        assert_eq!(StageKind::parse_officer("", Some(Scheme::Pergub)), None);
    }
}
