//! What a target counts: a closed list, each one persons.
use crate::{StageKind, worded::worded};

worded! {
    /// What a target counts; always persons, never seats or services.
    known_as => Indicator {
        /// Persons registered.
        Registered = "registered", "Orang terdaftar", "People registered", "terdaftar", "pendaftaran", "binaan";
        /// Persons who were mentored.
        Mentored = "mentored", "Orang didampingi", "People mentored", "pendampingan", "mentoring";
        /// Persons who were trained.
        Trained = "trained", "Orang dilatih", "People trained", "pelatihan", "training";
        /// Persons with a permit.
        Licensed = "licensed", "Orang berizin", "People licensed", "perizinan", "licensing";
        /// Persons who were helped to sell.
        Marketed = "marketed", "Orang difasilitasi pemasaran", "People helped to market", "pemasaran", "marketing";
        /// Persons who keep books.
        KeepsBooks = "keeps_books", "Orang dengan laporan keuangan", "People who keep books", "pelaporan keuangan", "financial_reporting";
        /// Persons who received capital.
        Financed = "financed", "Orang menerima modal", "People financed", "permodalan", "capital";
    }
}

impl Indicator {
    /// The stage whose persons it counts.
    pub const fn stage(self) -> StageKind {
        match self {
            Self::Registered => StageKind::Registration,
            Self::Mentored => StageKind::Mentoring,
            Self::Trained => StageKind::Training,
            Self::Licensed => StageKind::Licensing,
            Self::Marketed => StageKind::Marketing,
            Self::KeepsBooks => StageKind::FinancialReporting,
            Self::Financed => StageKind::Capital,
        }
    }
}
