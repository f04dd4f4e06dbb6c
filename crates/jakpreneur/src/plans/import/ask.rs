//! From a form with a file to a file that was tried out; the page and the API come through here.
use super::{
    super::{Heading, rows as plans, trade},
    Into, Tried, Unusable, read,
};
use crate::{Code, FieldError, House, Problem, staff::Officer, web::Upload};
use db::Tx;
use documents::table::Format;
use rules::{PlanId, RegionCode};

/// What is wrong with a form and its file.
#[derive(Debug)]
pub enum NotTried {
    /// What the programme says no with.
    Problem(Problem),
    /// A column that must be there is missing.
    ColumnMissing(&'static str),
}

impl From<Problem> for NotTried {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Reads the file for the plan that the form names, or for a new one.
pub fn try_out(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    sent: Upload,
) -> Result<Tried, NotTried> {
    let (into, around, year) = whither(tx, officer, &sent)?;
    let Some((file_name, bytes)) = sent.file.filter(|(_, bytes)| !bytes.is_empty()) else {
        return Err(wrong("file", Code::Empty).into());
    };
    let format = Format::of(&file_name, &bytes);
    let trades = trade::trades(tx).map_err(Problem::from)?;
    let rows = read(house, &trades, bytes, format, (around, year)).map_err(unusable)?;
    Ok(Tried { into, file_name, workbook: format == Format::Xlsx, rows })
}

/// What is to become of the lines, and where and when they may lie.
fn whither(
    tx: &mut Tx<'_>,
    officer: &Officer,
    sent: &Upload,
) -> Result<(Into, RegionCode, i16), Problem> {
    if sent.get("plan").is_empty() {
        let text = |name: &str| sent.get(name).to_owned();
        let heading = Heading {
            agency: text("agency"),
            area: text("area"),
            year: text("year"),
            title: text("title"),
            persons_target: text("persons_target"),
        };
        let draft = heading.understand()?;
        let (agency, area, year) = (draft.agency, draft.area, draft.year);
        let (title, persons_target) = (draft.title, draft.persons_target);
        return Ok((Into::New { agency, area, year, title, persons_target }, area, year));
    }
    let plan: PlanId = sent.get("plan").parse().map_err(|_| Problem::NotFound)?;
    let found = plans::plan(tx, &officer.scope, plan)?.ok_or(Problem::NotFound)?;
    let reason = sent.get("reason").to_owned();
    if reason.is_empty() {
        return Err(wrong("reason", Code::Reason));
    }
    let version = sent.get("version").parse().map_err(|_| wrong("version", Code::Number))?;
    // Whoever reaches less than the plan sends lines of what they reach.
    let own = officer.scope.area().filter(|own| own.within(&found.area));
    Ok((Into::Plan { plan, version, reason }, own.unwrap_or(found.area), found.year))
}

fn unusable(reason: Unusable) -> NotTried {
    match reason {
        Unusable::ColumnMissing(column) => NotTried::ColumnMissing(column),
        Unusable::TooLarge => wrong("file", Code::FileLarge).into(),
        Unusable::NotATable => wrong("file", Code::File).into(),
    }
}

fn wrong(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}
