//! Which classes an officer sees, and which they answer for.
use super::{Class, Seats, rows};
use crate::{Problem, staff::Officer};
use db::Tx;
use rules::{Act, ClassId, UserId};

/// Whose classes are seen, as bounds for SQL: those of the agency or organised by it, in the area or of
/// a wider area around it; for a trainer, those they teach.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    /// The lowest agency code.
    pub agency_low: String,
    /// The highest.
    pub agency_high: String,
    /// The lowest area code.
    pub area_low: String,
    /// The highest.
    pub area_high: String,
    /// The area itself: what begins its code lies around it.
    pub inside: String,
    /// The one account whose classes are seen.
    pub taught_by: Option<UserId>,
}

impl Reach {
    /// What the officer sees.
    pub fn of(officer: &Officer) -> Result<Self, Problem> {
        officer.may(Act::ReadClasses)?;
        let own = officer.role.only_own(Act::ReadClasses);
        let taught_by = if own { Some(officer.user.ok_or(Problem::Forbidden)?) } else { None };
        // Who teaches a class sees it wherever it is held.
        let all = Officer::public();
        let b = if own { all.scope.bounds() } else { officer.scope.bounds() };
        let area = officer.scope.area().filter(|_| !own);
        Ok(Self {
            agency_low: b.agency_low,
            agency_high: b.agency_high,
            area_low: b.office_low,
            area_high: b.office_high,
            inside: area.map(|area| area.to_string()).unwrap_or_default(),
            taught_by,
        })
    }
}

/// A class, if the officer sees it.
pub fn open(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Class, Problem> {
    rows::class(tx, &Reach::of(officer)?, class)?.ok_or(Problem::NotFound)
}

/// A class that the officer answers for: seen, and within their agency and area.
pub fn managed(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Class, Problem> {
    officer.may(Act::ManageClasses)?;
    let class = open(tx, officer, class)?;
    let covered = officer.scope.covers(&class.announced.agency, class.announced.area);
    if covered { Ok(class) } else { Err(Problem::Forbidden) }
}

/// What decides about the places of a class, if the officer sees it.
pub fn seats(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Seats, Problem> {
    rows::seats(tx, &Reach::of(officer)?, class)?.ok_or(Problem::NotFound)
}
