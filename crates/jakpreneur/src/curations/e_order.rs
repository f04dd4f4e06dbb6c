//! Who may be on the e-order list: products that passed curation, food with a halal certificate on file (BR-25).
use super::entries;
use crate::{
    House, Problem, licences,
    people::{self, MemberRow},
    products,
    staff::Officer,
};
use db::{Position, Tx, sql};
use rules::{
    Act, Date, ProductId, Role, Rupiah,
    licensing::{LicenceKind, Validity},
    marketing::{
        Category,
        e_order::{Missing, missing},
    },
};

/// What the list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Sought {
    /// Those that may alone, or those that may not.
    pub eligible: Option<bool>,
    /// The position that the page before ended at.
    pub after: Option<Position>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A product of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The product.
    pub product: ProductId,
    /// What it is called; empty once the person is erased.
    pub name: String,
    /// What sort of thing.
    pub category: Category,
    /// Whole rupiah.
    pub price: Rupiah,
    /// Whose it is.
    pub member: MemberRow,
    /// The latest grade.
    pub grade: Option<String>,
    /// The last day of the halal certificate that holds longest; none where it has none, or no end.
    pub halal_until: Option<Date>,
    /// What is missing; nothing where it is eligible.
    pub missing: Vec<Missing>,
    /// Where the product was recorded in the journal.
    pub position: Position,
}

sql!(
    COUNT = "
    select count(*) from product p join member m on m.shard = p.shard and m.id = p.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4
      and ($5 = '' or $5 = case when exists (
            select 1 from curation_entry e where e.shard = p.shard and e.product_id = p.id and e.passed = 1
              and e.position = (select max(x.position) from curation_entry x
                  where x.shard = p.shard and x.product_id = p.id and x.state = 'graded'))
          and (p.category not in ('food', 'drink') or exists (
            select 1 from licence l where l.shard = p.shard and l.member_id = p.member_id
              and l.kind in ('halal_declared', 'halal_regular') and l.state = 'issued'
              and l.voided_at_position is null and coalesce(l.expires_on, $6) >= $7))
          then 'yes' else 'no' end)"
);
sql!(
    PRODUCTS = "
    select p.id, p.position from product p join member m on m.shard = p.shard and m.id = p.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4
      and ($5 = '' or $5 = case when exists (
            select 1 from curation_entry e where e.shard = p.shard and e.product_id = p.id and e.passed = 1
              and e.position = (select max(x.position) from curation_entry x
                  where x.shard = p.shard and x.product_id = p.id and x.state = 'graded'))
          and (p.category not in ('food', 'drink') or exists (
            select 1 from licence l where l.shard = p.shard and l.member_id = p.member_id
              and l.kind in ('halal_declared', 'halal_regular') and l.state = 'issued'
              and l.voided_at_position is null and coalesce(l.expires_on, $6) >= $7))
          then 'yes' else 'no' end)
      and p.position < $8
    order by p.position desc limit $9"
);
/// How many products within scope are as sought, a page of them, and where the next page begins.
pub fn e_order(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    sought: &Sought,
) -> Result<(u64, Vec<Line>, Option<Position>), Problem> {
    may_read(officer)?;
    let limit = sought.limit.clamp(1, 200);
    let (b, day, which) = (officer.scope.bounds(), house.today(), which(sought.eligible));
    let asked = (b.agency_low, b.agency_high, b.office_low, b.office_high, which, day, day);
    let many: Option<(i64,)> = tx.maybe(COUNT, asked)?;
    let before = sought.after.unwrap_or(Position::MAX);
    let mut page = lines(tx, house, officer, sought.eligible, (before, limit + 1))?;
    let more = page.len() > limit;
    page.truncate(limit);
    let next = page.last().filter(|_| more).map(|line| line.position);
    Ok((many.map_or(0, |(many,)| many.unsigned_abs()), page, next))
}

/// Every product within scope as sought, the newest first, to take away.
pub fn all(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    eligible: Option<bool>,
) -> Result<Vec<Line>, Problem> {
    may_read(officer)?;
    lines(tx, house, officer, eligible, (Position::MAX, usize::MAX))
}

/// Whoever reads curation, but those who are not told whose a product is.
fn may_read(officer: &Officer) -> Result<(), Problem> {
    officer.may(Act::ReadCurations)?;
    if officer.role == Role::Curator { Err(Problem::Forbidden) } else { Ok(()) }
}

const fn which(eligible: Option<bool>) -> &'static str {
    match eligible {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    }
}

fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    eligible: Option<bool>,
    (before, limit): (Position, usize),
) -> Result<Vec<Line>, Problem> {
    let (b, day) = (officer.scope.bounds(), house.today());
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let (low, high) = ((b.agency_low, b.office_low), (b.agency_high, b.office_high));
    let asked = (low.0, high.0, low.1, high.1, which(eligible), day, day, before, limit);
    let found: Vec<(ProductId, Position)> = tx.all(PRODUCTS, asked)?;
    let mut lines = Vec::with_capacity(found.len());
    for product in found {
        lines.extend(line(tx, house, officer, product)?);
    }
    Ok(lines)
}

fn line(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (id, position): (ProductId, Position),
) -> Result<Option<Line>, Problem> {
    let Some(of) = products::owner(tx, id)? else { return Ok(None) };
    let Some(member) = people::record(tx, &officer.scope, of)? else { return Ok(None) };
    let (product, told) = products::told_of(tx, house, &member, id)?;
    let graded = entries::grade_of(tx, id)?;
    let halal = halal(tx, &member, house.today())?;
    let passed = graded.as_ref().is_some_and(|(_, passes)| *passes);
    Ok(Some(Line {
        product: id,
        name: told.name,
        category: product.category,
        price: product.price,
        missing: missing(product.category, passed, halal.is_some()),
        grade: graded.map(|(grade, _)| grade),
        halal_until: halal.and_then(|it| it.until),
        member,
        position,
    }))
}

/// A halal certificate that holds.
struct Halal {
    /// Its last day; none where it has no end.
    until: Option<Date>,
}

/// The halal certificate of either path that holds longest on a day.
fn halal(tx: &mut Tx<'_>, member: &MemberRow, day: Date) -> Result<Option<Halal>, Problem> {
    const HALAL: [LicenceKind; 2] = [LicenceKind::HALAL_DECLARED, LicenceKind::HALAL_REGULAR];
    let all = licences::of_member(tx, member.id)?;
    let good = all
        .iter()
        .filter(|it| HALAL.contains(&it.kind) && it.validity_on(day) == Some(Validity::Valid));
    // Without an end it holds longer than any with one.
    let longest = good.map(|it| it.dates.expires_on).max_by_key(|end| (end.is_none(), *end));
    Ok(longest.map(|until| Halal { until }))
}
