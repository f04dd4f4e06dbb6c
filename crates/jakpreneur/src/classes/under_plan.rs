//! The classes announced under a year's plan, and who is in them.
use crate::staff::Scope;
use db::{Result, Tx, sql};
use rules::{
    ClassId, Date, PersonId, PlanId, RegionCode,
    training::{ClassKind, ClassState, PlaceState},
};
use std::collections::HashMap;

/// A class under a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldClass {
    /// The class.
    pub id: ClassId,
    /// For whom it is.
    pub kind: ClassKind,
    /// What it is about.
    pub trade: String,
    /// The kecamatan.
    pub area: RegionCode,
    /// The month of its first day.
    pub month: i8,
    /// Whether it does not take place.
    pub called_off: bool,
    /// Its seats.
    pub seats: u64,
}

/// Somebody in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which of the classes.
    pub class: usize,
    /// Who.
    pub person: PersonId,
    /// Whether a place was given.
    pub confirmed: bool,
    /// How many sessions they were at.
    pub attended: u64,
    /// Whether they finished.
    pub finished: bool,
}

sql!(
    CLASSES = "
    select id, kind, trade, area, first_on, state, capacity
    from class where plan_id = $1 and area between $2 and $3 order by id"
);
sql!(
    TAKEN = "
    select p.class_id, m.person_id, p.state,
           (select count(*) from attendance a
            where a.shard = p.shard and a.class_id = p.class_id and a.member_id = p.member_id
              and a.mark = 'present'),
           (select count(*) from class_finisher f
            where f.shard = p.shard and f.class_id = p.class_id and f.member_id = p.member_id)
    from class c
    join class_place p on p.class_id = c.id
    join member m on m.shard = p.shard and m.id = p.member_id
    where c.plan_id = $1 and c.area between $2 and $3"
);
/// The classes under a plan that lie within scope, and who is in them.
pub fn under_plan(
    tx: &mut Tx<'_>,
    scope: &Scope,
    plan: PlanId,
) -> Result<(Vec<HeldClass>, Vec<Taken>)> {
    type Class = (ClassId, ClassKind, String, RegionCode, Date, ClassState, i64);
    let (low, high) = (scope.bounds().office_low, scope.bounds().office_high);
    let class = |(id, kind, trade, area, first_on, state, seats): Class| HeldClass {
        id,
        kind,
        trade,
        area,
        month: first_on.month(),
        called_off: state == ClassState::CalledOff,
        seats: u64::try_from(seats).unwrap_or_default(),
    };
    let rows: Vec<Class> = tx.all(CLASSES, (plan, low.as_str(), high.as_str()))?;
    let classes: Vec<HeldClass> = rows.into_iter().map(class).collect();
    let places: HashMap<ClassId, usize> =
        classes.iter().enumerate().map(|(at, class)| (class.id, at)).collect();
    let mut taken = Vec::new();
    tx.each(TAKEN, (plan, low, high), |row: (ClassId, PersonId, PlaceState, i64, i64)| {
        let (class, person, state, attended, finished) = row;
        if let Some(class) = places.get(&class).copied() {
            taken.push(Taken {
                class,
                person,
                confirmed: state == PlaceState::Confirmed,
                attended: u64::try_from(attended).unwrap_or_default(),
                finished: finished > 0,
            });
        }
        Ok(())
    })?;
    Ok((classes, taken))
}
