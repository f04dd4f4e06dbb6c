//! Filling the board at start: the counts first, the names right behind them.
use super::{
    Board, MemberNews, Names, ServiceNews, linked::Linked, position_of, versions::Versions,
};
use crate::{House, Problem, journal::Db, privacy::Identity};
use db::{Position, Tx, sql};
use figures::{Change, Figures, Member, Service, Void};
use rules::{
    Agency, BusinessType, Channel, Date, MemberId, PersonId, RegionCode, Sex, StageKind, Track,
};
use std::collections::HashMap;

/// Counts everything that is recorded; names come with [`load_names`]. Blocks.
pub fn load(db: &Db, house: &House) -> Result<(), Problem> {
    let board = db.look(|tx| {
        tx.unhurried()?;
        counted(tx, house)
    })?;
    *house.board_mut() = board;
    Ok(())
}

fn counted(tx: &mut Tx<'_>, house: &House) -> Result<Board, Problem> {
    let mut board = Board::new(house.regions);
    board.position = tx.chain()?.position;
    let mut linked = Linked::look(tx)?;
    let versions = Versions::look(tx)?;
    let members = members(tx, &mut linked, &versions)?;
    let ids: Vec<(u32, MemberId)> = members
        .iter()
        .map(|news| Ok((position_of(news.position)?, news.member)))
        .collect::<Result<_, figures::Broken>>()
        .map_err(broken)?;
    let mut facts: Vec<Member> = Vec::with_capacity(members.len());
    for news in &members {
        facts.push(board.codes.member(news).map_err(broken)?);
    }
    let at: HashMap<MemberId, Position> =
        members.iter().map(|news| (news.member, news.position)).collect();
    drop(members);
    let (services, voids) = services(tx, &mut board, &at)?;
    let links = linked.facts(&at).map_err(broken)?;
    let changes: Vec<Change> = versions
        .changes
        .iter()
        .map(|change| board.codes.change(change))
        .collect::<Result<_, _>>()
        .map_err(broken)?;
    board.figures = Figures::load(facts, services, voids, links, changes).map_err(broken)?;
    for (position, member) in ids {
        board.names.add(position, member, "", None);
    }
    board.names_ready = false;
    board.growing.is_ready = false;
    Ok(board)
}

pub(super) fn broken(broken: figures::Broken) -> Problem {
    Problem::Broken(format!("the counts cannot take what is recorded: {broken}"))
}

sql!(
    MEMBERS = "
    select id, keyed_by, position, agency, office, area, sex, track, business_type, channel, registered_on
    from member order by position"
);
type MemberRow = (
    MemberId,
    PersonId,
    i64,
    Agency,
    RegionCode,
    RegionCode,
    Option<Sex>,
    Track,
    BusinessType,
    Channel,
    Date,
);

/// Every registration in order, as it was recorded; a person's later records point at an earlier one.
pub(super) fn members(
    tx: &mut Tx<'_>,
    linked: &mut Linked,
    versions: &Versions,
) -> Result<Vec<MemberNews>, Problem> {
    let mut members = Vec::new();
    tx.each(MEMBERS, (), |row: MemberRow| {
        let (member, person, position, agency, office, area, sex, track, trade, channel, on) = row;
        let mut news = MemberNews {
            position,
            member,
            same_person_as: linked.same_person_as(member, person, position),
            agency,
            office,
            area,
            sex,
            track,
            business_type: trade,
            channel,
            registered_on: on,
            name_folded: String::new(),
            birth_date: None,
        };
        versions.as_registered(&mut news);
        members.push(news);
        Ok(())
    })?;
    Ok(members)
}

sql!(
    SERVICES = "
    select member_id, position, stage, state, occurred_on, agency, voided_at_position
    from service"
);
type ServiceRow = (MemberId, i64, StageKind, String, Date, Agency, Option<i64>);

/// Every service, in any order: the figures put them in theirs, quicker than a database sorts rows.
fn services(
    tx: &mut Tx<'_>,
    board: &mut Board,
    at: &HashMap<MemberId, Position>,
) -> Result<(Vec<Service>, Vec<Void>), Problem> {
    let (mut services, mut voids, mut fault) = (Vec::new(), Vec::new(), None);
    tx.each(SERVICES, (), |row: ServiceRow| {
        let (member, position, stage, state, occurred_on, agency, voided) = row;
        let member = at.get(&member).copied().unwrap_or_default();
        let completed = state == crate::stages::State::Completed.word();
        let news = ServiceNews { position, member, stage, completed, occurred_on, agency };
        let counted = board.codes.service(&news).and_then(|service| {
            voids.extend(
                voided
                    .map(position_of)
                    .transpose()?
                    .map(|position| Void { position, service: service.position }),
            );
            services.push(service);
            Ok(())
        });
        fault = fault.take().or(counted.err());
        Ok(())
    })?;
    fault.map_or(Ok((services, voids)), |fault| Err(broken(fault)))
}

sql!(
    IDENTITIES = "
    select m.position, m.id, m.keyed_by, p.salt, m.identity
    from member m join person p on p.shard = m.shard and p.id = m.keyed_by order by m.position"
);
type IdentityRow = (i64, MemberId, PersonId, Option<Vec<u8>>, Vec<u8>);

/// Opens every name for searching, and puts those who came meanwhile behind them. Blocks.
pub fn load_names(db: &Db, house: &House) -> Result<(), Problem> {
    let mut names = Names::default();
    db.look(|tx| {
        tx.unhurried()?;
        tx.each(IDENTITIES, (), |row: IdentityRow| {
            let (position, member, person, salt, sealed) = row;
            let salt = salt.and_then(|salt| salt.try_into().ok());
            let known = Identity::read(&house.seal, person, salt.as_ref(), member, &sealed);
            let folded = known.as_ref().map(|known| known.name.folded()).unwrap_or_default();
            let born = known.and_then(|known| known.birth_date);
            let position = position_of(position).unwrap_or(u32::MAX);
            names.add(position, member, &folded, born);
            Ok(())
        })?;
        Ok::<_, Problem>(())
    })?;
    let mut board = house.board_mut();
    let met = std::mem::take(&mut board.names);
    names.append_after(&met);
    board.names = names;
    board.names_ready = true;
    Ok(())
}
