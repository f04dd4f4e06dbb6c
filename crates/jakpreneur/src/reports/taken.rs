//! Who took figures away as a file is logged, as with every export.
use super::Answer;
use crate::{
    App, Problem,
    staff::{Officer, log_read},
};
use std::sync::Arc;

/// Notes that somebody took figures away, and of how many persons. Blocks.
pub fn log_taken(app: &App, officer: &Arc<Officer>, answer: &Answer) -> Result<(), Problem> {
    let (officer, persons) = (officer.clone(), answer.persons);
    let persons = i64::try_from(persons).unwrap_or(i64::MAX);
    app.change_now(move |tx, house| {
        let (id, at) = (house.new_id(), house.now());
        Ok(log_read(tx, id, at, &officer, "figure.export", None, persons)?)
    })
}
