//! Asking for growth figures: the answer behind the page, its file and the API.
use super::{
    Asked, By, GrowthAnswer, GrowthGroup, GrowthNumbers, GrowthScope, GrowthTerms, tally::Tally,
};
use crate::{
    House, Problem,
    board::{Board, caught_up, load_growth},
    journal::Db,
    reports::Key,
    staff::{self, Account, Officer},
};
use db::Position;
use rules::{
    Act, UserId,
    growth::{Indicator, Terms},
};

/// Answers a question within the officer's scope. Blocks: the first to ask waits until all is counted.
pub fn ask(
    db: &Db,
    house: &House,
    officer: &Officer,
    asked: &Asked,
) -> Result<GrowthAnswer, Problem> {
    officer.may(Act::ReadFigures)?;
    load_growth(db, house)?;
    let (seen, accounts) = db.look(|tx| {
        let seen = caught_up(tx, house)?;
        let told_apart = asked.by.contains(&By::Mentor);
        let accounts = if told_apart { staff::accounts(tx, &officer.scope)? } else { Vec::new() };
        Ok::<_, Problem>((seen, accounts))
    })?;
    told(house, officer, &accounts, asked, seen)
}

/// The same for whoever has just looked at the journal's end, saw it at `seen`, and tells no mentors apart.
/// Growth must be counted.
pub fn answer(
    house: &House,
    officer: &Officer,
    asked: &Asked,
    seen: Position,
) -> Result<GrowthAnswer, Problem> {
    officer.may(Act::ReadFigures)?;
    told(house, officer, &[], asked, seen)
}

fn told(
    house: &House,
    officer: &Officer,
    accounts: &[Account],
    asked: &Asked,
    seen: Position,
) -> Result<GrowthAnswer, Problem> {
    let board = house.board();
    let tally = Tally::new(house, &board, officer, asked, seen)?;
    let answer = board.growing.growth.ask(&tally.question);
    let group = |group: &figures::growth::Group| GrowthGroup {
        key: keys(house, &board, accounts, &asked.by, group.key),
        numbers: GrowthNumbers::counted(&group.counts),
    };
    let grouped = !asked.by.is_empty();
    Ok(GrowthAnswer {
        as_at: tally.as_at,
        known_at: tally.known_at,
        definition: asked.definition.word(),
        law: tally.law,
        terms: terms(&asked.terms),
        scope: scope(officer, asked, tally.mentor),
        total: GrowthNumbers::counted(&answer.whole),
        groups: grouped.then(|| answer.groups.iter().map(group).collect()),
    })
}

fn terms(terms: &Terms) -> GrowthTerms {
    let decides = |of: &Indicator| terms.indicators[of.index()];
    GrowthTerms {
        indicators: Indicator::ALL.into_iter().filter(decides).map(Indicator::word).collect(),
        need: terms.need.word(),
        threshold_percent: terms.threshold_percent,
        turnover_months: terms.turnover_months,
        fresh_months: terms.fresh_months,
    }
}

fn scope(officer: &Officer, asked: &Asked, mentor: Option<UserId>) -> GrowthScope {
    GrowthScope {
        area: asked.area.map(|area| area.to_string()),
        agency: asked.agency.map(|agency| agency.to_string()),
        mentor: mentor.map(|mentor| mentor.to_string()),
        seen_area: officer.scope.area().map(|area| area.to_string()),
        seen_agency: officer.scope.agency().map(ToString::to_string),
        registered_from: asked.registered_from,
        registered_to: asked.registered_to,
    }
}

fn keys(house: &House, board: &Board, accounts: &[Account], by: &[By], key: [u16; 2]) -> Vec<Key> {
    by.iter().zip(key).map(|(by, number)| named(house, board, accounts, *by, number)).collect()
}

const UNKNOWN: &str = "Belum diketahui";
const NO_MENTOR: &str = "Tanpa pendamping";
const ELSEWHERE: &str = "Pendamping wilayah lain";

fn named(house: &House, board: &Board, accounts: &[Account], by: By, number: u16) -> Key {
    let codes = &board.growing.codes;
    let (code, label) = match by {
        By::City | By::Kecamatan | By::Kelurahan => {
            let region = codes.region_of(number);
            region.map(|code| (code.to_string(), house.region_name(code))).unzip()
        }
        By::Agency => {
            let agency = u8::try_from(number).ok().and_then(|number| codes.agency_of(number));
            agency.map(|agency| (agency.to_string(), house.agency_name(&agency))).unzip()
        }
        By::Mentor => mentor(board, accounts, number),
        By::Year => (Some(number.to_string()), Some(number.to_string())),
    };
    Key { dimension: by.word(), code, label: label.unwrap_or_else(|| UNKNOWN.to_owned()) }
}

/// The account of a mentor, and its name where the asker may see the account.
fn mentor(board: &Board, accounts: &[Account], number: u16) -> (Option<String>, Option<String>) {
    let Some(mentor) = board.growing.mentor_of(number) else {
        return (None, Some(NO_MENTOR.to_owned()));
    };
    let account = accounts.iter().find(|account| account.id == mentor);
    let name = account.map_or_else(|| ELSEWHERE.to_owned(), |account| account.name.clone());
    (Some(mentor.to_string()), Some(name))
}
