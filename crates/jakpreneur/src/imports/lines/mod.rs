//! From the cells of a row to a form.
mod cells;
mod columns;
mod known;
mod licences;
mod measurements;
mod members;
mod reason;
mod services;
mod support;
mod targets;

use crate::{House, Problem, journal::Asking, people::Registration, staff::Officer};
use cells::Cells;
use documents::table::{Cell, Row};
use rules::{ActId, Agency, Scheme};
use std::sync::Arc;
use uuid::Uuid;

use super::Kind;
pub use columns::{Column, Columns};
pub use licences::LicenceLine;
pub use measurements::MeasurementLine;
pub use reason::Reason;
pub use services::ServiceLine;
pub use support::{SupportLine, placed};

/// What holds for every row of a file.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Who sent it.
    pub officer: Arc<Officer>,
    /// The import.
    pub import: Uuid,
    /// What its rows are.
    pub kind: Kind,
    /// Whose rows they are where the file does not say.
    pub agency: Agency,
    /// Lets codes P1 to P7 count as stages.
    pub scheme: Option<Scheme>,
    /// Whether a cell beyond the header means that the row is shifted.
    pub delimited: bool,
}

/// A row as sent, and as it is understood.
#[derive(Clone, Debug)]
pub struct Line {
    /// As sent.
    pub row: Row,
    /// As it is understood.
    pub content: Content,
}

/// What a row says.
#[derive(Clone, Debug)]
pub enum Content {
    /// Register somebody.
    Member(Box<Registration>),
    /// Record a service.
    Service(Box<ServiceLine>),
    /// Record a permit.
    Licence(Box<LicenceLine>),
    /// Tell a month of a business.
    Measurement(Box<MeasurementLine>),
    /// Record support.
    Support(Box<SupportLine>),
    /// Set or revise a target.
    Target(Box<crate::targets::Draft>),
    /// Nothing that can be done.
    Wrong(Vec<Reason>),
}

impl Setting {
    /// A request to act for one row.
    pub fn asking(&self, house: &House) -> Asking {
        let act_id = ActId(house.new_id());
        Asking {
            officer: self.officer.clone(),
            at: house.now(),
            made_at: None,
            act_id,
            asked: None,
        }
    }

    fn agency_or(&self, text: String) -> String {
        if text.is_empty() { self.agency.to_string() } else { text }
    }
}

impl Line {
    /// Reads a row.
    pub fn read(
        columns: &Columns,
        row: Row,
        setting: &Setting,
        house: &House,
    ) -> Result<Self, Problem> {
        let content = if setting.delimited && is_shifted(columns, &row) {
            Content::Wrong(vec![Reason::Shifted])
        } else {
            content(columns, &row, setting, house)?
        };
        Ok(Self { row, content })
    }

    /// Its number in the file.
    pub fn number(&self) -> i64 {
        i64::try_from(self.row.line).unwrap_or(i64::MAX)
    }
}

fn content(
    columns: &Columns,
    row: &Row,
    setting: &Setting,
    house: &House,
) -> Result<Content, Problem> {
    Ok(match setting.kind {
        Kind::Members => members::member(columns, row, setting, house)?
            .map_or_else(Content::Wrong, |new| Content::Member(Box::new(new))),
        Kind::Services => services::service(columns, row, setting)
            .map_or_else(Content::Wrong, |line| Content::Service(Box::new(line))),
        Kind::Licences => licences::licence(columns, row, setting)
            .map_or_else(Content::Wrong, |line| Content::Licence(Box::new(line))),
        Kind::Measurements => measurements::measurement(columns, row, setting, house.today())
            .map_or_else(Content::Wrong, |line| Content::Measurement(Box::new(line))),
        Kind::Support => support::support(columns, row, setting)
            .map_or_else(Content::Wrong, |line| Content::Support(Box::new(line))),
        Kind::Targets => targets::target(columns, row, setting, house)?
            .map_or_else(Content::Wrong, |draft| Content::Target(Box::new(draft))),
    })
}

fn is_shifted(columns: &Columns, row: &Row) -> bool {
    row.cells.iter().skip(columns.width).any(|cell| !Cell::is_blank(cell))
}
