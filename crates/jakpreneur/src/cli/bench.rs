//! `bench`: the product's own benchmark.
use super::{NotDone, Screen, output, place::Place};
use crate::bench::{self, Line, Part, Size};
use clap::Args;
use db::Address;
use std::path::PathBuf;

/// Measure the product itself, beside its targets; with `--database postgres://…`, registrations and places on that server
#[derive(Debug, Args)]
pub struct Bench {
    /// Write the numbers here too, as JSON
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measure this part alone
    #[arg(long, value_enum, value_name = "PART")]
    only: Option<Part>,
    /// Members of the province
    #[arg(long, value_name = "N", default_value_t = Size::default().members)]
    members: u64,
    /// Members of the largest figures
    #[arg(long, value_name = "N", default_value_t = Size::default().facts)]
    facts: u32,
    /// Seconds of registrations in each of three rounds
    #[arg(long, value_name = "N", default_value_t = Size::default().seconds)]
    seconds: u64,
    /// A folder with room for it, on the disk to be measured
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

impl Bench {
    /// Measures and prints; leaves nothing behind.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let size = Size { members: self.members, facts: self.facts, seconds: self.seconds };
        let server = match place.address() {
            Address::Sqlite(_) => None,
            Address::Postgres(url) => Some(url.as_str()),
        };
        let mut lines: Vec<Line> = Vec::new();
        for part in Part::ALL {
            if self.only.is_some_and(|only| only != part) {
                continue;
            }
            let scratch = tempfile::Builder::new().prefix(".bench-").tempdir_in(&self.folder)?;
            screen.word(format_args!("measuring {part:?}"));
            lines.extend(bench::measure(part, size, scratch.path(), server)?);
        }
        screen.line(bench::table(&lines))?;
        match &self.json {
            Some(file) => output::write(Some(file), screen, bench::json(&lines).as_bytes()),
            None => Ok(()),
        }
    }
}
