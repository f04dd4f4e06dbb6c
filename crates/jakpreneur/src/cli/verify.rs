//! `verify`: whether the journal is whole, and everything else follows from it.
use super::{NotDone, Progress, Screen, place::Place};
use crate::verify::{NotVerified, verify};

/// Does it; the first difference is why it is not done.
pub fn run(place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
    let app = place.open()?;
    let mut progress = Progress::default();
    let verified = verify(&app, &mut |what, done, of| progress.at(what, done, of));
    drop(progress);
    let verified = verified.map_err(|not| match not {
        NotVerified::Differs(difference) => NotDone::said(format!("not verified: {difference}")),
        NotVerified::Problem(problem) => problem.into(),
    })?;
    screen.line(format_args!(
        "verified: {} entries of the journal, {} rows of {} tables rebuilt the same, {} figures counted the same",
        verified.entries, verified.rows, verified.tables, verified.figures
    ))?;
    Ok(())
}
