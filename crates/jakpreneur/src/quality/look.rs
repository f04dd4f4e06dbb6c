//! Looking through the records of a scope.
use super::records::{Looked, Records, records};
use crate::{House, Problem, staff::Scope};
use db::{Position, Tx};
use jiff::ToSpan;
use rules::{Date, RegionCode};
use std::sync::MutexGuard;

/// So many months without contact are looked for, if nothing else is asked.
const MONTHS: u8 = 6;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// So many months without contact, 1 to 60.
    pub months: u8,
    /// Records of this office alone.
    pub office: Option<RegionCode>,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { months: MONTHS, office: None }
    }
}

/// The records of a scope, and the day since when contact is looked for.
pub(super) struct Looking<'h> {
    records: MutexGuard<'h, Records>,
    scope: &'h Scope,
    office: Option<RegionCode>,
    /// Who had no contact since this day has had none for long.
    pub since: Date,
}

/// Looks at everything within scope.
pub(super) fn look<'h>(
    tx: &mut Tx<'_>,
    house: &'h House,
    scope: &'h Scope,
    wanted: Wanted,
) -> Result<Looking<'h>, Problem> {
    let since = house.today().saturating_sub(i32::from(wanted.months).months());
    Ok(Looking { records: records(tx, house)?, scope, office: wanted.office, since })
}

impl Looking<'_> {
    /// The records, the oldest first.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = (Position, &Looked)> {
        let all = self.records.all.iter().map(|(position, record)| (*position, record));
        all.filter(|(_, record)| {
            self.scope.covers(&record.agency, record.office)
                && self.office.is_none_or(|only| record.office.within(&only))
        })
    }
}
