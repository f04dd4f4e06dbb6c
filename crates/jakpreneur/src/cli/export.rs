//! `export`: members, services and figures as files; personal data with its purpose, logged.
use super::{
    NotDone, Screen, output,
    output::Pending,
    place::Place,
    report::{Asked, csv, json, xlsx},
};
use crate::{App, Problem, people, reports, stages};
use clap::{Args, Subcommand, ValueEnum};
use std::{fs::File, path::PathBuf};

/// Take members, services or figures away as a file
#[derive(Debug, Args)]
pub struct Export {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Every member, with full NIK; the file can be imported again
    Members(Personal),
    /// Every service, with full NIK; those finished can be imported again
    Services(Personal),
    /// The stage figures
    Figures {
        #[command(flatten)]
        asked: Box<Asked>,
        #[command(flatten)]
        file: Taken,
    },
}

#[derive(Debug, Args)]
struct Personal {
    /// What the personal data is for; it is logged
    #[arg(long, value_name = "TEXT")]
    purpose: String,
    #[command(flatten)]
    file: Taken,
}

#[derive(Debug, Args)]
struct Taken {
    /// How it is written
    #[arg(long, value_enum)]
    format: Format,
    /// Where it is written; otherwise to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Json,
}

impl Export {
    /// Does it, as the operator.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let app = place.open()?;
        match &self.what {
            What::Members(personal) => personal.run(&app, screen, people::export::<File>),
            What::Services(personal) => personal.run(&app, screen, stages::export::<File>),
            What::Figures { asked, file } => figures(&app, asked, file, screen),
        }
    }
}

type Exporting = fn(
    &App,
    &std::sync::Arc<crate::staff::Officer>,
    &str,
    reports::Format,
    File,
) -> Result<(File, u64), Problem>;

impl Personal {
    fn run(&self, app: &App, screen: &mut Screen, export: Exporting) -> Result<(), NotDone> {
        let out = self.file.out.as_deref();
        let mut pending = Pending::for_output(out)?;
        let file = pending.file().try_clone()?;
        let format = self.file.format.of_reports();
        let (_, rows) = export(app, &app.operator(), &self.purpose, format, file)?;
        pending.keep(out, screen)?;
        screen.word(format_args!("exported {rows} rows"));
        Ok(())
    }
}

fn figures(app: &App, asked: &Asked, file: &Taken, screen: &mut Screen) -> Result<(), NotDone> {
    let (answer, narrowing) = asked.answer(app)?;
    let bytes = match file.format {
        Format::Csv => csv(app, &answer, &narrowing)?,
        Format::Xlsx => xlsx(app, &answer, &narrowing)?,
        Format::Json => json(&answer)?,
    };
    reports::log_taken(app, &app.operator(), &answer)?;
    output::write(file.out.as_deref(), screen, &bytes)
}

impl Format {
    fn of_reports(self) -> reports::Format {
        match self {
            Self::Csv => reports::Format::Csv,
            Self::Xlsx => reports::Format::Xlsx,
            Self::Json => reports::Format::Json,
        }
    }
}
