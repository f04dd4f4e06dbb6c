//! A row of a file of targets, as a target form.
use super::{Cells, Column, Columns, Reason, Setting};
use crate::{FieldError, House, Problem, targets::TargetForm};
use documents::table::Row;

/// Understands the row, or says everything that is wrong with it.
pub fn target(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
    house: &House,
) -> Result<Result<crate::targets::Draft, Vec<Reason>>, Problem> {
    let mut cells = Cells::new(columns, row);
    let form = TargetForm {
        indicator: cells.required(Column::Indicator),
        agency: agency(&mut cells, setting),
        area: cells.required(Column::Area),
        period: cells.required(Column::Period),
        target: cells.required(Column::Target),
        basis: cells.text(Column::Basis),
        rule: cells.required(Column::Rule),
    };
    match form.understand(house, &setting.officer) {
        Ok(draft) if cells.are_fine() => Ok(Ok(draft)),
        Ok(_) => Ok(Err(cells.reasons(Vec::new()))),
        Err(Problem::Invalid(wrong)) => Ok(Err(cells.reasons(wrong.iter().map(named).collect()))),
        Err(problem) => Err(problem),
    }
}

/// An agency; where the row names none, the sender's own, else all agencies together.
fn agency(cells: &mut Cells<'_>, setting: &Setting) -> String {
    let text = cells.text(Column::Agency);
    let own = setting.officer.scope.agency().filter(|_| text.is_empty());
    let all = ["semua", "semua opd", "all"].contains(&text.to_lowercase().as_str());
    if all { String::new() } else { own.map_or(text, ToString::to_string) }
}

/// A target's area has a column of its own name.
fn named(wrong: &FieldError) -> FieldError {
    match wrong.field {
        "area" => FieldError::new(Column::Area.field(), wrong.code),
        field => FieldError::new(field, wrong.code),
    }
}
