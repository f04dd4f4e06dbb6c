//! `report targets`: targets beside what became of them, as text, file or paper.
use super::{Format, not_made};
use crate::{
    App, Problem,
    cli::{NotDone, Screen, output, place::Place},
    reports,
    targets::{self, Answer, Asked},
    words::Lang,
};
use clap::Args;
use documents::{print, table};
use std::path::PathBuf;

/// Which targets, and how they are printed.
#[derive(Debug, Args)]
pub struct Targets {
    /// The last day that counts; today when not given
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// The journal position up to which records and targets are known
    #[arg(long, value_name = "POSITION")]
    known_at: Option<String>,
    /// Targets of this region and of those inside it
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// Targets of this agency
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    /// Counting only who registered on this day or later
    #[arg(long, value_name = "DATE")]
    registered_from: Option<String>,
    /// Counting only who registered on this day or earlier
    #[arg(long, value_name = "DATE")]
    registered_to: Option<String>,
    /// `registered`, `mentored`, `trained`, `licensed`, `marketed`, `keeps_books` or `financed`
    #[arg(long, value_name = "WORD")]
    indicator: Option<String>,
    /// `2018-2022`, `2020`, `2020-Q4` or `2020-12`
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    /// What each realisation is divided by: `agency`, `area:city`, `area:kecamatan`, `area:kelurahan`
    /// or `month`
    #[arg(long, value_name = "DIMENSION")]
    by: Option<String>,
    /// Whose stage numbers; targets name kinds of stages, so it changes nothing
    #[arg(long, value_name = "NAME")]
    scheme: Option<String>,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where it is written; otherwise to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Targets {
    /// Prints them.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let app = place.open()?;
        let selection = self.asked().understand(&app.house).map_err(Problem::Invalid)?;
        let answer = targets::ask(&app.db, &app.house, &app.operator(), &selection)?;
        output::write(self.out.as_deref(), screen, &self.bytes(&app, &answer)?)
    }

    fn asked(&self) -> Asked {
        Asked {
            as_at: self.as_at.clone(),
            known_at: self.known_at.clone(),
            area: self.area.clone(),
            agency: self.agency.clone(),
            registered_from: self.registered_from.clone(),
            registered_to: self.registered_to.clone(),
            indicator: self.indicator.clone(),
            period: self.period.clone(),
            by: self.by.clone(),
            scheme: self.scheme.clone(),
        }
    }

    fn bytes(&self, app: &App, answer: &Answer) -> Result<Vec<u8>, NotDone> {
        let (house, now) = (&app.house, app.house.now().civil());
        let operator = app.operator();
        let paper = || targets::paper(house, answer, Lang::Id, &operator.name, now);
        match self.format {
            Format::Text => Ok(reports::text(&paper()).into_bytes()),
            Format::Csv => targets::plain(answer, now).map_err(not_made),
            Format::Xlsx => {
                let format = table::Format::Xlsx;
                targets::sheet(house, answer, Lang::Id, now, format).map_err(not_made)
            }
            Format::Json => serde_json::to_vec_pretty(answer).map_err(not_made),
            Format::Pdf => print::report(&paper()).map_err(not_made),
        }
    }
}
