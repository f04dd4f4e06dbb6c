//! Printed pages as PDF: reports of figures, certificates, cards, letters and lists.
//!
//! What is printed reaches a template as data and never as its source, so that a name can hold
//! any sign without becoming an instruction.

mod attendance_list;
mod certificate;
mod code;
mod handover;
mod inputs;
mod invitation;
mod member_card;
mod minutes;
mod report;

use std::sync::LazyLock;

use jiff::civil::DateTime;
use typst::foundations::{Datetime, Dict, Smart};
use typst_as_lib::{TypstEngine, TypstTemplateCollection};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

pub use self::attendance_list::{AttendanceList, Participant, attendance_lists};
pub use self::certificate::{Certificate, certificates, each_certificate};
pub use self::handover::{Handover, Item, handover};
pub use self::invitation::{Invitation, invitations};
pub use self::member_card::{MemberCard, member_card};
pub use self::minutes::{Minutes, minutes};
pub use self::report::{Column, Fact, Report};

/// Jakarta is seven hours ahead, the whole year.
const JAKARTA_MINUTES: i32 = 7 * 60;

macro_rules! templates {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("print/", $name)))),+]
    };
}

static ENGINE: LazyLock<TypstEngine<TypstTemplateCollection>> = LazyLock::new(|| {
    TypstEngine::builder()
        .with_static_source_file_resolver(templates!(
            "attendance_list.typ",
            "certificate.typ",
            "handover.typ",
            "invitation.typ",
            "member_card.typ",
            "minutes.typ",
            "paper.typ",
            "report.typ"
        ))
        .fonts(typst_assets::fonts())
        .build()
});

/// Why something could not be printed. What it prints is a code for logs.
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
    /// There is nobody to print it for.
    #[error("no_pages")]
    NoPages,
    /// What a code should hold is longer than a code can be.
    #[error("code")]
    Code,
    /// The template failed, which should not occur.
    #[error("template")]
    Template,
}

/// Prints a report on A4. The same report gives the same bytes.
pub fn report(report: &Report) -> Result<Vec<u8>, Unprintable> {
    report_to_check(report, "")
}

/// The same with a code that leads to an address where anybody can check the paper.
pub fn report_to_check(report: &Report, address: &str) -> Result<Vec<u8>, Unprintable> {
    report.check()?;
    printed("report.typ", report.to_inputs(code::square(address)?), report.printed_at)
}

/// Lays out a template with what it is given; the same gives the same bytes.
fn printed(template: &str, inputs: Dict, at: DateTime) -> Result<Vec<u8>, Unprintable> {
    let laid_out = ENGINE.compile_with_input(template, inputs).output;
    let document = laid_out.map_err(|_| Unprintable::Template)?;
    typst_pdf::pdf(&document, &options(at)?).map_err(|_| Unprintable::Template)
}

fn options(at: DateTime) -> Result<PdfOptions, Unprintable> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a]).map_err(|_| Unprintable::Template)?;
    Ok(PdfOptions {
        creator: Smart::Custom(None),
        timestamp: timestamp(at),
        standards,
        ..PdfOptions::default()
    })
}

fn timestamp(at: DateTime) -> Option<Timestamp> {
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
