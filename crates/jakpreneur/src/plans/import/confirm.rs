//! Laying out what a file holds.
use super::{
    super::{Draft, Revision, Wanted, lay_out, revise},
    Into, Tried,
};
use crate::{
    House, Problem,
    journal::{Asking, Change, Stamp},
};
use rules::PlanId;

/// A plan as a file left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The plan.
    pub plan: PlanId,
    /// Its version.
    pub version: i64,
    /// Where it was recorded.
    pub stamp: Stamp,
    /// Whether the same request had done it before.
    pub before: bool,
}

/// Lays out the good rows as a new plan, or in place of the lines of one; one act.
pub fn confirm(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    tried: &Tried,
) -> Result<Confirmed, Problem> {
    let lines = tried.rows.lines.clone();
    match tried.into.clone() {
        Into::New { agency, area, year, title, persons_target } => {
            let copied_from = None;
            let draft = Draft { agency, area, year, title, persons_target, lines, copied_from };
            let done = lay_out(tx, house, asking, &draft)?;
            let plan = done.event.plan;
            Ok(Confirmed { plan, version: 1, stamp: done.stamp, before: done.before })
        }
        Into::Plan { plan, version, reason } => {
            let (title, persons_target, lines) = (None, None, Wanted::These(lines));
            let revision = Revision { plan, version, title, persons_target, reason, lines };
            let done = revise(tx, house, asking, &revision)?;
            let version = done.event.version;
            Ok(Confirmed { plan, version, stamp: done.stamp, before: done.before })
        }
    }
}
