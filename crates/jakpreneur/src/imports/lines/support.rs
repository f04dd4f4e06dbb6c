//! A row of a file of support: whose, and as a support's form.
use super::{Cells, Column, Columns, Reason, Setting, services};
use crate::{Code, FieldError, Problem, support::SupportForm};
use documents::table::Row;
use rules::{Agency, Nik};

/// Support that whoever has this NIK got.
#[derive(Clone, Debug)]
pub struct SupportLine {
    /// Who got it.
    pub nik: Nik,
    /// The agency that gave it, whose record of them is meant; another of their records, where it has none.
    pub agency: Agency,
    /// The support.
    pub form: SupportForm,
}

/// Understands the row, or says everything that is wrong with it before its member is looked up.
pub fn support(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
) -> Result<SupportLine, Vec<Reason>> {
    let mut cells = Cells::new(columns, row);
    let nik = services::nik(&mut cells);
    let form = SupportForm {
        kind: cells.required(Column::SupportKind),
        // Empty would be today, which a file of the past does not mean.
        given_on: services::date(&mut cells),
        what: cells.required(Column::SupportWhat),
        value: cells.text(Column::SupportValue),
        agency: setting.agency_or(cells.text(Column::Agency)),
    };
    let agency = Agency::parse(&form.agency).ok();
    if agency.is_none() {
        cells.refuse(Column::Agency, Code::Agency);
    }
    match (nik, agency) {
        (Some(nik), Some(agency)) if cells.are_fine() => Ok(SupportLine { nik, agency, form }),
        _ => Err(cells.reasons(Vec::new())),
    }
}

/// What the form says no with, at the columns of the file: the form's own fields have other names.
pub fn placed(problem: Problem) -> Problem {
    let Problem::Invalid(wrong) = problem else { return problem };
    let column = |error: FieldError| match error.field {
        "kind" => FieldError::new(Column::SupportKind.field(), error.code),
        "given_on" => FieldError::new(Column::OccurredOn.field(), error.code),
        _ => error,
    };
    Problem::Invalid(wrong.into_iter().map(column).collect())
}
