//! What stands of a member's business, month by month, opened.
use super::{Told, rows};
use crate::{House, people::MemberRow};
use db::{Position, Result, Tx};
use rules::{
    Date,
    growth::{Measurement, Month, Source},
};

/// What stands for a month.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The month.
    pub month: Month,
    /// Where it was recorded in the journal.
    pub position: Position,
    /// The day on which assets and workers were so.
    pub measured_on: Date,
    /// Where it comes from.
    pub source: Source,
    /// Whether growth is counted from here.
    pub is_baseline: bool,
    /// Amounts and workers; nothing once the person is erased.
    pub told: Told,
}

impl Standing {
    /// As the rules take it.
    pub fn measurement(&self) -> Measurement {
        Measurement {
            month: self.month,
            measured_on: self.measured_on,
            turnover: self.told.turnover,
            assets: self.told.assets,
            workers: self.told.workers(),
            is_baseline: self.is_baseline,
        }
    }
}

/// The months told of a member whom the caller was let to see, oldest first.
pub fn series_of(tx: &mut Tx<'_>, house: &House, member: &MemberRow) -> Result<Vec<Standing>> {
    let key = member.salt.map(|salt| house.seal.person_key(member.keyed_by, &salt));
    let open = |row: rows::StandingRow| Standing {
        month: row.month,
        position: row.position,
        measured_on: row.measured_on,
        source: row.source,
        is_baseline: row.is_baseline,
        told: key
            .as_ref()
            .and_then(|key| Told::open(key, member.id, &row.told))
            .unwrap_or_default(),
    };
    Ok(rows::standing(tx, member.id)?.into_iter().map(open).collect())
}
