//! Referrals in a list: those of people within scope, or those addressed to the bank that asks.
use super::{ReferralRow, bank_of, rows};
use crate::{House, Problem, people, staff::Officer};
use db::{Position, Tx, sql};
use jiff::ToSpan;
use rules::{
    Act, Date, Role,
    capital::{Bank, Shared},
};

/// What a list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// To this bank alone.
    pub bank: Option<Bank>,
    /// At this step alone: a step's word, or `withdrawn`.
    pub step: Option<String>,
    /// Open and unchanged for so many days at least.
    pub waiting: Option<u16>,
    /// The position that the page before ended at.
    pub after: Option<Position>,
    /// How many, 1 to 200.
    pub limit: usize,
}

/// A referral in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The referral.
    pub row: ReferralRow,
    /// Who applies; empty where the bank may not know.
    pub name: String,
    /// How many days it has been at its step.
    pub days: i64,
}

/// How many there are over all pages, a page of them, and what to ask the next page after.
pub type Page = (u64, Vec<Listed>, Option<Position>);

/// After every day that a step may have.
const LAST: Date = jiff::civil::date(9999, 12, 31);

impl Wanted {
    /// The last day a step may be of.
    fn until(&self, today: Date) -> Date {
        self.waiting.map_or(LAST, |days| today.saturating_sub(i64::from(days).days()))
    }
}

/// The referrals, the newest first.
pub fn list(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    wanted: &Wanted,
) -> Result<Page, Problem> {
    officer.may(Act::ReadReferrals)?;
    let limit = wanted.limit.clamp(1, 200);
    let today = house.today();
    let banks = officer.role == Role::BankOfficer;
    let own = if banks { bank_of(tx, officer)? } else { None };
    let (total, mut found) = match own {
        Some(bank) => of_bank(tx, bank, wanted, today, limit + 1)?,
        None if banks => (0, Vec::new()),
        None => within(tx, officer, wanted, today, limit + 1)?,
    };
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|row| row.position);
    let mut listed = Vec::with_capacity(found.len());
    for row in found {
        let named = !banks || row.shared.contains(&Shared::Name);
        let member = people::own_record(tx, row.member)?.filter(|_| named);
        let identity = member.and_then(|member| member.identity(&house.seal));
        let name = identity.map(|it| it.name.as_str().to_owned()).unwrap_or_default();
        let days = i64::from((today - row.step_on).get_days());
        listed.push(Listed { row, name, days });
    }
    Ok((total, listed, next))
}

sql!(
    COUNT_WITHIN = "
    select count(*) from referral r join member m on m.shard = r.shard and m.id = r.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and ($5 = '' or r.bank = $5)
      and ($6 = '' or case when r.withdrawn_at_position is null then r.step else 'withdrawn' end = $6)
      and r.step_on <= $7
      and ($8 = '' or (r.withdrawn_at_position is null and r.step not in ('refused', 'disbursed')))"
);
sql!(
    WITHIN = "
    select r.id, r.member_id, r.bank, r.product, r.asked_rp, r.shared, r.wording, r.purpose, r.step, r.step_on,
        r.position, r.recorded_at, r.recorded_by, r.withdrawn_at
    from referral r join member m on m.shard = r.shard and m.id = r.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and ($5 = '' or r.bank = $5)
      and ($6 = '' or case when r.withdrawn_at_position is null then r.step else 'withdrawn' end = $6)
      and r.step_on <= $7
      and ($8 = '' or (r.withdrawn_at_position is null and r.step not in ('refused', 'disbursed')))
      and r.position < $9
    order by r.position desc limit $10"
);
type Found = (u64, Vec<ReferralRow>);

fn within(
    tx: &mut Tx<'_>,
    officer: &Officer,
    wanted: &Wanted,
    today: Date,
    limit: usize,
) -> Result<Found, Problem> {
    let b = officer.scope.bounds();
    let bank = wanted.bank.map(|bank| bank.to_string()).unwrap_or_default();
    let step = wanted.step.clone().unwrap_or_default();
    let open = wanted.waiting.map(|_| "open").unwrap_or_default();
    let (low, high) = ((b.agency_low, b.agency_high), (b.office_low, b.office_high));
    let until = wanted.until(today);
    let asked = (
        low.0.clone(),
        low.1.clone(),
        high.0.clone(),
        high.1.clone(),
        bank.clone(),
        step.clone(),
        until,
        open,
    );
    let many: Option<(i64,)> = tx.maybe(COUNT_WITHIN, asked)?;
    let (before, limit) = (wanted.after.unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(200));
    let asked = (low.0, low.1, high.0, high.1, bank, step, until, open, before, limit);
    let found = tx.all::<rows::Row>(WITHIN, asked)?;
    Ok((counted(many), found.into_iter().map(rows::row).collect()))
}

sql!(
    COUNT_OF_BANK = "
    select count(*) from referral
    where bank = $1 and withdrawn_at_position is null and ($2 = '' or step = $2) and step_on <= $3
      and ($4 = '' or step not in ('refused', 'disbursed'))"
);
sql!(
    OF_BANK = "
    select id, member_id, bank, product, asked_rp, shared, wording, purpose, step, step_on, position, recorded_at,
        recorded_by, withdrawn_at
    from referral
    where bank = $1 and withdrawn_at_position is null and ($2 = '' or step = $2) and step_on <= $3
      and ($4 = '' or step not in ('refused', 'disbursed')) and position < $5
    order by position desc limit $6"
);
fn of_bank(
    tx: &mut Tx<'_>,
    bank: Bank,
    wanted: &Wanted,
    today: Date,
    limit: usize,
) -> Result<Found, Problem> {
    let step = wanted.step.clone().unwrap_or_default();
    let open = wanted.waiting.map(|_| "open").unwrap_or_default();
    let until = wanted.until(today);
    let many: Option<(i64,)> = tx.maybe(COUNT_OF_BANK, (bank, step.clone(), until, open))?;
    let (before, limit) = (wanted.after.unwrap_or(i64::MAX), i64::try_from(limit).unwrap_or(200));
    let found = tx.all::<rows::Row>(OF_BANK, (bank, step, until, open, before, limit))?;
    Ok((counted(many), found.into_iter().map(rows::row).collect()))
}

fn counted(many: Option<(i64,)>) -> u64 {
    many.and_then(|(many,)| u64::try_from(many).ok()).unwrap_or_default()
}
