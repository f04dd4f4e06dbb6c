//! Rounds within scope, one entry with everything known of it, and a member's own.
use super::{
    Checked, Side, certificate,
    entries::{self, EntryRow, StepRow},
    list::{self, Listed},
    reference,
    rows::{self, RoundRow},
    told, whose,
};
use crate::{
    House, Problem,
    journal::Asking,
    people::{self, Brief, MemberRow},
    products::{self, ProductRow, Told},
    staff::{Officer, log_read},
};
use db::{Position, Tx};
use rules::{
    Act, CurationEntryId, CurationRoundId, Instant, MemberId, Role,
    marketing::curation::{Criterion, EntryState, Grade},
};
use uuid::Uuid;

/// A round with what it looks at.
#[derive(Clone, Debug)]
pub struct SeenRound {
    /// The round.
    pub row: RoundRow,
    /// What is looked at, in the order of its announcement.
    pub criteria: Vec<Criterion>,
    /// The grades, the best first.
    pub grades: Vec<Grade>,
    /// How many entries within scope stand where.
    pub counts: Vec<(EntryState, u64)>,
}

/// An entry with everything known of it.
#[derive(Clone, Debug)]
pub struct SeenEntry {
    /// The entry.
    pub row: EntryRow,
    /// From which side it is seen.
    pub side: Side,
    /// The round.
    pub round: RoundRow,
    /// The product.
    pub product: ProductRow,
    /// What is told of it; empty once the person is erased.
    pub told: Told,
    /// Whose it is; none for curators.
    pub member: Option<Brief>,
    /// What the round looks at.
    pub criteria: Vec<Criterion>,
    /// The round's grades, the best first.
    pub grades: Vec<Grade>,
    /// The scores.
    pub scores: Vec<(String, u8)>,
    /// The advice; empty where there is none.
    pub advice: String,
    /// What happened, in order, with why it was sent back.
    pub steps: Vec<(StepRow, String)>,
    /// The certificate of a passed curation.
    pub certificate: Option<Checked>,
}

/// The rounds that reach into the officer's scope, the newest first; how many, and where the next page begins.
pub fn rounds(
    tx: &mut Tx<'_>,
    officer: &Officer,
    before: Option<Position>,
    limit: usize,
) -> Result<(i64, Vec<SeenRound>, Option<Position>), Problem> {
    officer.may(Act::ReadCurations)?;
    let limit = limit.clamp(1, 200);
    let asked = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut found = rows::rounds(tx, &officer.scope, before, asked)?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.position);
    let mut seen = Vec::with_capacity(found.len());
    for row in found {
        seen.push(told_round(tx, officer, row)?);
    }
    Ok((rows::count(tx, &officer.scope)?, seen, next))
}

/// One round that reaches into the officer's scope.
pub fn round(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: CurationRoundId,
) -> Result<SeenRound, Problem> {
    let row = whose::round(tx, officer, id)?;
    told_round(tx, officer, row)
}

fn told_round(tx: &mut Tx<'_>, officer: &Officer, row: RoundRow) -> Result<SeenRound, Problem> {
    let mut counts = list::counts(tx, &officer.scope, row.id)?;
    if officer.role == Role::Curator {
        counts.retain(|(state, _)| matches!(state, EntryState::Scheduled | EntryState::Graded));
    }
    Ok(SeenRound {
        criteria: rows::criteria(tx, row.id)?,
        grades: rows::grades(tx, row.id)?,
        counts,
        row,
    })
}

/// One entry; an officer's look is logged.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: CurationEntryId,
    (at, log): (Instant, Uuid),
) -> Result<SeenEntry, Problem> {
    let (row, member, side) = whose::found(tx, officer, id)?;
    if side == Side::Office {
        log_read(tx, log, at, officer, "curations.open", Some(member.id.0), 1)?;
    }
    let round = rows::round(tx, row.round)?.ok_or(Problem::NotFound)?;
    let (product, told) = products::told_of(tx, house, &member, row.product)?;
    let advice = row.advice.as_ref().map(|sealed| told::open(house, &member, id, sealed));
    let certificate = match side {
        Side::Own | Side::Office => certificate::of_entry(tx, house, id)?,
        Side::Curator => None,
    };
    Ok(SeenEntry {
        criteria: rows::criteria(tx, row.round)?,
        grades: rows::grades(tx, row.round)?,
        scores: entries::scores(tx, id)?,
        advice: advice.unwrap_or_default(),
        steps: steps(tx, house, &member, id)?,
        member: if side == Side::Curator {
            None
        } else {
            people::briefs(house, vec![member]).pop()
        },
        row,
        side,
        round,
        product,
        told,
        certificate,
    })
}

/// What happened to an entry, with why it was sent back.
pub(super) fn steps(
    tx: &mut Tx<'_>,
    house: &House,
    member: &MemberRow,
    id: CurationEntryId,
) -> Result<Vec<(StepRow, String)>, Problem> {
    let all = entries::steps(tx, id)?.into_iter();
    let with = |step: StepRow| {
        let why = step.reason.as_ref().map(|sealed| told::open(house, member, id, sealed));
        (step, why.unwrap_or_default())
    };
    Ok(all.map(with).collect())
}

/// What a member, or an officer for them, enters: the rounds open to them, their products and what became of each.
#[derive(Clone, Debug)]
pub struct OfMember {
    /// Rounds that take their products today, the first to close first.
    pub open: Vec<RoundRow>,
    /// Their products.
    pub products: Vec<products::Seen>,
    /// Every entry, the newest first, with its round.
    pub entries: Vec<(Listed, RoundRow)>,
}

/// The curation of a member: their own, or one within scope; an officer's look is logged.
pub fn of_member(
    tx: &mut Tx<'_>,
    house: &House,
    asking: &Asking,
    member: MemberId,
) -> Result<OfMember, Problem> {
    let products = products::of_member(tx, house, asking, member)?;
    let row = people::own_record(tx, member)?.ok_or(Problem::NotFound)?;
    let open = rows::open(tx, row.agency, row.office, asking.at.date())?;
    let mut all = Vec::new();
    for it in entries::of_member(tx, member)? {
        let round = rows::round(tx, it.round)?.ok_or(Problem::NotFound)?;
        all.extend(list::one(tx, house, it, false)?.map(|listed| (listed, round)));
    }
    Ok(OfMember { open, products, entries: all })
}

/// What a criterion is called; its code where nobody named it.
pub fn criterion(names: &[reference::Named], code: &str, lang: crate::words::Lang) -> String {
    let found = names.iter().find(|it| it.criterion.code == code);
    found.map_or_else(|| code.to_owned(), |it| lang.pick(&it.name, &it.name_en).clone())
}
