//! Referrals in numbers: by bank and step with amounts, and the days each step took.
use crate::{
    Problem,
    staff::{Officer, Scope},
};
use db::{Result, Tx, sql};
use rules::{
    Act, Date, ReferralId, Rupiah,
    capital::{Bank, Step},
};
use std::collections::BTreeMap;

/// The referrals to one bank that stand at one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The bank.
    pub bank: Bank,
    /// A step's word, or `withdrawn`: what a list is narrowed by.
    pub step: String,
    /// How many.
    pub referrals: u64,
    /// What they ask for.
    pub asked: Rupiah,
    /// What was approved, or paid out.
    pub granted: Rupiah,
}

/// How long referrals to a bank stood at a step before the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The bank.
    pub bank: Bank,
    /// The step that was left.
    pub step: Step,
    /// How often it was left.
    pub times: u64,
    /// The median of the days, the lower one where two are in the middle.
    pub median: i64,
}

/// The figures; referrals and rupiah add up over lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// By bank and step.
    pub lines: Vec<Line>,
    /// By bank and the step that was left.
    pub days: Vec<Days>,
}

/// Counts the referrals of members within scope.
pub fn figures(tx: &mut Tx<'_>, officer: &Officer) -> std::result::Result<Figures, Problem> {
    officer.may(Act::ReadFigures)?;
    Ok(Figures { lines: lines(tx, &officer.scope)?, days: days(tx, &officer.scope)? })
}

sql!(
    LINES = "
    select r.bank, case when r.withdrawn_at_position is null then r.step else 'withdrawn' end, count(*),
        cast(coalesce(sum(r.asked_rp), 0) as bigint),
        cast(coalesce(sum(case when r.step in ('approved', 'disbursed') then s.amount_rp end), 0) as bigint)
    from referral r join member m on m.shard = r.shard and m.id = r.member_id
    join (
        select shard, referral_id, max(position) as position from referral_step
        where voided_at_position is null group by shard, referral_id
    ) l on l.shard = r.shard and l.referral_id = r.id
    join referral_step s on s.shard = l.shard and s.referral_id = l.referral_id and s.position = l.position
    where m.agency between $1 and $2 and m.office between $3 and $4
    group by r.bank, case when r.withdrawn_at_position is null then r.step else 'withdrawn' end
    order by 1, 2"
);
fn lines(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Line>> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let rows: Vec<(Bank, String, i64, i64, i64)> = tx.all(LINES, bounds)?;
    let line = |(bank, step, many, asked, granted)| Line {
        bank,
        step,
        referrals: u64::try_from(many).unwrap_or_default(),
        asked: Rupiah(asked),
        granted: Rupiah(granted),
    };
    Ok(rows.into_iter().map(line).collect())
}

sql!(
    TAKEN = "
    select r.bank, s.referral_id, s.step, s.taken_on
    from referral_step s
    join referral r on r.shard = s.shard and r.id = s.referral_id
    join member m on m.shard = r.shard and m.id = r.member_id
    where m.agency between $1 and $2 and m.office between $3 and $4 and s.voided_at_position is null
    order by s.referral_id, s.position"
);
fn days(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<Days>> {
    let b = scope.bounds();
    let bounds = (b.agency_low, b.agency_high, b.office_low, b.office_high);
    let taken: Vec<(Bank, ReferralId, Step, Date)> = tx.all(TAKEN, bounds)?;
    let mut left: BTreeMap<(Bank, Step), Vec<i64>> = BTreeMap::new();
    for pair in taken.windows(2) {
        if let [(bank, id, step, on), (_, next, _, then)] = pair
            && id == next
        {
            left.entry((*bank, *step)).or_default().push(i64::from((*then - *on).get_days()));
        }
    }
    Ok(left.into_iter().map(|(of, days)| medians(of, days)).collect())
}

fn medians((bank, step): (Bank, Step), mut days: Vec<i64>) -> Days {
    days.sort_unstable();
    let middle = days.len().saturating_sub(1) / 2;
    let median = days.get(middle).copied().unwrap_or_default();
    Days { bank, step, times: days.len() as u64, median }
}
