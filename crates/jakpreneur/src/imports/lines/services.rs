//! A row of a file of services: whose, and as a service form.
use super::{Cells, Column, Columns, Reason, Setting};
use crate::{
    Code,
    people::nik_code,
    stages::{ServiceForm, Standing},
};
use documents::table::Row;
use rules::{Agency, Nik, StageKind};

/// A service of whoever has this NIK.
#[derive(Clone, Debug)]
pub struct ServiceLine {
    /// Who received it.
    pub nik: Nik,
    /// The agency whose record of them is meant; another of their records, where it has none.
    pub agency: Agency,
    /// What they received.
    pub form: ServiceForm,
}

/// Understands the row, or says everything that is wrong with it before its member is looked up.
pub fn service(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
) -> Result<ServiceLine, Vec<Reason>> {
    let mut cells = Cells::new(columns, row);
    let nik = nik(&mut cells);
    let form = ServiceForm {
        stage: stage(&mut cells, setting),
        occurred_on: date(&mut cells),
        agency: setting.agency_or(cells.text(Column::Agency)),
        area: cells.text(Column::Kecamatan),
        evidence: String::new(),
        note: cells.text(Column::Note),
        state: String::new(),
    };
    refuse_unfinished(&mut cells);
    let agency = Agency::parse(&form.agency).ok();
    if agency.is_none() {
        cells.refuse(Column::Agency, Code::Agency);
    }
    match (nik, agency) {
        (Some(nik), Some(agency)) if cells.are_fine() => Ok(ServiceLine { nik, agency, form }),
        _ => Err(cells.reasons(Vec::new())),
    }
}

pub(super) fn nik(cells: &mut Cells<'_>) -> Option<Nik> {
    let text = cells.nik();
    if text.is_empty() {
        return None;
    }
    Nik::parse(&text).map_err(|refused| cells.refuse(Column::Nik, nik_code(refused))).ok()
}

/// The stage by its word, so that a code means here what the file's scheme says.
fn stage(cells: &mut Cells<'_>, setting: &Setting) -> String {
    let text = cells.required(Column::Stage);
    let stage = StageKind::parse_officer(&text, setting.scheme);
    if stage.is_none() && !text.is_empty() {
        cells.refuse(Column::Stage, Code::Stage);
    }
    stage.map(|stage| stage.word().to_owned()).unwrap_or_default()
}

pub(super) fn date(cells: &mut Cells<'_>) -> String {
    let text = cells.required(Column::OccurredOn);
    if !text.is_empty() && rules::date::parse_officer(&text).is_err() {
        cells.refuse(Column::OccurredOn, Code::Date);
    }
    text
}

/// A service that was only begun, or taken back, must not come back as a finished one.
fn refuse_unfinished(cells: &mut Cells<'_>) {
    let text = cells.text(Column::Standing);
    match Standing::parse_officer(&text) {
        Some(Standing::Finished) => {}
        Some(Standing::Begun) => cells.refuse(Column::Standing, Code::Unfinished),
        Some(Standing::TakenBack) => cells.refuse(Column::Standing, Code::AlreadyVoided),
        None => cells.refuse(Column::Standing, Code::Word),
    }
}
