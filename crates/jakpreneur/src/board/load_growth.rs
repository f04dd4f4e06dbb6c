//! Counting how businesses grow, when it is first needed: every month told is opened, so this takes a while.
use super::{
    Growing, MeasuredNews, News, following,
    linked::Linked,
    load::{broken, members},
    versions::Versions,
};
use crate::{
    House, Problem,
    growth::Told,
    journal::Db,
    privacy::{PersonKey, Salt},
};
use db::{Position, Tx, sql};
use figures::growth::{Fact, Growth};
use rules::{
    Date, MemberId, PersonId, UserId,
    growth::{Measurement, Month},
};
use std::collections::HashMap;

/// Counts the growth of everything recorded, unless it is counted. Whoever asks meanwhile waits. Blocks.
pub fn load_growth(db: &Db, house: &House) -> Result<(), Problem> {
    let _alone = house.one_counts_growth();
    if house.board().growing.is_ready {
        return Ok(());
    }
    let (mut growing, mut at) = db.look(|tx| {
        tx.unhurried()?;
        Ok::<_, Problem>((counted(tx, house)?, tx.chain()?.position))
    })?;
    // What was committed meanwhile: nearly all of it beside the others, the rest while nobody commits.
    let until = house.board().position;
    at = take_since(db, house, &mut growing, at, until)?;
    let mut board = house.board_mut();
    let until = board.position;
    take_since(db, house, &mut growing, at, until)?;
    growing.is_ready = true;
    board.growing = growing;
    Ok(())
}

/// Takes what was committed after a position and up to another; answers how far it is counted.
fn take_since(
    db: &Db,
    house: &House,
    growing: &mut Growing,
    at: Position,
    until: Position,
) -> Result<Position, Problem> {
    if until <= at {
        return Ok(at);
    }
    let news = db.look(|tx| following::between(tx, house, at, until))?;
    for news in &news {
        growing.take(news).map_err(broken)?;
    }
    Ok(until)
}

/// A record, and what opens what was told of it.
struct Record {
    position: Position,
    keyed_by: PersonId,
    salt: Option<Salt>,
}

fn counted(tx: &mut Tx<'_>, house: &House) -> Result<Growing, Problem> {
    let mut growing = Growing::new(house.regions);
    let mut facts = Vec::new();
    let versions = Versions::look(tx)?;
    let mut linked = Linked::look(tx)?;
    for member in members(tx, &mut linked, &versions)? {
        growing.facts(&News::Member(Box::new(member)), &mut facts).map_err(broken)?;
    }
    for change in versions.changes {
        growing.facts(&News::Change(Box::new(change)), &mut facts).map_err(broken)?;
    }
    let records = records(tx)?;
    for news in mentors(tx, &records)? {
        growing.facts(&news, &mut facts).map_err(broken)?;
    }
    told(tx, house, &records, &mut growing, &mut facts)?;
    // Stable, so that of one position the registration comes first.
    facts.sort_by_key(Fact::position);
    growing.growth = Growth::load(facts).map_err(broken)?;
    Ok(growing)
}

sql!(
    RECORDS = "
    select m.id, m.position, m.keyed_by, p.salt
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by"
);
type RecordRow = (MemberId, Position, PersonId, Option<Vec<u8>>);

fn records(tx: &mut Tx<'_>) -> Result<HashMap<MemberId, Record>, Problem> {
    let mut records = HashMap::new();
    tx.each(RECORDS, (), |(member, position, keyed_by, salt): RecordRow| {
        let salt = salt.and_then(|salt| salt.try_into().ok());
        records.insert(member, Record { position, keyed_by, salt });
        Ok(())
    })?;
    Ok(records)
}

sql!(
    MENTORS = "
    select member_id, position, mentor_id, from_on, until_on, ended_at_position
    from mentor_assignment order by member_id, position"
);
type MentorRow = (MemberId, Position, UserId, Date, Option<Date>, Option<Position>);

/// Who was given to whom, and who has nobody since.
fn mentors(tx: &mut Tx<'_>, records: &HashMap<MemberId, Record>) -> Result<Vec<News>, Problem> {
    let rows: Vec<MentorRow> = tx.all(MENTORS, ())?;
    let mut news = Vec::with_capacity(rows.len());
    for (at, (of, position, mentor, from_on, until_on, ended)) in rows.iter().enumerate() {
        let Some(record) = records.get(of) else { continue };
        let member = record.position;
        let given = |position, from_on, mentor| News::Mentor { position, member, from_on, mentor };
        news.push(given(*position, *from_on, Some(*mentor)));
        let next = rows.get(at + 1).filter(|next| next.0 == *of).map(|next| next.1);
        if let Some((until, ended)) = until_on.zip(*ended).filter(|(_, at)| next != Some(*at)) {
            news.push(given(ended, until, None));
        }
    }
    Ok(news)
}

sql!(
    TOLD = "
    select member_id, month, position, measured_on, baseline, told, ended_at_position, void_reason
    from measurement"
);
type ToldRow = (MemberId, i16, Position, Date, i16, Vec<u8>, Option<Position>, Option<Vec<u8>>);

/// Every month ever told, opened, and every one taken back.
fn told(
    tx: &mut Tx<'_>,
    house: &House,
    records: &HashMap<MemberId, Record>,
    growing: &mut Growing,
    facts: &mut Vec<Fact>,
) -> Result<(), Problem> {
    let mut fault = None;
    // Months of one member come one after the other, so that a key is made once for all of them.
    let mut key: Option<(MemberId, Option<PersonKey>)> = None;
    tx.each(TOLD, (), |row: ToldRow| {
        let Some(record) = records.get(&row.0) else { return Ok(()) };
        if key.as_ref().is_none_or(|(of, _)| *of != row.0) {
            let made = record.salt.map(|salt| house.seal.person_key(record.keyed_by, &salt));
            key = Some((row.0, made));
        }
        let opened = key.as_ref().and_then(|(_, key)| Told::open(key.as_ref()?, row.0, &row.5));
        let opened = opened.unwrap_or_default();
        for news in news_of(row, record.position, &opened) {
            let taken = growing.facts(&news, facts);
            fault = fault.take().or(taken.err());
        }
        Ok(())
    })?;
    fault.map_or(Ok(()), |fault| Err(broken(fault)))
}

/// What one row says: that a month was told, and that it was taken back if it was.
fn news_of(row: ToldRow, member: Position, told: &Told) -> impl Iterator<Item = News> + use<> {
    let (_, month, position, measured_on, baseline, _, ended, void_reason) = row;
    let month = Month(u16::try_from(month).unwrap_or_default());
    let measured = News::Measured(Box::new(MeasuredNews {
        position,
        member,
        measurement: Measurement {
            month,
            measured_on,
            turnover: told.turnover,
            assets: told.assets,
            workers: told.workers(),
            is_baseline: baseline == 1,
        },
    }));
    let voided = ended.filter(|_| void_reason.is_some());
    let voided = voided.map(|position| News::MonthVoided { position, member, month });
    [Some(measured), voided].into_iter().flatten()
}
