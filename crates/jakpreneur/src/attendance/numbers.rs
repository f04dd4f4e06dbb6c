//! The numbers of training, always apart and always persons: invited, registered, present, finished, and
//! who walked in; beside them seats and attendances, which are no persons.
use crate::{Problem, classes::Reach, staff::Officer};
use db::{Tx, sql};
use rules::{
    Agency, ClassId, Date, PersonId, PlanId, RegionCode,
    training::{ClassKind, PlaceState},
};
use std::collections::{BTreeMap, HashSet};

/// The numbers of one class or of several: each person counts once in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// How many classes.
    pub classes: u64,
    /// How many seats they have.
    pub seats: u64,
    /// Persons who were ever invited.
    pub invited: u64,
    /// Persons who ever asked for a place before the door.
    pub registered: u64,
    /// Persons who were at one session at least.
    pub present: u64,
    /// Persons who finished.
    pub finished: u64,
    /// Persons who came without having asked before.
    pub walk_ins: u64,
    /// How often somebody was present at a session: no persons.
    pub attendances: u64,
}

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
    /// This one alone.
    pub class: Option<ClassId>,
}

/// Numbers of all classes asked for, and the same told apart. A person in two groups is in each of them
/// and once in all, so groups need not add up.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Of all together.
    pub all: Numbers,
    /// Of each group, by its code.
    pub groups: BTreeMap<String, Numbers>,
}

#[derive(Default)]
struct Persons {
    classes: HashSet<ClassId>,
    seats: u64,
    attendances: u64,
    invited: HashSet<PersonId>,
    registered: HashSet<PersonId>,
    present: HashSet<PersonId>,
    finished: HashSet<PersonId>,
    walk_ins: HashSet<PersonId>,
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
        p.state
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
      and (c.id = $12 or $12 is null) and c.state <> 'called_off'"
);

/// The numbers of the classes the officer sees.
pub fn sums(tx: &mut Tx<'_>, officer: &Officer, by: By, wanted: &Wanted) -> Result<Sums, Problem> {
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
    );
    let (mut all, mut groups) = (Persons::default(), BTreeMap::<String, Persons>::new());
    tx.each(STANDING, bounds, |row: Row| {
        all.take(&row);
        groups.entry(group(by, &row)).or_default().take(&row);
        Ok(())
    })?;
    let groups = groups.into_iter().map(|(code, persons)| (code, persons.numbers())).collect();
    Ok(Sums { all: all.numbers(), groups })
}

/// The numbers of one class that the officer sees.
pub fn numbers(tx: &mut Tx<'_>, officer: &Officer, class: ClassId) -> Result<Numbers, Problem> {
    let wanted = Wanted { class: Some(class), ..Wanted::default() };
    Ok(sums(tx, officer, By::Class, &wanted)?.all)
}

fn group(by: By, row: &Row) -> String {
    match by {
        By::Kecamatan => row.1.to_string(),
        By::Month => format!("{:04}-{:02}", row.2.year(), row.2.month()),
        By::Trade => row.3.clone(),
        By::Kind => row.4.word().to_owned(),
        By::Plan => row.5.map(|plan| plan.to_string()).unwrap_or_default(),
        By::Class => row.0.to_string(),
    }
}

impl Persons {
    fn take(&mut self, row: &Row) {
        if self.classes.insert(row.0) {
            self.seats += row.6.unsigned_abs();
        }
        let Some(person) = row.7 else { return };
        let (invited, asked, walked_in) = (row.8.is_some(), row.9.is_some(), row.10 == Some(1));
        self.attendances += row.11.unsigned_abs();
        for (whom, is_so) in [
            (&mut self.invited, invited),
            (&mut self.registered, asked && !walked_in),
            (&mut self.present, row.11 > 0),
            (&mut self.finished, row.12 > 0),
            (&mut self.walk_ins, walked_in && row.13 == Some(PlaceState::Confirmed)),
        ] {
            if is_so {
                whom.insert(person);
            }
        }
    }

    fn numbers(&self) -> Numbers {
        Numbers {
            classes: self.classes.len() as u64,
            seats: self.seats,
            invited: self.invited.len() as u64,
            registered: self.registered.len() as u64,
            present: self.present.len() as u64,
            finished: self.finished.len() as u64,
            walk_ins: self.walk_ins.len() as u64,
            attendances: self.attendances,
        }
    }
}
