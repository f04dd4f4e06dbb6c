//! A file that was read and waits for the officer's word.
use super::{Rows, rows};
use crate::{House, Problem, journal::Change, staff::Officer};
use rules::{
    Agency, Instant, PlanId, RegionCode,
    training::plan::{Sums, total},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A file that was read, and what is to become of its lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// What is to become of the lines.
    pub into: Into,
    /// What the file was called.
    pub file_name: String,
    /// Whether it is a workbook.
    pub workbook: bool,
    /// What is in it.
    pub rows: Rows,
}

/// What is to become of the lines of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Into {
    /// A new plan.
    New {
        /// Whose.
        agency: Agency,
        /// For where.
        area: RegionCode,
        /// For when.
        year: i16,
        /// What it is called.
        title: String,
        /// How many people it is to reach.
        persons_target: u32,
    },
    /// They take the place of the lines of a plan.
    Plan {
        /// The plan.
        plan: PlanId,
        /// The version that was looked at.
        version: i64,
        /// Why.
        reason: String,
    },
}

impl Tried {
    /// What the good rows come to.
    pub fn sums(&self) -> Sums {
        total(&self.rows.lines)
    }
}

/// So long a file waits, in microseconds: seven days.
const KEPT: i64 = 7 * 24 * 3_600_000_000;

/// Keeps a file for whoever sent it, and forgets those nobody came back for.
pub fn keep(
    tx: &mut Change<'_>,
    house: &House,
    officer: &Officer,
    tried: &Tried,
) -> Result<Uuid, Problem> {
    let (id, now) = (house.new_id(), house.now());
    rows::forget_before(tx, Instant(now.0 - KEPT))?;
    rows::add(tx, house, officer, id, tried)?;
    Ok(id)
}
