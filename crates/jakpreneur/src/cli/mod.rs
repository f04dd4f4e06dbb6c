//! The command line. A command at the shell acts as the operator.
mod machine;
mod migrate;
mod not_done;
mod place;
mod screen;
mod serve;

pub use machine::{clock, random};
pub use not_done::NotDone;
pub use screen::Screen;

use clap::{Parser, Subcommand};
use place::Place;
use std::process::ExitCode;

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
    Migrate(migrate::Migrate),
}

/// Does what the command line asks; 0 done, 1 refused or failed, 2 wrong usage.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let mut screen = Screen::of_process();
    match line.command.run(&line.place, &mut screen) {
        Ok(()) => ExitCode::SUCCESS,
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
            Self::Migrate(migrate) => migrate.run(place, screen),
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
