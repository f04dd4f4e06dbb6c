//! A plan before it is laid out: whose it is, for where and when, what it is to reach.
use super::{line, trade};
use crate::{Code, FieldError, House, Problem, staff::Officer};
use db::Tx;
use rules::{
    Agency, Level, PlanId, RegionCode, number,
    training::plan::{MOST_LINES, PlannedClasses},
};

/// The head of a plan, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// The code of the agency.
    pub agency: String,
    /// The code of the area: Jakarta, a city or a kecamatan.
    pub area: String,
    /// The year.
    pub year: String,
    /// What the plan is called.
    pub title: String,
    /// How many people it is to reach.
    pub persons_target: String,
}

/// A plan that can be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Whose plan it is.
    pub agency: Agency,
    /// For where.
    pub area: RegionCode,
    /// For when.
    pub year: i16,
    /// What it is called.
    pub title: String,
    /// How many people it is to reach.
    pub persons_target: u32,
    /// What it lays out.
    pub lines: Vec<PlannedClasses>,
    /// The plan its lines are from.
    pub copied_from: Option<PlanId>,
}

/// The longest title.
const LONGEST: usize = 120;
/// The first year the programme ran.
const FIRST_YEAR: i16 = 2017;
const LAST_YEAR: i16 = 2100;

impl Heading {
    /// A plan without lines.
    pub fn understand(&self) -> Result<Draft, Problem> {
        let mut wrong = Vec::new();
        let mut refuse = |field, text: &str, code| {
            let code = if text.trim().is_empty() { Code::Empty } else { code };
            wrong.push(FieldError::new(field, code));
        };
        let agency = Agency::parse(self.agency.trim()).ok();
        if agency.is_none() {
            refuse("agency", &self.agency, Code::Agency);
        }
        let area = RegionCode::parse(&self.area).ok();
        if area.is_none() {
            refuse("area", &self.area, Code::Region);
        }
        let year = self.year.trim().parse().ok();
        if year.is_none() {
            refuse("year", &self.year, Code::Number);
        }
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            refuse("title", "", Code::Empty);
        }
        let target = persons_target(&self.persons_target).ok();
        if target.is_none() {
            refuse("persons_target", &self.persons_target, Code::Number);
        }
        match (agency, area, year, target) {
            (Some(agency), Some(area), Some(year), Some(persons_target)) if wrong.is_empty() => {
                let (lines, copied_from) = (Vec::new(), None);
                Ok(Draft { agency, area, year, title, persons_target, lines, copied_from })
            }
            _ => Err(Problem::Invalid(wrong)),
        }
    }
}

/// How many people a plan is to reach, as an officer writes it.
pub fn persons_target(raw: &str) -> Result<u32, Problem> {
    let code = if raw.trim().is_empty() { Code::Empty } else { Code::Number };
    let read = number::whole(raw).and_then(|n| u32::try_from(n).ok());
    read.ok_or_else(|| invalid("persons_target", code))
}

impl Draft {
    /// Whether it can be laid out by this officer.
    pub(super) fn check(
        &self,
        tx: &mut Tx<'_>,
        house: &House,
        officer: &Officer,
    ) -> Result<(), Problem> {
        if !house.knows(&self.agency) {
            return Err(invalid("agency", Code::Agency));
        }
        if self.area.level() == Level::Kelurahan || house.regions.get(self.area).is_none() {
            return Err(invalid("area", Code::Region));
        }
        if !officer.scope.covers_agency(&self.agency) {
            return Err(invalid("agency", Code::OutsideScope));
        }
        if !officer.scope.covers(&self.agency, self.area) {
            return Err(invalid("area", Code::OutsideScope));
        }
        if !(FIRST_YEAR..=LAST_YEAR).contains(&self.year) {
            return Err(invalid("year", Code::Number));
        }
        check_title(&self.title)?;
        check_lines(tx, house, &self.lines, self.area, self.year)
    }
}

/// Whether a plan can be called so.
pub(super) fn check_title(title: &str) -> Result<(), Problem> {
    match title.chars().count() {
        0 => Err(invalid("title", Code::Empty)),
        length if length > LONGEST => Err(invalid("title", Code::Long)),
        _ => Ok(()),
    }
}

/// Whether these lines can stand in the plan of an area and a year.
pub(super) fn check_lines(
    tx: &mut Tx<'_>,
    house: &House,
    lines: &[PlannedClasses],
    around: RegionCode,
    year: i16,
) -> Result<(), Problem> {
    if lines.len() > MOST_LINES {
        return Err(invalid("lines", Code::Long));
    }
    let trades = trade::trades(tx)?;
    for line in lines {
        line.check(around, year).map_err(|refused| Problem::Invalid(vec![line::wrong(refused)]))?;
        if house.regions.get(line.area).is_none() {
            return Err(invalid("area", Code::Region));
        }
        if trades.all().iter().all(|trade| trade.code != line.trade) {
            return Err(invalid("trade", Code::Trade));
        }
    }
    Ok(())
}

pub(super) fn invalid(field: &'static str, code: Code) -> Problem {
    Problem::Invalid(vec![FieldError::new(field, code)])
}
