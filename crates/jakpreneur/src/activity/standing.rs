//! Whether a member takes part on a day, and what that rests on.
use super::{rows, said};
use crate::{House, Problem, people, staff::Officer};
use db::Tx;
use rules::{
    Act, Date, MemberId,
    activity::{
        Activity, DomicileCheck, Ended, InactiveAfter, Overruled, Patience, Seen, activity_on,
    },
};

/// The newest check of a domicile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The day.
    pub on: Date,
    /// What was found.
    pub result: DomicileCheck,
    /// A sentence; none once the person is erased.
    pub note: Option<String>,
}

/// How a member stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether they take part.
    pub activity: Activity,
    /// After how many months they would be inactive.
    pub after: InactiveAfter,
    /// When they were last met, served, measured or present in a class.
    pub last_seen: Option<Date>,
    /// An officer's newest word, whether it holds on the day or not.
    pub overruled: Option<Overruled>,
    /// The end, where the membership ended.
    pub ended: Option<Ended>,
    /// The newest check of the domicile.
    pub domicile: Option<Checked>,
}

/// How a member within scope stands on a day, by all that is recorded now.
pub fn standing(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    of: MemberId,
    day: Date,
) -> Result<Standing, Problem> {
    officer.may(Act::OpenFile)?;
    let row = people::record(tx, &officer.scope, of)?.ok_or(Problem::NotFound)?;
    let last_seen = rows::last_seen(tx, of, day)?;
    let overruled = rows::last_word(tx, of)?.map(|word| Overruled {
        is_active: word.is_active,
        on: word.holds_from,
        reason: said::opened(house, &row, &word.reason).unwrap_or_default(),
    });
    let ended = rows::ended(tx, of)?;
    let seen = Seen { last: last_seen, overruled, ended };
    let after = Patience::on(&rows::patience(tx)?, day);
    let (activity, _) = activity_on(&seen, day, after);
    let domicile = rows::last_check(tx, of)?.map(|kept| Checked {
        on: kept.checked_on,
        result: kept.result,
        note: kept.note.and_then(|sealed| said::opened(house, &row, &sealed)),
    });
    Ok(Standing { activity, after, last_seen, overruled: seen.overruled, ended, domicile })
}
