//! `demo`: synthetic people and services in an empty database.
use super::{NotDone, Progress, Screen, place::Place};
use crate::{App, demo};
use clap::Args;

/// Write synthetic, realistic members and services into an empty database
#[derive(Debug, Args)]
pub struct Demo {
    /// How many: 3796 are the published scenes, more fill the province as at 2 March 2021
    #[arg(long, value_name = "N", default_value_t = demo::Demo::default().members)]
    members: u64,
    /// The same seed tells the same story
    #[arg(long, value_name = "S", default_value_t = demo::Demo::default().seed)]
    seed: u64,
}

impl Demo {
    /// Does it.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let (app, _) = place.migrate_and_open()?;
        tell(&app, demo::Demo { members: self.members, seed: self.seed }, screen)
    }
}

/// Writes a demonstration and says what was written.
pub fn tell(app: &App, demo: demo::Demo, screen: &mut Screen) -> Result<(), NotDone> {
    let mut progress = Progress::default();
    let told = demo::tell(app, demo, &mut |what, done, of| progress.at(what, done, of))?;
    drop(progress);
    screen.line(format_args!("written {} members, {} services", told.members, told.services))?;
    Ok(())
}
