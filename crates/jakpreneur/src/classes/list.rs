//! Lists of classes, with how many places are taken.
use super::{reach::Reach, rows::whole};
use crate::{Problem, staff::Officer};
use db::{Tx, sql};
use rules::{
    Agency, ClassId, Date, RegionCode,
    training::{ClassKind, ClassState},
};

/// Which classes are asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Open to this area: held in it, or for a wider area around it.
    pub area: Option<RegionCode>,
    /// About this trade: its code.
    pub trade: Option<String>,
    /// Of this kind.
    pub kind: Option<ClassKind>,
    /// Held or organised by this agency.
    pub agency: Option<Agency>,
    /// Going on on this day or later.
    pub from: Option<Date>,
    /// Begun on this day or earlier.
    pub to: Option<Date>,
    /// So far.
    pub state: Option<ClassState>,
    /// Where the page before ended.
    pub after: Option<(Date, ClassId)>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A page of classes, those that begin first on top.
#[derive(Clone, Debug)]
pub struct Page {
    /// The classes.
    pub items: Vec<Line>,
    /// What to ask the next page after.
    pub next: Option<(Date, ClassId)>,
    /// How many there are over all pages.
    pub total: u64,
}

/// A class as a line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The class.
    pub id: ClassId,
    /// For whom it is.
    pub kind: ClassKind,
    /// What it is called.
    pub title: String,
    /// The code of the trade.
    pub trade: String,
    /// Whose it is.
    pub agency: Agency,
    /// The kecamatan, or the city.
    pub area: RegionCode,
    /// The building and the room.
    pub place: String,
    /// How many places there are.
    pub capacity: u32,
    /// The last day of registration.
    pub closes_on: Date,
    /// How far it is.
    pub state: ClassState,
    /// The day of its first session.
    pub first_on: Date,
    /// The day of its last session.
    pub last_on: Date,
    /// How many sessions it has.
    pub sessions: u32,
    /// Who stands how to it.
    pub counts: Counts,
}

/// How many persons stand how to a class; each number is of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Were ever invited.
    pub invited: u32,
    /// Ever asked for a place, or were transferred here.
    pub registered: u32,
    /// Have a place now.
    pub confirmed: u32,
    /// Wait now.
    pub waiting: u32,
    /// Have a place and came without having asked before.
    pub walk_ins: u32,
}

type Row = (
    ClassId,
    ClassKind,
    String,
    String,
    Agency,
    RegionCode,
    String,
    i64,
    Date,
    ClassState,
    Date,
    Date,
    i64,
    i64,
    i64,
    i64,
    i64,
    i64,
);

sql!(
    LIST = "
    select c.id, c.kind, c.title, c.trade, c.agency, c.area, c.place, c.capacity, c.closes_on, c.state,
        c.first_on, c.last_on,
        (select count(*) from class_session s where s.class_id = c.id),
        (select count(*) from class_place p where p.class_id = c.id and p.invited_at_position is not null),
        (select count(*) from class_place p where p.class_id = c.id and p.asked_at_position is not null),
        (select count(*) from class_place p where p.class_id = c.id and p.state = 'confirmed'),
        (select count(*) from class_place p where p.class_id = c.id and p.state = 'waiting'),
        (select count(*) from class_place p
         where p.class_id = c.id and p.state = 'confirmed' and p.walk_in = 1)
    from class c
    where (c.agency between $1 and $2 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $1 and $2))
      and (c.area between $3 and $4 or $5 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $6) or $6 is null)
      and (c.area between $7 and $8 or $9 like c.area || '%')
      and (c.trade = $10 or $10 is null) and (c.kind = $11 or $11 is null)
      and (c.agency = $12 or $12 is null or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency = $12))
      and (c.last_on >= $13 or $13 is null) and (c.first_on <= $14 or $14 is null)
      and (c.state = $15 or $15 is null)
      and ((c.first_on, c.id) > ($16, $17) or $16 is null)
    order by c.first_on, c.id limit $18"
);
sql!(
    COUNT = "
    select count(*) from class c
    where (c.agency between $1 and $2 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $1 and $2))
      and (c.area between $3 and $4 or $5 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $6) or $6 is null)
      and (c.area between $7 and $8 or $9 like c.area || '%')
      and (c.trade = $10 or $10 is null) and (c.kind = $11 or $11 is null)
      and (c.agency = $12 or $12 is null or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency = $12))
      and (c.last_on >= $13 or $13 is null) and (c.first_on <= $14 or $14 is null)
      and (c.state = $15 or $15 is null)"
);
/// A page of the classes the officer sees, with the exact number of all.
pub fn list(tx: &mut Tx<'_>, officer: &Officer, wanted: &Wanted) -> Result<Page, Problem> {
    let (reach, limit) = (Reach::of(officer)?, wanted.limit.clamp(1, 200));
    let mut items = page(tx, reach.clone(), wanted.clone(), limit + 1)?;
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(|last| (last.first_on, last.id));
    Ok(Page { items, next, total: count(tx, reach, wanted.clone())? })
}

/// The bounds of an area, and the area itself for what lies around it.
fn area(area: Option<RegionCode>) -> (String, String, String) {
    area.map_or_else(
        || (String::new(), "~".to_owned(), String::new()),
        |area| (area.to_string(), format!("{area}~"), area.to_string()),
    )
}

fn page(tx: &mut Tx<'_>, r: Reach, w: Wanted, limit: usize) -> db::Result<Vec<Line>> {
    let (low, high, inside) = area(w.area);
    let (after_on, after) = w.after.unzip();
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows: Vec<Row> = tx.all(
        LIST,
        (
            r.agency_low,
            r.agency_high,
            r.area_low,
            r.area_high,
            r.inside,
            r.taught_by,
            low,
            high,
            inside,
            w.trade,
            w.kind,
            w.agency,
            w.from,
            w.to,
            w.state,
            after_on,
            after,
            limit,
        ),
    )?;
    rows.into_iter().map(line).collect()
}

fn count(tx: &mut Tx<'_>, r: Reach, w: Wanted) -> db::Result<u64> {
    let (low, high, inside) = area(w.area);
    let counted: Option<(i64,)> = tx.maybe(
        COUNT,
        (
            r.agency_low,
            r.agency_high,
            r.area_low,
            r.area_high,
            r.inside,
            r.taught_by,
            low,
            high,
            inside,
            w.trade,
            w.kind,
            w.agency,
            w.from,
            w.to,
            w.state,
        ),
    )?;
    Ok(counted.map_or(0, |(count,)| count.unsigned_abs()))
}

fn line(row: Row) -> db::Result<Line> {
    Ok(Line {
        id: row.0,
        kind: row.1,
        title: row.2,
        trade: row.3,
        agency: row.4,
        area: row.5,
        place: row.6,
        capacity: whole(7, row.7)?,
        closes_on: row.8,
        state: row.9,
        first_on: row.10,
        last_on: row.11,
        sessions: whole(12, row.12)?,
        counts: Counts {
            invited: whole(13, row.13)?,
            registered: whole(14, row.14)?,
            confirmed: whole(15, row.15)?,
            waiting: whole(16, row.16)?,
            walk_ins: whole(17, row.17)?,
        },
    })
}

sql!(
    COUNTS = "
    select count(*) filter (where invited_at_position is not null),
        count(*) filter (where asked_at_position is not null),
        count(*) filter (where state = 'confirmed'), count(*) filter (where state = 'waiting'),
        count(*) filter (where state = 'confirmed' and walk_in = 1)
    from class_place where class_id = $1"
);
/// How many stand how to a class that the caller was let to see.
pub fn counts(tx: &mut Tx<'_>, class: ClassId) -> db::Result<Counts> {
    let found: Option<(i64, i64, i64, i64, i64)> = tx.maybe(COUNTS, (class,))?;
    let Some((invited, registered, confirmed, waiting, walk_ins)) = found else {
        return Ok(Counts::default());
    };
    Ok(Counts {
        invited: whole(0, invited)?,
        registered: whole(1, registered)?,
        confirmed: whole(2, confirmed)?,
        waiting: whole(3, waiting)?,
        walk_ins: whole(4, walk_ins)?,
    })
}
