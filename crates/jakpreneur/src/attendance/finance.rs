//! Classes about finance that a member finished: what stands beside their books.
use db::{Result, Tx, sql};
use rules::{ClassId, Date, MemberId};

/// A class about finance that was finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinanceClass {
    /// The class.
    pub class: ClassId,
    /// What it is called.
    pub title: String,
    /// The day of its last session.
    pub last_on: Date,
}

sql!(
    FINISHED = "
    select c.id, c.title, c.last_on
    from class_finisher f join class c on c.id = f.class_id
    where f.shard = $1 and f.member_id = $2 and exists (
        select 1 from finance_trade t
        where t.trade = c.trade and t.valid_from <= c.last_on
          and (t.valid_to is null or t.valid_to > c.last_on))
    order by c.last_on desc, c.id"
);
/// Those whose trade was marked as finance on their last day, the newest first; of a member whom the caller was
/// let to see.
pub fn finance_classes(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<FinanceClass>> {
    let found = tx.all(FINISHED, (member.shard(), member))?;
    let class = |(class, title, last_on)| FinanceClass { class, title, last_on };
    Ok(found.into_iter().map(class).collect())
}
