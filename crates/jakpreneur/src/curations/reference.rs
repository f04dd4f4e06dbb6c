//! The criteria and grades a round is offered with on a day, as the operator keeps them.
use db::{Result, Tx, sql};
use rules::{
    Date,
    marketing::curation::{Criterion, Grade},
};

/// A criterion with what the screen calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its code and usual weight.
    pub criterion: Criterion,
    /// The name in Indonesian.
    pub name: String,
    /// The name in English.
    pub name_en: String,
}

/// What is offered on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The criteria, in their order.
    pub criteria: Vec<Named>,
    /// The grades, the best first.
    pub grades: Vec<Grade>,
}

pub(super) fn small(number: i16) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

fn named((code, name, name_en, weight): (String, String, String, i16)) -> Named {
    let weight = u16::try_from(weight).unwrap_or_default();
    Named { criterion: Criterion { code, weight }, name, name_en }
}

pub(super) fn grade((name, from, passes): (String, i16, i16)) -> Grade {
    Grade { name, from: small(from), passes: passes == 1 }
}

sql!(
    CRITERIA = "
    select code, name, name_en, weight from curation_criterion
    where valid_from = (select max(valid_from) from curation_criterion where valid_from <= $1)
    order by turn"
);
sql!(
    GRADES = "
    select name, least_score, passes from curation_grade
    where valid_from = (select max(valid_from) from curation_grade where valid_from <= $1)
    order by least_score desc"
);
/// The criteria and grades in force on a day.
pub fn terms_on(tx: &mut Tx<'_>, day: Date) -> Result<Terms> {
    let criteria = tx.all(CRITERIA, (day,))?.into_iter().map(named).collect();
    let grades = tx.all(GRADES, (day,))?.into_iter().map(grade).collect();
    Ok(Terms { criteria, grades })
}

sql!(
    NAMES = "
    select code, name, name_en, weight from curation_criterion order by valid_from desc, turn"
);
/// What the screen calls every criterion that ever was, the latest name first.
pub fn names(tx: &mut Tx<'_>) -> Result<Vec<Named>> {
    Ok(tx.all(NAMES, ())?.into_iter().map(named).collect())
}
