//! `migrate`: brings the schema and the reference data up to date.
use super::{NotDone, Screen, place::Place};
use db::{Migrated, SCHEMA_VERSION};

/// Does it.
pub fn run(place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
    let done = Migrated::bring(place.address())?;
    screen.line(told(done))?;
    Ok(())
}

/// What a migration did.
pub fn told(done: Migrated) -> String {
    let Migrated { steps, reference_rows } = done;
    if steps == 0 && reference_rows == 0 {
        return format!("up to date: schema step {SCHEMA_VERSION}");
    }
    format!("applied steps {steps}, reference rows {reference_rows}, schema step {SCHEMA_VERSION}")
}
