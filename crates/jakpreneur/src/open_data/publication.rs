//! What is published: tables whose hidden cells hold no number.
use super::Table;
use rules::{Date, StageKind};
use serde::Serialize;
use utoipa::ToSchema;

/// All tables of one state of the records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The last day that counts: the end of a month.
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
    /// Whether it stays as it is for this month: it does when it is as known when the last month ended, which
    /// a programme that has just begun cannot be.
    pub settled: bool,
    /// Every table.
    pub tables: Vec<OpenTable>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTable {
    /// Which.
    pub table: Table,
    /// Its rows, the whole first.
    pub rows: Vec<OpenRow>,
}

/// A row: a group of persons, and how many of them reached which stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenDataRow)]
pub struct OpenRow {
    /// `province`, `city` or `kecamatan` of an area, `group` of anything else.
    pub level: &'static str,
    /// The Kemendagri code of an area, otherwise the group's word; null for those of whom it is not known.
    #[schema(example = "31.73")]
    pub code: Option<String>,
    /// The BPS code, of province and cities.
    #[schema(example = "3174")]
    pub bps_code: Option<String>,
    /// Its name, Indonesian.
    pub label: String,
    /// Persons by stage.
    pub cells: Vec<Cell>,
}

/// How many persons of a group reached a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenDataCell)]
pub struct Cell {
    /// The stage's word.
    #[schema(value_type = String)]
    pub stage: StageKind,
    /// Persons; null where the number is hidden.
    pub persons: Option<u64>,
}

impl Publication {
    /// One of its tables.
    pub fn table(&self, table: Table) -> Option<&OpenTable> {
        self.tables.iter().find(|it| it.table == table)
    }
}
