//! Who stands how to the classes asked for: the rows out of which the numbers of training are counted.
use crate::{Problem, classes::Reach, staff::Officer};
use db::{Tx, sql};
use rules::{
    Agency, ClassId, Date, MemberId, PersonId, PlanId, RegionCode,
    training::{ClassKind, PlaceState},
};

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

/// A class, and somebody who stands in some way to it.
pub(super) struct Standing {
    pub class: ClassId,
    area: RegionCode,
    first_on: Date,
    trade: String,
    kind: ClassKind,
    plan: Option<PlanId>,
    pub capacity: u64,
    /// None for a class nobody has to do with yet.
    pub one: Option<One>,
}

/// How somebody stands to a class.
#[expect(clippy::struct_excessive_bools, reason = "numbers that never stand for one another")]
pub(super) struct One {
    pub member: MemberId,
    pub person: PersonId,
    pub invited: bool,
    pub asked: bool,
    pub walked_in: bool,
    /// At how many sessions they were.
    pub attended: u64,
    pub finished: bool,
    pub state: PlaceState,
}

type Row = (
    ClassId,
    RegionCode,
    Date,
    String,
    ClassKind,
    Option<PlanId>,
    i64,
    Option<PersonId>,
    Option<i64>,
    Option<i64>,
    Option<i16>,
    i64,
    i64,
    Option<PlaceState>,
    Option<MemberId>,
);

sql!(
    STANDING = "
    select c.id, c.area, c.first_on, c.trade, c.kind, c.plan_id, c.capacity, m.person_id,
        p.invited_at_position, p.asked_at_position, p.walk_in,
        (select count(*) from attendance a
         where a.shard = p.shard and a.class_id = p.class_id and a.member_id = p.member_id
           and a.mark = 'present'),
        (select count(*) from class_finisher f
         where f.shard = p.shard and f.class_id = p.class_id and f.member_id = p.member_id),
        p.state, m.id
    from class c
    left join class_place p on p.class_id = c.id
    left join member m on m.shard = p.shard and m.id = p.member_id
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
/// Tells every standing to the classes asked for that the officer sees.
pub(super) fn each(
    tx: &mut Tx<'_>,
    officer: &Officer,
    wanted: &Wanted,
    mut tell: impl FnMut(&Standing),
) -> Result<(), Problem> {
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
    tx.each(STANDING, bounds, |row: Row| {
        let standing = standing(row);
        if wanted.group.as_ref().is_none_or(|(by, code)| standing.key(*by) == *code) {
            tell(&standing);
        }
        Ok(())
    })?;
    Ok(())
}

fn standing(row: Row) -> Standing {
    let (class, area, first_on, trade, kind, plan, capacity, ..) = row;
    let (.., person, invited, asked, walk_in, attended, finished, state, member) = row;
    let one = person.zip(member).zip(state).map(|((person, member), state)| One {
        member,
        person,
        invited: invited.is_some(),
        asked: asked.is_some(),
        walked_in: walk_in == Some(1),
        attended: attended.unsigned_abs(),
        finished: finished > 0,
        state,
    });
    let capacity = capacity.unsigned_abs();
    Standing { class, area, first_on, trade, kind, plan, capacity, one }
}

impl Standing {
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
