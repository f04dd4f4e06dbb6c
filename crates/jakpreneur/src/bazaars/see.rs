//! The sellers of a bazaar for officers: of a bazaar of theirs everybody, of another those they look after.
use super::{BazaarRow, Standing, rows, sealed, standing, whose};
use crate::{
    House, Problem,
    journal::Asking,
    people::{self, MemberRow},
    staff::{Officer, log_read},
};
use db::Tx;
use rules::{
    Act, ApplicationId, BazaarId, MemberId,
    bazaar::{Holding, SellingDay, Sums, sums},
};
use std::collections::HashMap;

/// Somebody who asked for a stand, by name.
#[derive(Clone, Debug)]
pub struct Seller {
    /// How they stand.
    pub standing: Standing,
    /// The number an officer reads out; none where no member.
    pub number: Option<String>,
    /// The name; empty once erased.
    pub name: String,
    /// The NIK, masked; empty where no member, or erased.
    pub nik: String,
    /// Whether the reader may open the file.
    pub openable: bool,
    /// What is told of their days.
    pub days: Vec<SellingDay>,
}

/// A page of sellers, with the exact number of all.
#[derive(Clone, Debug)]
pub struct Page {
    /// The bazaar.
    pub bazaar: BazaarRow,
    /// The sellers.
    pub items: Vec<Seller>,
    /// What to ask the next page after: how many came before.
    pub next: Option<usize>,
    /// How many there are over all pages.
    pub total: usize,
}

/// A page of those who asked, in the order of the draw or of asking; the look is logged.
pub fn sellers(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    id: BazaarId,
    (after, limit): (usize, usize),
) -> Result<Page, Problem> {
    whose::officer(asking)?;
    let officer = &asking.officer;
    let bazaar = rows::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
    let all = standing::public(tx, &bazaar)?;
    let all = seen(tx, officer, &bazaar, all)?;
    let limit = limit.clamp(1, 200);
    let total = all.len();
    let mut days: HashMap<ApplicationId, Vec<SellingDay>> = HashMap::new();
    for (application, day) in rows::days(tx, id)? {
        days.entry(application).or_default().push(day);
    }
    let mut items = Vec::new();
    for it in all.into_iter().skip(after).take(limit) {
        let days = days.remove(&it.row.id).unwrap_or_default();
        items.push(seller(tx, house, officer, it, days)?);
    }
    let found = i64::try_from(items.len()).unwrap_or(i64::MAX);
    log_read(tx, house.new_id(), asking.at, officer, "bazaar.sellers", Some(id.0), found)?;
    let next = Some(after + limit).filter(|next| *next < total);
    Ok(Page { bazaar, items, next, total })
}

/// Those the officer sees: everybody at a bazaar of theirs, elsewhere the members within their scope.
fn seen(
    tx: &mut Tx<'_>,
    officer: &Officer,
    bazaar: &BazaarRow,
    all: Vec<Standing>,
) -> Result<Vec<Standing>, Problem> {
    if whose::covers(officer, &bazaar.announced).is_ok() {
        return Ok(all);
    }
    let members: Vec<MemberId> = all.iter().filter_map(|it| it.row.member).collect();
    let within: Vec<_> = people::records(tx, &officer.scope, &members)?;
    let within: std::collections::HashSet<_> = within.into_iter().map(|row| row.id).collect();
    let theirs = |it: &Standing| it.row.member.is_some_and(|member| within.contains(&member));
    Ok(all.into_iter().filter(theirs).collect())
}

fn seller(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    standing: Standing,
    days: Vec<SellingDay>,
) -> Result<Seller, Problem> {
    let Some(member) = standing.row.member else {
        let sealed = standing.row.outsider.as_deref().unwrap_or_default();
        let name = sealed::open_outsider(house, standing.row.id, sealed);
        let (number, nik, openable) = (None, String::new(), false);
        return Ok(Seller { standing, number, name, nik, openable, days });
    };
    let row: MemberRow = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
    let openable = officer.role.may(Act::OpenFile) && officer.scope.covers(&row.agency, row.office);
    let known = row.identity(&house.seal);
    Ok(Seller {
        standing,
        number: Some(row.number),
        name: known.as_ref().map(|it| it.name.as_str().to_owned()).unwrap_or_default(),
        nik: known.map(|it| it.nik.masked()).unwrap_or_default(),
        openable,
        days,
    })
}

/// What a bazaar comes to, over everybody who has a stand; for officers of the bazaar.
pub fn totals(tx: &mut Tx<'_>, officer: &Officer, id: BazaarId) -> Result<Sums, Problem> {
    officer.may(Act::ManageSellers)?;
    let bazaar = rows::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
    whose::covers(officer, &bazaar.announced)?;
    let mut of: HashMap<ApplicationId, Vec<SellingDay>> = HashMap::new();
    for (application, day) in rows::days(tx, id)? {
        of.entry(application).or_default().push(day);
    }
    let all = standing::public(tx, &bazaar)?.into_iter();
    let with_stand = all.filter(|it| it.holding == Some(Holding::Stand));
    let days: Vec<_> = with_stand.map(|it| of.remove(&it.row.id).unwrap_or_default()).collect();
    Ok(sums(days.iter().map(Vec::as_slice)))
}
