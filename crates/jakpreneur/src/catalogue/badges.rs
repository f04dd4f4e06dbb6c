//! What a seller's permits of today say about a product.
use crate::licences;
use db::{Result, Tx};
use rules::{
    Date, MemberId,
    licensing::{LicenceKind, Validity},
};

/// A permit that buyers ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Badge {
    /// Halal, by either path.
    Halal,
    /// SPP-IRT.
    HomeFood,
    /// BPOM MD.
    FoodAgency,
    /// NIB.
    Nib,
    /// A registered trademark.
    Trademark,
    /// SNI.
    Standard,
}

impl Badge {
    /// What stands on the screen, in either language.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Halal => "Halal",
            Self::HomeFood => "P-IRT",
            Self::FoodAgency => "BPOM",
            Self::Nib => "NIB",
            Self::Trademark => "Merek",
            Self::Standard => "SNI",
        }
    }

    fn of(kind: LicenceKind) -> Option<Self> {
        const KINDS: [(LicenceKind, Badge); 7] = [
            (LicenceKind::HALAL_DECLARED, Badge::Halal),
            (LicenceKind::HALAL_REGULAR, Badge::Halal),
            (LicenceKind::HOME_FOOD, Badge::HomeFood),
            (LicenceKind::BPOM, Badge::FoodAgency),
            (LicenceKind::NIB, Badge::Nib),
            (LicenceKind::TRADEMARK, Badge::Trademark),
            (LicenceKind::NATIONAL_STANDARD, Badge::Standard),
        ];
        KINDS.into_iter().find(|(it, _)| *it == kind).map(|(_, badge)| badge)
    }
}

/// The badges of a member's permits that are good on a day, each once.
pub(super) fn on(tx: &mut Tx<'_>, member: MemberId, day: Date) -> Result<Vec<Badge>> {
    let all = licences::of_member(tx, member)?;
    let good = all.iter().filter(|it| it.validity_on(day) == Some(Validity::Valid));
    let mut badges: Vec<Badge> = good.filter_map(|it| Badge::of(it.kind)).collect();
    badges.sort();
    badges.dedup();
    Ok(badges)
}
