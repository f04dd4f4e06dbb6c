//! `report`: the figures, as text, file or paper.
mod lines;
mod targets;

use super::{NotDone, Screen, output, place::Place};
use crate::{
    App, Problem,
    reports::{self, Answer, Narrowing, Words},
    words::Lang,
};
use clap::{Args, Subcommand, ValueEnum};
use documents::{print, table};
use std::path::PathBuf;

/// Print figures
#[derive(Debug, Args)]
pub struct Report {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// How many people reached which stage
    Stages(Stages),
    /// What was to be reached, and what became of it
    Targets(targets::Targets),
    /// Who was invited to the classes of a period, registered, was present and finished
    Training(lines::Training),
    /// How many businesses moved up, stayed and fell
    Growth(lines::Growth),
}

#[derive(Debug, Args)]
struct Stages {
    #[command(flatten)]
    asked: Asked,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where it is written; otherwise to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Which figures.
#[derive(Debug, Args)]
pub struct Asked {
    /// The last day that counts; today when not given
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// The journal position up to which it is known
    #[arg(long, value_name = "POSITION")]
    known_at: Option<String>,
    /// A region: `31.73`, `31.73.05`, or a kecamatan's name
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// An agency
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    /// `female` or `male`
    #[arg(long, value_name = "WORD")]
    sex: Option<String>,
    /// `starter` or `established`
    #[arg(long, value_name = "WORD")]
    track: Option<String>,
    /// `kuliner`, `fesyen`, `kerajinan`, `jasa` or `lainnya`
    #[arg(long, value_name = "WORD")]
    business_type: Option<String>,
    /// `counter`, `field`, `online` or `import`
    #[arg(long, value_name = "WORD")]
    channel: Option<String>,
    /// Registered on this day or later
    #[arg(long, value_name = "DATE")]
    registered_from: Option<String>,
    /// Registered on this day or earlier
    #[arg(long, value_name = "DATE")]
    registered_to: Option<String>,
    /// Up to three of `area:city`, `area:kecamatan`, `area:kelurahan`, `agency`, `business_type`,
    /// `sex`, `track`, `channel`, `month`, `year`, with commas between
    #[arg(long, value_name = "DIMENSION")]
    by: Option<String>,
    /// Whose stage numbers: `pergub` or `jakbar2022`
    #[arg(long, value_name = "NAME")]
    scheme: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Csv,
    Json,
    Xlsx,
    Pdf,
}

impl Report {
    /// Prints it.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let stages = match &self.what {
            What::Stages(stages) => stages,
            What::Targets(targets) => return targets.run(place, screen),
            What::Training(training) => return training.run(place, screen),
            What::Growth(growth) => return growth.run(place, screen),
        };
        let app = place.open()?;
        let (answer, narrowing) = stages.asked.answer(&app)?;
        let bytes = stages.format.bytes(&app, &answer, &narrowing)?;
        output::write(stages.out.as_deref(), screen, &bytes)
    }
}

impl Asked {
    /// The answer, as the operator sees it.
    pub fn answer(&self, app: &App) -> Result<(Answer, Narrowing), NotDone> {
        let narrowing = self.words().understand(&app.house).map_err(Problem::Invalid)?;
        let answer = reports::ask(&app.db, &app.house, &app.operator(), &narrowing)?;
        Ok((answer, narrowing))
    }

    fn words(&self) -> Words {
        Words {
            as_at: self.as_at.clone(),
            known_at: self.known_at.clone(),
            area: self.area.clone(),
            agency: self.agency.clone(),
            sex: self.sex.clone(),
            track: self.track.clone(),
            business_type: self.business_type.clone(),
            channel: self.channel.clone(),
            registered_from: self.registered_from.clone(),
            registered_to: self.registered_to.clone(),
            scheme: self.scheme.clone(),
            by: self.by.clone(),
            unknown: None,
        }
    }
}

impl Format {
    fn bytes(self, app: &App, answer: &Answer, asked: &Narrowing) -> Result<Vec<u8>, NotDone> {
        let (house, now) = (&app.house, app.house.now().civil());
        let operator = app.operator();
        let paper = || reports::paper(house, answer, &asked.by, Lang::Id, &operator.name, now);
        match self {
            Self::Text => Ok(reports::text(&paper()).into_bytes()),
            Self::Csv => csv(app, answer, asked),
            Self::Xlsx => xlsx(app, answer, asked),
            Self::Json => json(answer),
            Self::Pdf => print::report(&paper()).map_err(not_made),
        }
    }
}

/// The answer with its columns called as in the JSON answer.
pub fn csv(app: &App, answer: &Answer, asked: &Narrowing) -> Result<Vec<u8>, NotDone> {
    reports::plain(answer, &asked.by, app.house.now().civil()).map_err(not_made)
}

/// The answer as officers read it.
pub fn xlsx(app: &App, answer: &Answer, asked: &Narrowing) -> Result<Vec<u8>, NotDone> {
    let (house, now) = (&app.house, app.house.now().civil());
    reports::sheet(house, answer, &asked.by, Lang::Id, now, table::Format::Xlsx).map_err(not_made)
}

/// The answer exactly as the API gives it.
pub fn json(answer: &Answer) -> Result<Vec<u8>, NotDone> {
    serde_json::to_vec_pretty(answer).map_err(not_made)
}

fn not_made(why: impl std::fmt::Display) -> NotDone {
    NotDone::said(format!("the file was not made: {why}"))
}
