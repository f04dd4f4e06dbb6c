//! Who has a stand and who waits: never stored, but the order of the draw computed once more.
use super::{ApplicationRow, BazaarRow, rows};
use crate::Problem;
use db::Tx;
use rules::bazaar::{Applicant, Holding, Placed, draw, holding};
use std::collections::{BTreeSet, HashMap};

/// An application, and how it stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The application.
    pub row: ApplicationRow,
    /// Its place in the draw with what decided it; none before the draw, and where it was given up before.
    pub placed: Option<Placed>,
    /// Whether it has a stand or waits; none while nothing is drawn.
    pub holding: Option<Holding>,
}

/// How every application stands: in the order of the draw, before it in the order of asking.
pub fn standings(bazaar: &BazaarRow, applications: Vec<ApplicationRow>) -> Vec<Standing> {
    let stands = bazaar.announced.terms().stands();
    let placed = drawn(bazaar, &applications);
    let gone = applications.iter().filter(|it| it.given_up).map(|it| it.id.0);
    let held = holding(&placed, &gone.collect::<BTreeSet<_>>(), stands);
    let each = placed.into_iter().zip(held).map(|it| (it.0.applicant.application, it));
    let of: HashMap<_, _> = each.collect();
    let online = !bazaar.announced.terms().has_stands();
    let standing = |row: ApplicationRow| {
        let (placed, holding) = of.get(&row.id.0).copied().unzip();
        let otherwise = match (row.given_up, online) {
            (true, _) => Some(Holding::GivenUp),
            (false, true) => Some(Holding::Stand),
            (false, false) => None,
        };
        Standing { row, placed, holding: holding.or(otherwise) }
    };
    applications.into_iter().map(standing).collect()
}

/// The draw made again from what is published of it.
fn drawn(bazaar: &BazaarRow, applications: &[ApplicationRow]) -> Vec<Placed> {
    let Some(seed) = bazaar.seed else { return Vec::new() };
    let took_part = applications.iter().filter(|it| it.rank.is_some());
    let applicants: Vec<_> = took_part
        .map(|it| Applicant {
            application: it.id.0,
            is_member: it.member.is_some(),
            earlier_stands: it.earlier_stands,
        })
        .collect();
    draw(&applicants, seed)
}

/// How every application to a bazaar stands. Nothing in it says who asked.
pub fn public(tx: &mut Tx<'_>, bazaar: &BazaarRow) -> Result<Vec<Standing>, Problem> {
    Ok(standings(bazaar, rows::applications(tx, bazaar.id)?))
}

/// How one application stands: by how many stand before it in the order.
pub(super) fn of(
    tx: &mut Tx<'_>,
    bazaar: &BazaarRow,
    row: &ApplicationRow,
) -> Result<Option<Holding>, Problem> {
    if row.given_up {
        return Ok(Some(Holding::GivenUp));
    }
    let terms = bazaar.announced.terms();
    if !terms.has_stands() {
        return Ok(Some(Holding::Stand));
    }
    let Some(rank) = row.rank else { return Ok(None) };
    Ok(Some(Holding::of(rows::standing_until(tx, bazaar.id, rank)?, terms.stands())))
}
