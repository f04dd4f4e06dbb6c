//! Whether the journal is whole, and everything else follows from it.
mod chain;
mod count;
mod difference;
mod figures;
mod growth;
mod rebuild;
mod releases;
mod replay;
mod tables;

pub use difference::{Difference, NotVerified};
pub use tables::KEPT;

use crate::{App, Problem};
use rebuild::Rebuilt;

/// What was verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Entries of the journal, each bound to the one before.
    pub entries: u64,
    /// Tables that were rebuilt.
    pub tables: u64,
    /// Rows that came out the same.
    pub rows: u64,
    /// Figures that were counted anew and came out the same.
    pub figures: u64,
}

/// Is told how far the work is: what, how many are done, of how many.
pub type Telling<'t> = &'t mut dyn FnMut(&str, u64, u64);

/// Re-hashes the journal, rebuilds every table from it beside the live ones, and counts every figure
/// anew. Stops at the first difference. Blocks.
pub fn verify(app: &App, telling: Telling<'_>) -> Result<Verified, NotVerified> {
    crate::board::bring_up_to_date(&app.db, &app.house)?;
    let mut verified = Verified::default();
    let rebuilt = app.db.look(|live| {
        live.unhurried().map_err(Problem::from)?;
        let end = chain::follow(live, telling)?;
        verified.entries = u64::try_from(end.position).unwrap_or_default();
        let rebuilt = Rebuilt::of(app, live, &end, telling)?;
        for table in tables::derived(live)? {
            verified.tables += 1;
            verified.rows += tables::compare(live, &rebuilt.db, &table, telling)?;
        }
        verified.rows += releases::compare(live)?;
        Ok::<_, NotVerified>(rebuilt)
    })?;
    let house = rebuilt.counted(app)?;
    verified.figures = figures::compare(app, &rebuilt.db, &house, telling)?;
    verified.figures += count::compare(app, &rebuilt.db, &house)?;
    verified.figures += growth::compare(app, &rebuilt.db, &house)?;
    Ok(verified)
}
