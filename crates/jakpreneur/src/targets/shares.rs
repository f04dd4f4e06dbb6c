//! A realisation, divided by month, area or agency.
use super::{Realised, Share, Target, realise::curve};
use crate::{
    House, Problem,
    board::Board,
    reports::{By, Narrowing},
    staff::Officer,
};
use db::Position;
use rules::{Date, Level};

/// The realisation, divided. Months divide it by the day of each person; places and agencies by whose
/// record it is, and count as the same target narrowed to them would.
pub(super) fn shares(
    house: &House,
    board: &Board,
    officer: &Officer,
    (own, realised): (&Target, &Realised),
    by: By,
    seen: Position,
) -> Result<Vec<Share>, Problem> {
    let level = match by {
        By::Month => return Ok(months(&realised.curve)),
        By::City => Level::City,
        By::Kecamatan => Level::Kecamatan,
        By::Kelurahan => Level::Kelurahan,
        By::Agency | By::BusinessType | By::Sex | By::Track | By::Channel | By::Year => {
            return agencies(house, board, officer, (own, realised), seen);
        }
    };
    let inside = house.regions.all().iter().filter(|it| it.code.level() == level);
    let inside = inside.filter(|it| it.code.within(&own.area));
    let share =
        |code: rules::RegionCode| Narrowing { area: Some(code), ..realised.narrowing.clone() };
    let named = inside.map(|it| (it.code.to_string(), it.name.clone(), share(it.code)));
    counted(house, board, officer, own, named.collect(), seen)
}

fn agencies(
    house: &House,
    board: &Board,
    officer: &Officer,
    (own, realised): (&Target, &Realised),
    seen: Position,
) -> Result<Vec<Share>, Problem> {
    let all = house.known_agencies().into_iter();
    let within = all.filter(|(code, _)| own.agency.is_none_or(|agency| agency == *code));
    let share = |code| Narrowing { agency: Some(code), ..realised.narrowing.clone() };
    let named = within.map(|(code, name)| (code.to_string(), name, share(code)));
    counted(house, board, officer, own, named.collect(), seen)
}

fn counted(
    house: &House,
    board: &Board,
    officer: &Officer,
    own: &Target,
    named: Vec<(String, String, Narrowing)>,
    seen: Position,
) -> Result<Vec<Share>, Problem> {
    let mut shares = Vec::new();
    for (code, label, narrowing) in named {
        let curve = curve(house, board, &officer.scope, own, &narrowing, seen)?;
        let actual = curve.last().map_or(0, |(_, count)| *count);
        if actual > 0 {
            shares.push(Share { code, label, actual });
        }
    }
    Ok(shares)
}

fn months(curve: &[(Date, u64)]) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    let mut before = 0;
    for (day, count) in curve {
        let (code, gained) = (day.strftime("%Y-%m").to_string(), count - before);
        before = *count;
        if let Some(last) = shares.last_mut().filter(|last| last.code == code) {
            last.actual += gained;
            continue;
        }
        let label = format!("{} {}", rules::date::month_words(day.month()), day.year());
        shares.push(Share { code, label, actual: gained });
    }
    shares
}
