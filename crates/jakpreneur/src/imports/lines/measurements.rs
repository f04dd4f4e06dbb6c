//! A row of a file of measurements: whose business, and a month of it as a form.
use super::{Cells, Column, Columns, Reason, Setting, services};
use crate::{Code, growth::MeasureForm};
use documents::table::Row;
use rules::{
    Agency, Date, Nik,
    growth::{Month, Source},
};

/// A month of the business of whoever has this NIK.
#[derive(Clone, Debug)]
pub struct MeasurementLine {
    /// Whose business.
    pub nik: Nik,
    /// The agency whose record of them is meant; another of their records, where it has none.
    pub agency: Agency,
    /// The month.
    pub form: MeasureForm,
}

/// Understands the row, or says everything that is wrong with it before its member is looked up.
pub fn measurement(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
    today: Date,
) -> Result<MeasurementLine, Vec<Reason>> {
    let mut cells = Cells::new(columns, row);
    let nik = services::nik(&mut cells);
    let month = cells.month();
    let form = MeasureForm {
        measured_on: measured_on(&mut cells, &month, today),
        turnover: cells.text(Column::Turnover),
        assets: cells.text(Column::Assets),
        workers: [Column::WomenPaid, Column::WomenUnpaid, Column::MenPaid, Column::MenUnpaid]
            .map(|column| cells.text(column)),
        source: source(&mut cells),
        reason: cells.text(Column::CorrectionReason),
        confirmed: confirmed(&mut cells),
        month,
    };
    let agency = Agency::parse(&setting.agency_or(cells.text(Column::Agency))).ok();
    if agency.is_none() {
        cells.refuse(Column::Agency, Code::Agency);
    }
    match (nik, agency) {
        (Some(nik), Some(agency)) if cells.are_fine() => Ok(MeasurementLine { nik, agency, form }),
        _ => Err(cells.reasons(Vec::new())),
    }
}

/// Where the file names no day, the last of the month, or today where that has not come.
fn measured_on(cells: &mut Cells<'_>, month: &str, today: Date) -> String {
    let text = cells.text(Column::MeasuredOn);
    let last = Month::parse_officer(month).ok().and_then(Month::first_day);
    match last {
        Some(first) if text.is_empty() => first.last_of_month().min(today).to_string(),
        _ => text,
    }
}

/// Where the file does not say, the least that can be claimed: the owner said so.
fn source(cells: &mut Cells<'_>) -> String {
    let text = cells.text(Column::Source);
    if text.is_empty() {
        return Source::Told.word().to_owned();
    }
    let source = Source::parse_officer(&text);
    if source.is_none() {
        cells.refuse(Column::Source, Code::Word);
    }
    source.map(|source| source.word().to_owned()).unwrap_or_default()
}

fn confirmed(cells: &mut Cells<'_>) -> bool {
    let text = cells.text(Column::Confirmed).to_lowercase();
    let yes = matches!(text.as_str(), "ya" | "y" | "yes" | "true" | "1");
    if !yes && !matches!(text.as_str(), "" | "tidak" | "t" | "no" | "false" | "0") {
        cells.refuse(Column::Confirmed, Code::Word);
    }
    yes
}
