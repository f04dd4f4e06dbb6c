//! What must be known to read a table: concept, unit, formula, source, licence.
use super::Table;
use crate::words::{Lang, OpenData, fill};
use rules::{Date, disclosure::SMALLEST};
use serde::Serialize;
use utoipa::ToSchema;

/// About a table, Indonesian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = OpenDataMetadata)]
pub struct Metadata {
    /// What it is called.
    pub title: &'static str,
    /// What is counted.
    pub concept: &'static str,
    /// In what.
    pub unit: &'static str,
    /// How it is counted.
    pub formula: &'static str,
    /// What is not shown.
    pub hidden: String,
    /// Where the records come from.
    pub source: &'static str,
    /// What anybody may do with it.
    pub licence: &'static str,
    /// What areas are named by.
    pub codes: &'static str,
    /// The last day that counts.
    #[schema(value_type = String, format = Date)]
    pub as_at: Date,
    /// The journal position up to which it is known.
    pub known_at: i64,
}

impl Metadata {
    /// About a table of a publication.
    pub fn of(table: Table, (as_at, known_at): (Date, i64), lang: Lang) -> Self {
        let w = OpenData::of(lang);
        Self {
            title: table.title(lang),
            concept: w.concept,
            unit: w.unit,
            formula: w.formula,
            hidden: fill(w.hidden_note, &[("n", &SMALLEST.to_string())]),
            source: w.source,
            licence: w.licence,
            codes: w.codes,
            as_at,
            known_at,
        }
    }
}
