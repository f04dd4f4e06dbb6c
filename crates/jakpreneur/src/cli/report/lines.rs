//! `report training` and `report growth`: the lines that a release would freeze, as text, file or paper.
use super::{Format, not_made};
use crate::{
    App,
    cli::{NotDone, Screen, output, place::Place},
    releases::{self, Document, Kind, Line, ReleaseForm, ScopeFrozen},
    reports::{self, Words},
    words::Lang,
};
use clap::Args;
use documents::{print, table};
use rules::Date;
use serde::Serialize;
use std::path::PathBuf;

/// What both ask.
#[derive(Debug, Args)]
struct Asked {
    /// The last day that counts; today when not given
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// A region: `31.73`, `31.73.05`, or a kecamatan's name
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// An agency
    #[arg(long, value_name = "CODE")]
    agency: Option<String>,
    /// How it is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Where it is written; otherwise to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Which classes.
#[derive(Debug, Args)]
pub struct Training {
    /// The period in which classes begin: `2020`, `2020-Q4` or `2020-12`
    #[arg(long, value_name = "PERIOD")]
    period: String,
    /// `area:kecamatan`, `month` or `trade`
    #[arg(long, value_name = "DIMENSION")]
    by: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

/// Whose businesses.
#[derive(Debug, Args)]
pub struct Growth {
    /// The journal position up to which it is known
    #[arg(long, value_name = "POSITION")]
    known_at: Option<String>,
    /// Registered on this day or later
    #[arg(long, value_name = "DATE")]
    registered_from: Option<String>,
    /// Registered on this day or earlier
    #[arg(long, value_name = "DATE")]
    registered_to: Option<String>,
    /// `agency`, `area:city`, `area:kecamatan` or `year`
    #[arg(long, value_name = "DIMENSION")]
    by: Option<String>,
    #[command(flatten)]
    asked: Asked,
}

impl Training {
    /// Prints it.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let mut form = self.asked.form(Kind::Training);
        form.period = Some(self.period.clone());
        form.question.by.clone_from(&self.by);
        self.asked.run(place, screen, &form)
    }
}

impl Growth {
    /// Prints it.
    pub fn run(&self, place: &Place, screen: &mut Screen) -> Result<(), NotDone> {
        let mut form = self.asked.form(Kind::Growth);
        let question = &mut form.question;
        question.known_at.clone_from(&self.known_at);
        question.registered_from.clone_from(&self.registered_from);
        question.registered_to.clone_from(&self.registered_to);
        question.by.clone_from(&self.by);
        self.asked.run(place, screen, &form)
    }
}

impl Asked {
    fn form(&self, kind: Kind) -> ReleaseForm {
        let question = Words {
            as_at: self.as_at.clone(),
            area: self.area.clone(),
            agency: self.agency.clone(),
            ..Words::default()
        };
        ReleaseForm { kind: kind.word().to_owned(), question, ..ReleaseForm::default() }
    }

    fn run(&self, place: &Place, screen: &mut Screen, form: &ReleaseForm) -> Result<(), NotDone> {
        let app = place.open()?;
        let document = releases::preview(&app, &app.operator(), form)?;
        output::write(self.out.as_deref(), screen, &bytes(&app, &document, self.format)?)
    }
}

/// What is printed as JSON: all but who is counted.
#[derive(Serialize)]
struct Told<'a> {
    as_at: Date,
    kind: Kind,
    known_at: i64,
    lines: &'a [Line],
    persons: u64,
    scope: &'a ScopeFrozen,
    title: &'a str,
}

fn bytes(app: &App, document: &Document, format: Format) -> Result<Vec<u8>, NotDone> {
    let now = app.house.now().civil();
    let paper = || releases::unreleased(document, Lang::Id, &app.operator().name, now);
    match format {
        Format::Text => Ok(reports::text(&paper()).into_bytes()),
        Format::Csv => releases::plain(document, now).map_err(not_made),
        Format::Xlsx => {
            releases::sheet(document, Lang::Id, now, table::Format::Xlsx).map_err(not_made)
        }
        Format::Json => serde_json::to_vec_pretty(&told(document)).map_err(not_made),
        Format::Pdf => print::report(&paper()).map_err(not_made),
    }
}

fn told(document: &Document) -> Told<'_> {
    Told {
        as_at: document.as_at,
        kind: document.kind,
        known_at: document.known_at,
        lines: &document.lines,
        persons: document.persons,
        scope: &document.scope,
        title: &document.title,
    }
}
