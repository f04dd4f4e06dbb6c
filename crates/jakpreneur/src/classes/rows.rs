//! The rows behind classes.
use super::{Announcement, Class, Organiser, Seats, Session, Trade, Trainer, reach::Reach};
use db::{Error, Position, Result, Tx, sql};
use rules::{
    Agency, ClassId, Date, PlanId, RegionCode,
    training::{ClassKind, ClassState, Share},
};

sql!(TRADES = "select code, name, name_en, business_type from trade order by name");
/// Every trade, by name.
pub fn trades(tx: &mut Tx<'_>) -> Result<Vec<Trade>> {
    let found = tx.all(TRADES, ())?;
    let trade = |(code, name, name_en, business_type)| Trade { code, name, name_en, business_type };
    Ok(found.into_iter().map(trade).collect())
}

sql!(
    ADD = "
    insert into class (id, kind, title, trade, agency, area, place, capacity, closes_on, share, notes,
        plan_id, state, first_on, last_on, position, changed_at_position)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)"
);
/// A class that was announced.
pub(super) fn add(tx: &mut Tx<'_>, id: ClassId, new: &Announcement, at: Position) -> Result<()> {
    let row = (
        id,
        new.kind,
        new.title.as_str(),
        new.trade.as_str(),
        new.agency,
        new.area,
        new.place.as_str(),
        i64::from(new.capacity),
        new.closes_on,
        new.share,
        new.notes.as_str(),
        new.plan,
        ClassState::Announced,
        new.first_on(),
        new.last_on(),
        at,
    );
    tx.run(ADD, row)?;
    add_parts(tx, id, new)
}

sql!(
    CHANGE = "
    update class set kind = $1, title = $2, trade = $3, agency = $4, area = $5, place = $6, capacity = $7,
        closes_on = $8, share = $9, notes = $10, plan_id = $11, first_on = $12, last_on = $13,
        changed_at_position = $14
    where id = $15"
);
sql!(DROP_ORGANISERS = "delete from class_organiser where class_id = $1");
sql!(DROP_TRAINERS = "delete from class_trainer where class_id = $1");
sql!(DROP_SESSIONS = "delete from class_session where class_id = $1");
/// A class that was changed.
pub(super) fn put(tx: &mut Tx<'_>, id: ClassId, new: &Announcement, at: Position) -> Result<()> {
    let row = (
        new.kind,
        new.title.as_str(),
        new.trade.as_str(),
        new.agency,
        new.area,
        new.place.as_str(),
        i64::from(new.capacity),
        new.closes_on,
        new.share,
        new.notes.as_str(),
        new.plan,
        new.first_on(),
        new.last_on(),
        at,
        id,
    );
    tx.run(CHANGE, row)?;
    for drop in [DROP_ORGANISERS, DROP_TRAINERS, DROP_SESSIONS] {
        tx.run(drop, (id,))?;
    }
    add_parts(tx, id, new)
}

sql!(
    ADD_ORGANISER = "
    insert into class_organiser (class_id, line, kind, name, agency) values ($1, $2, $3, $4, $5)"
);
sql!(
    ADD_TRAINER =
        "insert into class_trainer (class_id, line, name, user_id) values ($1, $2, $3, $4)"
);
sql!(
    ADD_SESSION = "
    insert into class_session (class_id, number, held_on, starts, ends, mode, place, trainer, topic)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
);
fn add_parts(tx: &mut Tx<'_>, id: ClassId, new: &Announcement) -> Result<()> {
    for (line, it) in (1_i16..).zip(&new.organisers) {
        tx.run(ADD_ORGANISER, (id, line, it.kind, it.name.as_str(), it.agency))?;
    }
    for (line, it) in (1_i16..).zip(&new.trainers) {
        tx.run(ADD_TRAINER, (id, line, it.name.as_str(), it.user))?;
    }
    for it in &new.sessions {
        let (place, trainer, topic) = (it.place.as_str(), it.trainer.as_str(), it.topic.as_str());
        let times = (it.held_on, it.starts, it.ends);
        let row = (id, it.number, times.0, times.1, times.2, it.mode, place, trainer, topic);
        tx.run(ADD_SESSION, row)?;
    }
    Ok(())
}

sql!(
    CALL_OFF = "
    update class set state = $1, call_off_reason = $2, changed_at_position = $3 where id = $4"
);
/// A class that does not take place.
pub(super) fn call_off(tx: &mut Tx<'_>, id: ClassId, reason: &str, at: Position) -> Result<()> {
    tx.run(CALL_OFF, (ClassState::CalledOff, reason, at, id)).map(drop)
}

sql!(FINISH = "update class set state = $1, changed_at_position = $2 where id = $3");
/// A class that is closed: the row alone, for the act that says who finished.
pub fn finish(tx: &mut Tx<'_>, id: ClassId, at: Position) -> Result<()> {
    tx.run(FINISH, (ClassState::Finished, at, id)).map(drop)
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
    Share,
    String,
    Option<PlanId>,
    ClassState,
    Option<String>,
    Position,
    Position,
);

sql!(
    CLASS = "
    select c.id, c.kind, c.title, c.trade, c.agency, c.area, c.place, c.capacity, c.closes_on, c.share,
        c.notes, c.plan_id, c.state, c.call_off_reason, c.position, c.changed_at_position
    from class c
    where c.id = $1
      and (c.agency between $2 and $3 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $2 and $3))
      and (c.area between $4 and $5 or $6 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $7) or $7 is null)"
);
/// A class within reach.
pub(super) fn class(tx: &mut Tx<'_>, reach: &Reach, id: ClassId) -> Result<Option<Class>> {
    let r = reach.clone();
    let bounds = (id, r.agency_low, r.agency_high, r.area_low, r.area_high, r.inside, r.taught_by);
    let Some(row) = tx.maybe::<Row>(CLASS, bounds)? else { return Ok(None) };
    let announced = Announcement {
        kind: row.1,
        title: row.2,
        trade: row.3,
        agency: row.4,
        area: row.5,
        place: row.6,
        capacity: whole(7, row.7)?,
        closes_on: row.8,
        share: row.9,
        notes: row.10,
        plan: row.11,
        organisers: organisers(tx, id)?,
        trainers: trainers(tx, id)?,
        sessions: sessions(tx, id)?,
    };
    let (state, call_off_reason, position, changed_at_position) = (row.12, row.13, row.14, row.15);
    Ok(Some(Class { id, announced, state, call_off_reason, position, changed_at_position }))
}

/// A count that must not be negative.
pub(super) fn whole(column: usize, number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|_| Error::Unreadable(column, number.to_string()))
}

sql!(
    ORGANISERS = "select kind, name, agency from class_organiser where class_id = $1 order by line"
);
fn organisers(tx: &mut Tx<'_>, id: ClassId) -> Result<Vec<Organiser>> {
    let found = tx.all(ORGANISERS, (id,))?;
    let organiser = |(kind, name, agency)| Organiser { kind, name, agency };
    Ok(found.into_iter().map(organiser).collect())
}

sql!(TRAINERS = "select name, user_id from class_trainer where class_id = $1 order by line");
fn trainers(tx: &mut Tx<'_>, id: ClassId) -> Result<Vec<Trainer>> {
    Ok(tx.all(TRAINERS, (id,))?.into_iter().map(|(name, user)| Trainer { name, user }).collect())
}

sql!(
    SESSIONS = "
    select number, held_on, starts, ends, mode, place, trainer, topic from class_session
    where class_id = $1 order by held_on, starts, number"
);
fn sessions(tx: &mut Tx<'_>, id: ClassId) -> Result<Vec<Session>> {
    let found = tx.all(SESSIONS, (id,))?;
    let session = |(number, held_on, starts, ends, mode, place, trainer, topic)| Session {
        number,
        held_on,
        starts,
        ends,
        mode,
        place,
        trainer,
        topic,
    };
    Ok(found.into_iter().map(session).collect())
}

sql!(
    SEATS = "
    select c.agency, c.kind, c.capacity, c.closes_on, c.state from class c
    where c.id = $1
      and (c.agency between $2 and $3 or exists (
        select 1 from class_organiser o where o.class_id = c.id and o.agency between $2 and $3))
      and (c.area between $4 and $5 or $6 like c.area || '%')
      and (exists (
        select 1 from class_trainer t where t.class_id = c.id and t.user_id = $7) or $7 is null)"
);
/// What decides about the places of a class within reach.
pub(super) fn seats(tx: &mut Tx<'_>, reach: &Reach, id: ClassId) -> Result<Option<Seats>> {
    let r = reach.clone();
    let bounds = (id, r.agency_low, r.agency_high, r.area_low, r.area_high, r.inside, r.taught_by);
    let found: Option<(Agency, ClassKind, i64, Date, ClassState)> = tx.maybe(SEATS, bounds)?;
    let Some((agency, kind, capacity, closes_on, state)) = found else { return Ok(None) };
    Ok(Some(Seats { agency, kind, capacity: whole(2, capacity)?, closes_on, state }))
}

sql!(MARKED = "select distinct session from attendance where class_id = $1");
/// The sessions somebody was marked at: they were held, whatever the calendar says.
pub(super) fn marked(tx: &mut Tx<'_>, id: ClassId) -> Result<Vec<i16>> {
    Ok(tx.all(MARKED, (id,))?.into_iter().map(|(number,)| number).collect())
}

sql!(MEETS_ON = "select number from class_session where class_id = $1 and held_on = $2 limit 1");
/// Whether a class has a session on that day.
pub fn meets_on(tx: &mut Tx<'_>, id: ClassId, day: Date) -> Result<bool> {
    Ok(tx.maybe::<(i16,)>(MEETS_ON, (id, day))?.is_some())
}
