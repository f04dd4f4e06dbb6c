//! `migrate`: brings the schema and the reference data up to date.
use super::{NotDone, Screen, place::Place};
use clap::Args;
use db::{Migrated, SCHEMA_VERSION};

/// Bring the schema and the reference data (regions, agencies) up to date; says what it did
#[derive(Debug, Args)]
pub struct Migrate {}

impl Migrate {
    /// Does it.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let done = Migrated::bring(place.address())?;
        screen.line(told(done))?;
        Ok(())
    }
}

/// What a migration did.
pub fn told(done: Migrated) -> String {
    let Migrated { steps, reference_rows } = done;
    if steps == 0 && reference_rows == 0 {
        return format!("up to date: schema step {SCHEMA_VERSION}");
    }
    format!("applied steps {steps}, reference rows {reference_rows}, schema step {SCHEMA_VERSION}")
}
