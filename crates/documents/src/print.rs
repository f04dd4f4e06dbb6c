//! Printed pages: a report of figures as PDF.
//!
//! What is printed reaches the template as data and never as its source, so that a name can hold
//! any sign without becoming an instruction.

mod report;

use std::sync::LazyLock;

use typst::foundations::{Datetime, Smart};
use typst_as_lib::{TypstEngine, TypstTemplateMainFile};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use self::report::{Column, Fact, Report};

/// Jakarta is seven hours ahead, the whole year.
const JAKARTA_MINUTES: i32 = 7 * 60;

static ENGINE: LazyLock<TypstEngine<TypstTemplateMainFile>> = LazyLock::new(|| {
    TypstEngine::builder()
        .main_file(include_str!("print/report.typ"))
        .fonts(typst_assets::fonts())
        .build()
});

/// Why a report could not be printed. What it prints is a code for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unprintable {
    /// A row, or the total, has another number of cells than there are columns.
    #[error("ragged_row")]
    RaggedRow,
    /// The report has no column.
    #[error("no_columns")]
    NoColumns,
    /// More rows than anybody reads on paper; a spreadsheet is the right thing.
    #[error("too_many_rows")]
    TooManyRows,
    /// The template failed, which should not occur.
    #[error("template")]
    Template,
}

/// Prints a report on A4. The same report gives the same bytes.
pub fn report(report: &Report) -> Result<Vec<u8>, Unprintable> {
    report.check()?;
    let document =
        ENGINE.compile_with_input(report.to_inputs()).output.map_err(|_| Unprintable::Template)?;
    typst_pdf::pdf(&document, &options(report)?).map_err(|_| Unprintable::Template)
}

fn options(report: &Report) -> Result<PdfOptions, Unprintable> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a]).map_err(|_| Unprintable::Template)?;
    Ok(PdfOptions {
        creator: Smart::Custom(None),
        timestamp: timestamp(report),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(report: &Report) -> Option<Timestamp> {
    let at = report.printed_at;
    let part = |number: i8| u8::try_from(number).ok();
    let at = Datetime::from_ymd_hms(
        at.year().into(),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Timestamp::new_local(at, JAKARTA_MINUTES)
}
