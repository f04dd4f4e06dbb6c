//! Which columns a file of each kind may have, and must.
use super::{super::Kind, Column};

/// What a file that came back once more carries: known, and ignored.
const REASONS: &str = "Alasan";
/// The same of permits, whose files say by `Alasan` why the issuer refused.
const REASONS_OF_LICENCES: &str = "Alasan Kembali";

impl Kind {
    /// The columns a file of this kind may have.
    pub(super) fn columns(self) -> &'static [Column] {
        use Column::{
            Address, Agency, Area, Assets, Basis, BirthDate, BusinessType, Channel, Confirmed,
            CorrectionReason, Email, ExpiresOn, Indicator, IssuedOn, Issuer, Kecamatan, Kelurahan,
            LicenceKind, LicenceNumber, LicenceState, MeasuredOn, MenPaid, MenUnpaid, Month, Name,
            Nik, Note, OccurredOn, Period, Phone, Refusal, RegisteredOn, RequestedOn, Rule, Sex,
            Source, Stage, Standing, SupportKind, SupportValue, SupportWhat, Target, TargetGroups,
            Track, Turnover, WomenPaid, WomenUnpaid,
        };
        match self {
            Self::Members => &[
                Nik,
                Name,
                Sex,
                BirthDate,
                Phone,
                Email,
                Kelurahan,
                Kecamatan,
                Address,
                BusinessType,
                Track,
                TargetGroups,
                Agency,
                RegisteredOn,
                Channel,
            ],
            Self::Services => &[Nik, Stage, OccurredOn, Agency, Kecamatan, Note, Standing],
            Self::Licences => &[
                Nik,
                LicenceKind,
                LicenceNumber,
                Issuer,
                RequestedOn,
                IssuedOn,
                ExpiresOn,
                LicenceState,
                Refusal,
                Agency,
                Note,
            ],
            Self::Measurements => &[
                Nik,
                Month,
                Turnover,
                Assets,
                WomenPaid,
                WomenUnpaid,
                MenPaid,
                MenUnpaid,
                Source,
                MeasuredOn,
                Confirmed,
                CorrectionReason,
                Agency,
            ],
            Self::Support => &[Nik, SupportKind, OccurredOn, SupportWhat, SupportValue, Agency],
            Self::Targets => &[Indicator, Agency, Area, Period, Target, Basis, Rule],
        }
    }

    /// The column in which its rows come back with the reasons.
    pub fn reasons(self) -> &'static str {
        match self {
            Self::Members | Self::Services | Self::Measurements | Self::Support | Self::Targets => {
                REASONS
            }
            Self::Licences => REASONS_OF_LICENCES,
        }
    }

    /// Those it must have: of each group one.
    pub(super) fn required(self) -> &'static [&'static [Column]] {
        match self {
            Self::Members => &[
                &[Column::Nik],
                &[Column::Name],
                &[Column::Kelurahan, Column::Kecamatan],
                &[Column::RegisteredOn],
            ],
            Self::Services => &[&[Column::Nik], &[Column::Stage], &[Column::OccurredOn]],
            Self::Licences => &[&[Column::Nik], &[Column::LicenceKind]],
            Self::Measurements => &[&[Column::Nik], &[Column::Month]],
            Self::Support => &[
                &[Column::Nik],
                &[Column::SupportKind],
                &[Column::OccurredOn],
                &[Column::SupportWhat],
            ],
            Self::Targets => &[
                &[Column::Indicator],
                &[Column::Area],
                &[Column::Period],
                &[Column::Target],
                &[Column::Rule],
            ],
        }
    }
}
