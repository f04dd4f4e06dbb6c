//! The classes that are counted: which an officer asks for, and by what their numbers are told apart.
use crate::{Problem, classes::Reach, staff::Officer};
use db::{Tx, sql};
use rules::{Agency, ClassId, Date, PlanId, RegionCode, training::ClassKind};

/// By what numbers are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The area of the class: its kecamatan, or its city.
    Kecamatan,
    /// The month its first session is in.
    Month,
    /// Its trade.
    Trade,
    /// Its kind.
    Kind,
    /// Its plan.
    Plan,
    /// Itself.
    Class,
}

impl By {
    const ALL: [Self; 6] =
        [Self::Kecamatan, Self::Month, Self::Trade, Self::Kind, Self::Plan, Self::Class];

    /// The word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kecamatan => "kecamatan",
            Self::Month => "month",
            Self::Trade => "trade",
            Self::Kind => "kind",
            Self::Plan => "plan",
            Self::Class => "class",
        }
    }

    /// What is meant by a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.word() == word)
    }
}

/// Which classes are counted; those called off never are.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Beginning on this day or later.
    pub from: Option<Date>,
    /// Beginning on this day or earlier.
    pub to: Option<Date>,
    /// Of this agency.
    pub agency: Option<Agency>,
    /// Held in this area.
    pub area: Option<RegionCode>,
    /// About this trade: its code.
    pub trade: Option<String>,
    /// This one alone.
    pub class: Option<ClassId>,
    /// Of this group alone, by its code.
    pub group: Option<(By, String)>,
}

/// A class that is counted.
pub(super) struct CountedClass {
    pub class: ClassId,
    area: RegionCode,
    first_on: Date,
    trade: String,
    kind: ClassKind,
    plan: Option<PlanId>,
    pub capacity: u64,
}

type Row = (ClassId, RegionCode, Date, String, ClassKind, Option<PlanId>, i64);

sql!(
    COUNTED = "
    select c.id, c.area, c.first_on, c.trade, c.kind, c.plan_id, c.capacity
    from class c
    where (c.agency between $1 and $2 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $1 and $2))
      and (c.area between $3 and $4 or $5 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $6) or $6 is null)
      and (c.first_on >= $7 or $7 is null) and (c.first_on <= $8 or $8 is null)
      and (c.agency = $9 or $9 is null) and c.area between $10 and $11
      and (c.id = $12 or $12 is null) and (c.trade = $13 or $13 is null)
      and c.state <> 'called_off'"
);
/// The classes asked for that the officer sees, each once.
pub(super) fn counted(
    tx: &mut Tx<'_>,
    officer: &Officer,
    wanted: &Wanted,
) -> Result<Vec<CountedClass>, Problem> {
    let r = Reach::of(officer)?;
    let low = wanted.area.map_or_else(String::new, |area| area.to_string());
    let bounds = (
        r.agency_low,
        r.agency_high,
        r.area_low,
        r.area_high,
        r.inside,
        r.taught_by,
        wanted.from,
        wanted.to,
        wanted.agency,
        low.clone(),
        format!("{low}~"),
        wanted.class,
        wanted.trade.clone(),
    );
    let rows: Vec<Row> = tx.all(COUNTED, bounds)?;
    let mut classes: Vec<CountedClass> = rows.into_iter().map(class).collect();
    if let Some((by, code)) = &wanted.group {
        classes.retain(|class| class.key(*by) == *code);
    }
    Ok(classes)
}

fn class((class, area, first_on, trade, kind, plan, capacity): Row) -> CountedClass {
    let capacity = capacity.unsigned_abs();
    CountedClass { class, area, first_on, trade, kind, plan, capacity }
}

impl CountedClass {
    /// The code of the group it is in.
    pub fn key(&self, by: By) -> String {
        match by {
            By::Kecamatan => self.area.to_string(),
            By::Month => format!("{:04}-{:02}", self.first_on.year(), self.first_on.month()),
            By::Trade => self.trade.clone(),
            By::Kind => self.kind.word().to_owned(),
            By::Plan => self.plan.map(|plan| plan.to_string()).unwrap_or_default(),
            By::Class => self.class.to_string(),
        }
    }
}
