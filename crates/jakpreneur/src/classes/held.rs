//! The sessions of some days, for whoever holds them.
use super::{reach::Reach, rows::whole};
use crate::{Problem, staff::Officer};
use db::{Tx, sql};
use rules::{
    ClassId, Date, RegionCode,
    training::{ClassState, TimeOfDay},
};

/// A session, with the class it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The class.
    pub class: ClassId,
    /// What it is called.
    pub title: String,
    /// The kecamatan, or the city.
    pub area: RegionCode,
    /// Where the session is.
    pub place: String,
    /// The session's number in the class.
    pub number: i16,
    /// The day.
    pub held_on: Date,
    /// When it begins.
    pub starts: TimeOfDay,
    /// How many have a place.
    pub confirmed: u32,
    /// How many were marked present.
    pub present: u32,
    /// How far the class is.
    pub state: ClassState,
}

type Row =
    (ClassId, String, RegionCode, String, String, i16, Date, TimeOfDay, i64, i64, ClassState);

sql!(
    HELD = "
    select c.id, c.title, c.area, c.place, s.place, s.number, s.held_on, s.starts,
        (select count(*) from class_place p where p.class_id = c.id and p.state = 'confirmed'),
        (select count(*) from attendance a
         where a.class_id = c.id and a.session = s.number and a.mark = 'present'),
        c.state
    from class_session s join class c on c.id = s.class_id
    where s.held_on between $1 and $2 and c.state <> 'called_off'
      and (c.agency between $3 and $4 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $3 and $4))
      and (c.area between $5 and $6 or $7 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $8) or $8 is null)
    order by s.held_on, s.starts, c.id limit 200"
);
/// The first sessions from a day to a day of the classes the officer sees, but for those called off.
pub fn held(
    tx: &mut Tx<'_>,
    officer: &Officer,
    from: Date,
    to: Date,
) -> Result<Vec<Held>, Problem> {
    let r = Reach::of(officer)?;
    let bounds =
        (from, to, r.agency_low, r.agency_high, r.area_low, r.area_high, r.inside, r.taught_by);
    let rows: Vec<Row> = tx.all(HELD, bounds)?;
    Ok(rows.into_iter().map(session).collect::<db::Result<_>>()?)
}

fn session(row: Row) -> db::Result<Held> {
    Ok(Held {
        class: row.0,
        title: row.1,
        area: row.2,
        place: if row.4.is_empty() { row.3 } else { row.4 },
        number: row.5,
        held_on: row.6,
        starts: row.7,
        confirmed: whole(8, row.8)?,
        present: whole(9, row.9)?,
        state: row.10,
    })
}
