//! Records in scope of persons who may have several, brought together by person.

use crate::days::Days;

/// One record in scope.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// The person.
    pub cluster: u32,
    /// The position of the registration.
    pub position: u32,
    /// The cell of the record in the question's groups.
    pub cell: usize,
    pub days: Days,
}

/// The rows in an order in which those of a person follow each other.
///
/// Sorted by counting: a comparing sort of so many rows would take longer than all the rest.
pub(crate) fn by_person(rows: &[Row], clusters: usize) -> Vec<usize> {
    let mut ends = vec![0; clusters + 1];
    for row in rows {
        ends[row.cluster as usize] += 1;
    }
    let mut end = 0;
    for count in &mut ends {
        end += *count;
        *count = end;
    }
    let mut order = vec![0; rows.len()];
    for (index, row) in rows.iter().enumerate().rev() {
        let place = &mut ends[row.cluster as usize];
        *place -= 1;
        order[*place] = index;
    }
    order
}

/// The first days over several rows.
pub(crate) fn together<'a>(rows: impl Iterator<Item = &'a Row>) -> Days {
    rows.fold(Days::NONE, |days, row| days.and(&row.days))
}
