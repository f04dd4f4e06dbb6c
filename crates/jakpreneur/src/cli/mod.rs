//! The command line. A command at the shell acts as the operator.
mod backup;
mod bench;
mod demo;
mod export;
mod import;
mod machine;
mod migrate;
mod not_done;
mod output;
mod place;
mod progress;
mod report;
mod screen;
mod serve;
mod token;
pub mod user;
mod verify;

pub use machine::{clock, random};
pub use not_done::NotDone;
pub use progress::Progress;
pub use screen::Screen;

use clap::{Parser, Subcommand};
use place::Place;
use std::{path::PathBuf, process::ExitCode};

/// Runs an integrated entrepreneurship programme: registrations, services of seven stages, true figures.
#[derive(Debug, Parser)]
#[command(name = "jakpreneur", version, propagate_version = true)]
struct Line {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    User(user::User),
    Token(token::Token),
    Import(import::Import),
    /// Bring the schema and the reference data (regions, agencies) up to date; says what it did
    Migrate,
    Demo(demo::Demo),
    Report(Box<report::Report>),
    Export(Box<export::Export>),
    /// Make a consistent copy in one new file, while serving; the key is put beside it
    Backup {
        /// A file that is not there yet
        file: PathBuf,
    },
    /// Fill an empty database from a copy
    Restore {
        /// A file that `backup` made
        file: PathBuf,
    },
    Bench(bench::Bench),
    /// Re-hash the journal, rebuild every table from it, and compare every count with the list behind it
    Verify,
}

/// Does what the command line asks; 0 done, 1 refused or failed, 2 wrong usage.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let mut screen = Screen::of_process();
    match line.command.run(&line.place, &mut screen) {
        Ok(()) | Err(NotDone::Unread) => ExitCode::SUCCESS,
        Err(not_done) => {
            screen.complain(&not_done);
            ExitCode::FAILURE
        }
    }
}

impl Command {
    fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        match self {
            Self::Serve(serve) => serve.run(place, screen),
            Self::User(user) => user.run(place, screen),
            Self::Token(token) => token.run(place, screen),
            Self::Import(import) => import.run(place, screen),
            Self::Migrate => migrate::run(place, screen),
            Self::Demo(demo) => demo.run(place, screen),
            Self::Report(report) => report.run(place, screen),
            Self::Export(export) => export.run(place, screen),
            Self::Backup { file } => backup::backup(place, file, screen),
            Self::Restore { file } => backup::restore(place, file, screen),
            Self::Bench(bench) => bench.run(screen),
            Self::Verify => verify::run(place, screen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound_and_every_command_explains_itself() {
        let line = Line::command();
        line.clone().debug_assert();
        for command in line.get_subcommands() {
            assert!(command.get_about().is_some(), "{} has no word of help", command.get_name());
        }
    }
}
