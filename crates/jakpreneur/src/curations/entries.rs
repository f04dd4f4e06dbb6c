//! The rows behind entries.
use db::{Position, Result, Tx, sql};
use rules::{
    CurationEntryId, CurationRoundId, Date, Instant, MemberId, ProductId,
    marketing::curation::EntryState,
};

use super::reference::small;

/// A product in a round, as kept.
#[derive(Clone, Debug)]
pub struct EntryRow {
    /// The entry.
    pub id: CurationEntryId,
    /// The round.
    pub round: CurationRoundId,
    /// Whose it is.
    pub member: MemberId,
    /// The product.
    pub product: ProductId,
    /// How far it is.
    pub state: EntryState,
    /// Since when.
    pub state_on: Date,
    /// Where it was entered in the journal.
    pub position: Position,
    /// Who verified it: an account's id, or `system`.
    pub verified_by: Option<String>,
    /// The day the product is brought.
    pub held_on: Option<Date>,
    /// The time.
    pub held_at: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The weighted mean of the scores.
    pub mean: Option<u8>,
    /// The grade.
    pub grade: Option<String>,
    /// Whether it is a passed curation.
    pub passed: bool,
    /// The advice, sealed.
    pub advice: Option<Vec<u8>>,
}

/// A step that was taken.
#[derive(Clone, Debug)]
pub struct StepRow {
    /// Where it was recorded in the journal.
    pub position: Position,
    /// Where the entry was then.
    pub state: EntryState,
    /// On which day.
    pub on: Date,
    /// Why it was sent back, sealed.
    pub reason: Option<Vec<u8>>,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// By whom: an account's id, a member's own, or `system`.
    pub recorded_by: String,
}

pub(super) type Row = (
    CurationEntryId,
    CurationRoundId,
    MemberId,
    ProductId,
    EntryState,
    Date,
    Position,
    Option<String>,
    Option<Date>,
    Option<String>,
    Option<String>,
    Option<i16>,
    Option<String>,
    Option<i16>,
    Option<Vec<u8>>,
);

pub(super) fn row(row: Row) -> EntryRow {
    EntryRow {
        id: row.0,
        round: row.1,
        member: row.2,
        product: row.3,
        state: row.4,
        state_on: row.5,
        position: row.6,
        verified_by: row.7,
        held_on: row.8,
        held_at: row.9,
        place: row.10,
        mean: row.11.map(small),
        grade: row.12,
        passed: row.13 == Some(1),
        advice: row.14,
    }
}

sql!(
    ENTRY = "
    select id, round_id, member_id, product_id, state, state_on, position, verified_by, held_on, held_at, place,
        mean, grade, passed, advice
    from curation_entry where shard = $1 and id = $2"
);
/// An entry, whoever asks; `whose` says who may.
pub(super) fn entry(tx: &mut Tx<'_>, id: CurationEntryId) -> Result<Option<EntryRow>> {
    Ok(tx.maybe::<Row>(ENTRY, (id.shard(), id))?.map(row))
}

sql!(
    OF_PRODUCT = "
    select id, round_id, member_id, product_id, state, state_on, position, verified_by, held_on, held_at, place,
        mean, grade, passed, advice
    from curation_entry where shard = $1 and product_id = $2 order by position"
);
/// Every entry of a product that the caller was let to see, the oldest first.
pub(super) fn of_product(tx: &mut Tx<'_>, product: ProductId) -> Result<Vec<EntryRow>> {
    Ok(tx.all::<Row>(OF_PRODUCT, (product.shard(), product))?.into_iter().map(row).collect())
}

sql!(
    OF_MEMBER = "
    select id, round_id, member_id, product_id, state, state_on, position, verified_by, held_on, held_at, place,
        mean, grade, passed, advice
    from curation_entry where shard = $1 and member_id = $2 order by position desc"
);
/// Every entry of a member whom the caller was let to see, the newest first.
pub(super) fn of_member(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<EntryRow>> {
    Ok(tx.all::<Row>(OF_MEMBER, (member.shard(), member))?.into_iter().map(row).collect())
}

type Taken = (Position, EntryState, Date, Option<Vec<u8>>, Instant, String);

sql!(
    STEPS = "
    select position, state, taken_on, reason, recorded_at, recorded_by from curation_step
    where shard = $1 and entry_id = $2 order by position"
);
/// What happened to an entry, in order.
pub(super) fn steps(tx: &mut Tx<'_>, id: CurationEntryId) -> Result<Vec<StepRow>> {
    let step = |row: Taken| StepRow {
        position: row.0,
        state: row.1,
        on: row.2,
        reason: row.3,
        recorded_at: row.4,
        recorded_by: row.5,
    };
    Ok(tx.all::<Taken>(STEPS, (id.shard(), id))?.into_iter().map(step).collect())
}

sql!(
    SCORES = "
    select s.code, s.score from curation_score s
        join curation_entry e on e.shard = s.shard and e.id = s.entry_id
        left join curation_round_criterion c on c.round_id = e.round_id and c.code = s.code
    where s.shard = $1 and s.entry_id = $2 order by c.turn, s.code"
);
/// The scores of an entry, in the order of its round's criteria.
pub(super) fn scores(tx: &mut Tx<'_>, id: CurationEntryId) -> Result<Vec<(String, u8)>> {
    let found: Vec<(String, i16)> = tx.all(SCORES, (id.shard(), id))?;
    Ok(found.into_iter().map(|(code, score)| (code, small(score))).collect())
}

sql!(
    GRADE = "
    select grade, passed from curation_entry
    where shard = $1 and product_id = $2 and state = 'graded' order by position desc limit 1"
);
/// The latest grade of a product that the caller was let to see, and whether it passes.
pub fn grade_of(tx: &mut Tx<'_>, product: ProductId) -> Result<Option<(String, bool)>> {
    let found: Option<(Option<String>, Option<i16>)> =
        tx.maybe(GRADE, (product.shard(), product))?;
    Ok(found.and_then(|(grade, passed)| Some((grade?, passed == Some(1)))))
}
