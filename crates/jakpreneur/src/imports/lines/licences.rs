//! A row of a file of permits: whose, and as a permit's form.
use super::{Cells, Column, Columns, Reason, Setting, services};
use crate::{Code, licences::LicenceForm};
use documents::table::Row;
use rules::{Agency, Nik, licensing::LicenceState};

/// A permit of whoever has this NIK.
#[derive(Clone, Debug)]
pub struct LicenceLine {
    /// Whose it is.
    pub nik: Nik,
    /// The agency whose record of them is meant; another of their records, where it has none.
    pub agency: Agency,
    /// The permit.
    pub form: LicenceForm,
}

/// Understands the row, or says everything that is wrong with it before its member is looked up.
pub fn licence(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
) -> Result<LicenceLine, Vec<Reason>> {
    let mut cells = Cells::new(columns, row);
    let nik = services::nik(&mut cells);
    let form = LicenceForm {
        kind: cells.required(Column::LicenceKind),
        state: state(&mut cells),
        number: cells.text(Column::LicenceNumber),
        issuer: cells.text(Column::Issuer),
        requested_on: cells.text(Column::RequestedOn),
        issued_on: cells.text(Column::IssuedOn),
        expires_on: cells.text(Column::ExpiresOn),
        refusal: cells.text(Column::Refusal),
        agency: setting.agency_or(cells.text(Column::Agency)),
        note: cells.text(Column::Note),
        ..LicenceForm::default()
    };
    let agency = Agency::parse(&form.agency).ok();
    if agency.is_none() {
        cells.refuse(Column::Agency, Code::Agency);
    }
    match (nik, agency) {
        (Some(nik), Some(agency)) if cells.are_fine() => Ok(LicenceLine { nik, agency, form }),
        _ => Err(cells.reasons(Vec::new())),
    }
}

/// How far the permit is; an expired one was issued, and its last day tells the rest.
fn state(cells: &mut Cells<'_>) -> String {
    let text = cells.text(Column::LicenceState);
    if text.is_empty() {
        return text;
    }
    if text.eq_ignore_ascii_case("kedaluwarsa") || text.eq_ignore_ascii_case("berlaku") {
        return LicenceState::Issued.word().to_owned();
    }
    match LicenceState::parse_officer(&text) {
        Some(LicenceState::Revoked) | None => {
            cells.refuse(Column::LicenceState, Code::Word);
            String::new()
        }
        Some(state) => state.word().to_owned(),
    }
}
