//! Partners of the programme: universities, companies, marketplaces, ministries; what they give by agreement, and
//! what they take part in (S3: "with the Ministry of Industry").

use crate::worded::worded;
use jiff::civil::Date;

worded! {
    /// What kind of house a partner is.
    named => PartnerKind {
        /// A university.
        University = "university", "Perguruan tinggi", "University", "universitas", "kampus";
        /// A company.
        Company = "company", "Perusahaan", "Company";
        /// A marketplace.
        Marketplace = "marketplace", "Lokapasar", "Marketplace";
        /// A ministry or another body of the state.
        Ministry = "ministry", "Kementerian atau lembaga", "Ministry", "kementerian";
        /// Any other.
        Other = "other", "Lainnya", "Other";
    }
}

worded! {
    /// What a partner gives by an agreement.
    named => Given {
        /// Training.
        Training = "training", "Pelatihan", "Training";
        /// Mentoring.
        Mentoring = "mentoring", "Pendampingan", "Mentoring";
        /// Marketing.
        Marketing = "marketing", "Pemasaran", "Marketing";
        /// Production tools.
        Tools = "tools", "Alat produksi", "Production tools";
    }
}

worded! {
    /// What a partner took part in.
    named => PartKind {
        /// A class.
        Class = "class", "Kelas", "Class";
        /// A visit of a mentor.
        Visit = "visit", "Kunjungan", "Visit";
        /// A handover of production tools.
        Tools = "tools", "Alat produksi", "Production tools";
    }
}

/// Why something about a partner is refused; displays as its stable code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// A partner of that kind has that name.
    #[error("partner-there")]
    There,
    /// An agreement that ends before it begins.
    #[error("agreement-period")]
    Period,
    /// Nothing is given.
    #[error("agreement-gives")]
    Gives,
    /// The partner has taken part in it already.
    #[error("part-there")]
    PartThere,
    /// The partner takes no part in it.
    #[error("part-gone")]
    PartGone,
}

impl Refused {
    /// The stable slug.
    pub const fn code(self) -> &'static str {
        match self {
            Self::There => "partner-there",
            Self::Period => "agreement-period",
            Self::Gives => "agreement-gives",
            Self::PartThere => "part-there",
            Self::PartGone => "part-gone",
        }
    }
}

/// Whether an agreement may be kept with this period and these gifts.
pub fn may_agree(starts_on: Date, ends_on: Date, gives: &[Given]) -> Result<(), Refused> {
    if ends_on < starts_on {
        return Err(Refused::Period);
    }
    if gives.is_empty() { Err(Refused::Gives) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agreement_gives_something_for_some_days() {
        let (day, before) = (Date::constant(2022, 3, 1), Date::constant(2022, 2, 28));
        assert_eq!(may_agree(day, day, &[Given::Tools]), Ok(()));
        assert_eq!(may_agree(day, before, &[Given::Tools]), Err(Refused::Period));
        assert_eq!(may_agree(day, day, &[]), Err(Refused::Gives));
    }
}
