//! Which tables are published; together they are all that is.
use crate::{
    reports::By,
    words::{Lang, OpenData},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A published table: persons by stage, told apart by one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpenDataTable)]
pub enum Table {
    /// By province, city and kecamatan.
    StagesByArea,
    /// By sex.
    StagesBySex,
    /// By trade.
    StagesByBusinessType,
    /// By year of registration.
    StagesByYear,
}

impl Table {
    /// Every one.
    pub const ALL: [Self; 4] =
        [Self::StagesByArea, Self::StagesBySex, Self::StagesByBusinessType, Self::StagesByYear];

    /// The word in addresses and names of files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::StagesByArea => "stages-by-area",
            Self::StagesBySex => "stages-by-sex",
            Self::StagesByBusinessType => "stages-by-business-type",
            Self::StagesByYear => "stages-by-year",
        }
    }

    /// The table with this word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|table| table.word() == word)
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> &'static str {
        let w = OpenData::of(lang);
        match self {
            Self::StagesByArea => w.by_area,
            Self::StagesBySex => w.by_sex,
            Self::StagesByBusinessType => w.by_business_type,
            Self::StagesByYear => w.by_year,
        }
    }

    /// What its rows below the whole are told apart by; areas by kecamatan, too.
    pub(super) const fn by(self) -> By {
        match self {
            Self::StagesByArea => By::City,
            Self::StagesBySex => By::Sex,
            Self::StagesByBusinessType => By::BusinessType,
            Self::StagesByYear => By::Year,
        }
    }
}
