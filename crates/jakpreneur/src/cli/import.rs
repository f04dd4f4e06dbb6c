//! `import`: files of members, of services and of targets, as the operator.
use super::{NotDone, Screen, place::Place};
use crate::{
    App,
    imports::{self, Job, Kind, NewImport, State},
};
use clap::{Args, Subcommand};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rules::{Agency, Scheme};
use std::{
    io::IsTerminal,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// Import a CSV or XLSX file; the same file again changes nothing
#[derive(Debug, Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Register the residents of a file
    Members(Sent),
    /// Set the targets of a file; another value with another basis is a new version
    Targets(Sent),
    /// Record the services of a file
    Services {
        #[command(flatten)]
        sent: Sent,
        /// Lets codes P1 to P7 count as stages: `pergub` or `jakbar2022`
        #[arg(long, value_name = "NAME", value_parser = scheme)]
        scheme: Option<Scheme>,
    },
    /// Record the permits of a file
    Licences(Sent),
    /// Record what a file tells of businesses, month by month
    Measurements(Sent),
    /// Record the support that members of a file got beside the stages
    Support(Sent),
}

#[derive(Debug, Args)]
struct Sent {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Check everything and record nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the rows that are refused here, in the same format, with the reasons
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Whose rows they are where the file does not say
    #[arg(long, value_name = "CODE")]
    agency: Option<Agency>,
}

fn scheme(word: &str) -> Result<Scheme, String> {
    Scheme::of_word(word).ok_or_else(|| "neither pergub nor jakbar2022".to_owned())
}

impl Import {
    /// Imports the file into a database that is brought up to date first.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let (app, _) = place.migrate_and_open()?;
        self.run_in(&app, screen)
    }

    /// Imports the file; the last line says what became of its rows.
    pub fn run_in(&self, app: &App, screen: &mut Screen) -> Result<(), NotDone> {
        let (kind, sent, scheme) = match &self.what {
            What::Members(sent) => (Kind::Members, sent, None),
            What::Targets(sent) => (Kind::Targets, sent, None),
            What::Services { sent, scheme } => (Kind::Services, sent, *scheme),
            What::Licences(sent) => (Kind::Licences, sent, None),
            What::Support(sent) => (Kind::Support, sent, None),
            What::Measurements(sent) => (Kind::Measurements, sent, None),
        };
        sent.check()?;
        let new = sent.as_import(kind, scheme);
        let mut progress = Progress::new();
        let done =
            imports::import_file(app, &sent.file, &new, &mut |job| progress.note(job, screen));
        progress.end();
        let job = done?;
        if !job.unknown_columns.is_empty() {
            screen.line(format_args!("unknown columns: {}", job.unknown_columns.join(", ")))?;
        }
        if let (State::Failed, Some(failure)) = (job.state, job.failure) {
            return Err(not_read(&sent.file, &job, failure));
        }
        if let Some(rejects) = &sent.rejects {
            imports::write_rejects(app, &job, rejects)?;
        }
        screen.line(job.counts)?;
        Ok(())
    }
}

fn not_read(file: &Path, job: &Job, failure: imports::Failure) -> NotDone {
    let before = match job.counts.rows() {
        0 => String::new(),
        _ => format!(" (before it broke off: {})", job.counts),
    };
    NotDone::said(format!("{}: {failure}{before}", file.display()))
}

impl Sent {
    /// The rows that go back must not take the place of the file they come from.
    fn check(&self) -> Result<(), NotDone> {
        let same = |other: &PathBuf| {
            let (one, other) = (self.file.canonicalize(), other.canonicalize());
            matches!((one, other), (Ok(one), Ok(other)) if one == other)
        };
        if self.rejects.as_ref().is_some_and(same) {
            return Err(NotDone::said("--rejects names the file that is imported"));
        }
        Ok(())
    }

    fn as_import(&self, kind: Kind, scheme: Option<Scheme>) -> NewImport {
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned());
        NewImport {
            act_id: None,
            kind,
            file_name: name.unwrap_or_default(),
            agency: self.agency,
            scheme,
            dry_run: self.dry_run,
        }
    }
}

/// How far the file is: a bar on a terminal, lines elsewhere.
struct Progress {
    bar: Option<ProgressBar>,
    next_word: i64,
}

/// A line elsewhere comes after so many rows.
const EVERY: i64 = 50_000;

impl Progress {
    fn new() -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            let style =
                ProgressStyle::with_template("{spinner} {human_pos} rows  {per_sec}  {msg}");
            bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
        });
        Self { bar, next_word: EVERY }
    }

    fn note(&mut self, job: &Job, screen: &mut Screen) -> ControlFlow<()> {
        let rows = job.counts.rows();
        match &self.bar {
            Some(bar) => {
                bar.set_position(u64::try_from(rows).unwrap_or_default());
                bar.set_message(job.counts.to_string());
            }
            None if rows >= self.next_word => {
                self.next_word = rows - rows % EVERY + EVERY;
                screen.word(format_args!("line {}: {}", job.line, job.counts));
            }
            None => {}
        }
        ControlFlow::Continue(())
    }

    fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
