//! What a mentor did in a month (lapbul): counted from what is recorded, never typed. Later moves of members
//! and mentors change nothing of it.
use super::{caseload::sees, rows};
use crate::{
    Problem,
    staff::{self, Account, Officer},
};
use db::Tx;
use rules::{Act, MemberId, Role, StageKind, UserId, growth::Month};

/// A mentor's month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentorMonth {
    /// The mentor; may have left since.
    pub mentor: Account,
    /// The month.
    pub month: Month,
    /// Members whom the mentor registered.
    pub registered: i64,
    /// How many they were to be; none where nobody set a target.
    pub target: Option<u32>,
    /// Visits the mentor made.
    pub visits: i64,
    /// Members who were met on them, each once.
    pub met: i64,
    /// Visits that met nobody.
    pub in_vain: i64,
    /// Months of businesses that the mentor told.
    pub measured: i64,
    /// Members who reached a stage for the first time, by stage; registration is not among them.
    pub moved: Vec<(StageKind, i64)>,
    /// Permits of the mentor's members that were asked for.
    pub permits_requested: i64,
    /// Permits of the mentor's members that were issued.
    pub permits_issued: i64,
    /// Who was the mentor's at the end of the month.
    pub held: i64,
    /// Those of them whom nobody met in the month.
    pub not_reached: Vec<MemberId>,
}

/// The month of a mentor within scope, also of one who left; a mentor sees the own alone.
pub fn month(
    tx: &mut Tx<'_>,
    officer: &Officer,
    of: UserId,
    month: Month,
) -> Result<MentorMonth, Problem> {
    officer.may(Act::VisitMembers)?;
    let mentors = all_mentors(tx, officer)?;
    let mentor = mentors.into_iter().find(|account| account.id == of).ok_or(Problem::NotFound)?;
    counted(tx, mentor, month)
}

/// The months of all mentors within scope, by name; of those who left, where they did something or had
/// somebody.
pub fn months(
    tx: &mut Tx<'_>,
    officer: &Officer,
    month: Month,
) -> Result<Vec<MentorMonth>, Problem> {
    officer.may(Act::VisitMembers)?;
    let mut found = Vec::new();
    for mentor in all_mentors(tx, officer)? {
        let counted = counted(tx, mentor, month)?;
        if counted.mentor.disabled_at.is_none() || counted.held + counted.visits > 0 {
            found.push(counted);
        }
    }
    Ok(found)
}

fn all_mentors(tx: &mut Tx<'_>, officer: &Officer) -> Result<Vec<Account>, Problem> {
    let mut found = staff::accounts(tx, &officer.scope)?;
    found.retain(|account| account.role == Role::Mentor && sees(officer, account.id));
    Ok(found)
}

fn counted(tx: &mut Tx<'_>, mentor: Account, month: Month) -> Result<MentorMonth, Problem> {
    let (Some(from), Some(to)) = (month.first_day(), month.after(1).first_day()) else {
        return Err(Problem::NotFound);
    };
    let (id, days) = (mentor.id, (from, to));
    let (visits, met, in_vain) = rows::visits_in(tx, id, days)?;
    let (permits_requested, permits_issued) = rows::permits(tx, id, days)?;
    let held = rows::held(tx, id, days)?;
    let mut moved = rows::moved(tx, id, days)?;
    moved.sort_by_key(|(stage, _)| stage.index());
    Ok(MentorMonth {
        mentor,
        month,
        registered: rows::registered(tx, id, days)?,
        target: rows::target(tx, id, from)?,
        visits,
        met,
        in_vain,
        measured: rows::measured(tx, id, days)?,
        moved,
        permits_requested,
        permits_issued,
        held: i64::try_from(held.len()).unwrap_or(i64::MAX),
        not_reached: held.into_iter().filter(|(_, times)| *times == 0).map(|(it, _)| it).collect(),
    })
}

impl MentorMonth {
    /// How many reached a stage for the first time.
    pub fn moved_to(&self, stage: StageKind) -> i64 {
        self.moved.iter().find(|(of, _)| *of == stage).map_or(0, |(_, count)| *count)
    }
}
