//! A target from a row of a file: set, or a new version where the row rests on something new.
use super::{Draft, Revision, Target, revise, rows, set};
use crate::{
    Code, House, Problem,
    journal::{Asking, Change},
};
use db::Tx;

/// Records what a row says; answers whether anything is new. Another value without another basis is
/// refused: a target is never edited, and a file holds no other reason.
pub fn enter(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    draft: &Draft,
) -> Result<bool, Problem> {
    match rows::same(tx, draft)? {
        None => set(tx, house, asking, draft).map(|_| true),
        Some(now) if !differs(&now, draft)? => Ok(false),
        Some(now) => {
            let revision = Revision {
                version: now.version,
                target: draft.target.to_string(),
                basis: draft.basis.clone(),
                reason: draft.basis.clone(),
            };
            revise(tx, asking, now.id, &revision).map(|_| true)
        }
    }
}

/// What recording the row would say, with nothing written.
pub fn would_enter(tx: &mut Tx<'_>, draft: &Draft) -> Result<bool, Problem> {
    rows::same(tx, draft)?.map_or(Ok(true), |now| differs(&now, draft))
}

fn differs(now: &Target, draft: &Draft) -> Result<bool, Problem> {
    let same_basis = draft.basis.is_empty() || draft.basis == now.basis;
    match (now.target == draft.target, same_basis) {
        (true, true) => Ok(false),
        (false, true) => Err(Problem::Refused(Code::TargetThere)),
        (true | false, false) => Ok(true),
    }
}
